"""The copy of the tree in which the changes are made: the working tree is never touched."""

import os
import re
import shutil
import subprocess
from pathlib import Path

from changes import Change
from schemata import Schemata
from turns import Turns

COPIED = ("Package.swift", "Package.resolved", "Sources", "Tests", "config", "man")
BUILD = ["--explicit-target-dependency-import-check", "error"]
ERROR = re.compile(r"^(/.*?\.swift):(\d+):(\d+): error: (.*)$")
# What the compiler says at another place than the change that is to blame.
ELSEWHERE = re.compile(r"before being initialized|fall through|missing return|never be executed")
ROUNDS_MAX = 24

# The copy builds only what the chosen tests need.
MANIFEST = """
var wanted = [TESTS]
var kept: Set<String> = []
while let name = wanted.popLast() {
    guard kept.insert(name).inserted else { continue }
    for case .byNameItem(let needed, _) in package.targets.first(where: { $0.name == name })?
        .dependencies ?? []
    {
        wanted.append(needed)
    }
}
package.targets = package.targets.filter { kept.contains($0.name) }
package.products = []
"""


class BuildFailed(Exception):
    pass


class Scratch:
    def __init__(self, tree: Path, turns: Turns, tests: list[str]):
        self.tree = tree
        self.root = tree / ".build" / "mutants"
        self.turns = turns
        self.tests = tests

    def fill(self, changed: set[str]) -> None:
        """Makes the copy equal to the tree, but for the targets that will be changed, of which only
        what is missing is written; a file that is equal keeps its time, so that it is not built
        again."""
        self.root.mkdir(parents=True, exist_ok=True)
        for name in COPIED:
            source = self.tree / name
            files = source.rglob("*") if source.is_dir() else [source]
            wanted = {f.relative_to(self.tree): f for f in files if f.is_file()}
            for path, file in wanted.items():
                waits = changed & set(path.parts[1:2]) and (self.root / path).exists()
                if name != "Package.swift" and not waits:
                    self.write(path, file.read_bytes())
            if source.is_dir():
                for old in (self.root / name).rglob("*"):
                    generated = old.name.startswith("MutantSwitch")
                    if old.is_file() and old.relative_to(self.root) not in wanted and not generated:
                        old.unlink()
        manifest = MANIFEST.replace("TESTS", ", ".join(f'"{t}"' for t in self.tests))
        self.write(Path("Package.swift"),
                   ((self.tree / "Package.swift").read_text() + manifest).encode())

    def write(self, path: Path, content: bytes) -> None:
        to = self.root / path
        if to.exists() and to.read_bytes() == content:
            return
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(content)
        if content.startswith(b"#!"):
            shutil.copymode(self.tree / path, to)

    def build_with(self, changes: list[Change], dropped: set[int], log) -> set[int]:
        """Builds the copy with all changes behind switches; answers the numbers of those that do
        not compile, which are left out, as those are that did not the last time."""
        targets = sorted({c.file.split("/")[0] for c in changes})
        for old in self.root.glob("Sources/*/MutantSwitch.swift"):
            if old.parent.name not in targets:
                old.unlink()
        for target in targets:
            for round in range(ROUNDS_MAX):
                where = self.write_target(target, [c for c in changes if c.number not in dropped],
                                          len(changes))
                errors = self.build(["--target", target])
                if not errors:
                    break
                blamed = self.blame(errors, where, round) or self.half(where)
                log(f"{target}: {len(errors)} errors, {len(blamed)} changes do not compile")
                for file, line, _, text in errors:
                    log(f"            {file.rsplit('/Sources/', 1)[-1]}:{line}: {text}")
                if not blamed:
                    raise BuildFailed("\n".join(map(str, errors[:5])))
                dropped |= blamed
            else:
                raise BuildFailed(f"{target} does not compile after {ROUNDS_MAX} rounds")
        errors = self.build(["--build-tests"])
        if errors:
            raise BuildFailed("\n".join(map(str, errors[:5])))
        return dropped

    def write_target(self, target: str, changes: list[Change], count: int) -> dict:
        schemata = Schemata(target, amounts=target in ("SupportModel", "SupportWire", "SupportStore"))
        by_file: dict[str, list[Change]] = {}
        for change in changes:
            if change.file.startswith(target + "/"):
                by_file.setdefault(change.file, []).append(change)
        where = {}
        for file in (self.tree / "Sources" / target).rglob("*.swift"):
            name = str(file.relative_to(self.tree / "Sources"))
            text = file.read_text()
            places: dict[int, list] = {}
            if name in by_file:
                text, places = schemata.write(text, by_file[name])
            self.write(Path("Sources") / name, text.encode())
            where[str(self.root / "Sources" / name)] = places
        self.write(Path("Sources") / target / "MutantSwitch.swift",
                   schemata.switches(count).encode())
        return where

    def blame(self, errors: list, where: dict, round: int) -> set[int]:
        """The changes that errors are about: those nearest on the line; later those around it."""
        blamed: set[int] = set()
        for file, line, column, text in errors:
            places = where.get(file, {})
            if not places:
                continue
            marks = places.get(line, [])
            if ELSEWHERE.search(text) or round >= 2 or not marks:
                reach = (1, 4, 12, 40, 400)[min(round, 4)]
                near = [at for at in places if abs(at - line) <= reach]
                # An error far from every change is about the nearest one of its file.
                near = near or [min(places, key=lambda at: abs(at - line))]
                marks = [m for at in near for m in places[at]]
                blamed |= {c.number for _, _, several in marks for c in several}
            elif round == 0:
                nearest = min(marks, key=lambda m: max(m[0] - column, column - m[1], 0))
                blamed |= {c.number for c in nearest[2]}
            else:
                blamed |= {c.number for _, _, several in marks for c in several}
        return blamed

    def half(self, where: dict) -> set[int]:
        """Half of the changes, where an error lies in no file that has any, or in none at all: what
        is left is built again, until it compiles."""
        numbers = sorted({c.number for places in where.values() for marks in places.values()
                          for _, _, several in marks for c in several})
        return set(numbers[: (len(numbers) + 1) // 2])

    def build(self, what: list[str]) -> list[tuple[str, int, int, str]]:
        with self.turns.turn(whole=True):
            done = subprocess.run(["swift", "build", *BUILD, *what], cwd=self.root,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode == 0:
            return []
        found = {(m[1], int(m[2]), int(m[3]), m[4])
                 for m in map(ERROR.match, done.stdout.splitlines()) if m}
        return sorted(found) or [("", 0, 0, done.stdout[-4000:])]

    def bundle(self) -> Path:
        return next((self.root / ".build" / "debug").glob("*PackageTests.xctest"))
