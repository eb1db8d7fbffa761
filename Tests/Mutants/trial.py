"""Runs the tests for every change, up to the first one that notices it.

Each suite is run once without any change, to see how long it takes and which changes it comes
to. A change is then tried with the suites that come to it, the quick ones first.
"""

import os
import re
import selectors
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from changes import Change
from turns import Turns

NOTICED = re.compile(r"Test (.*?) recorded an issue|Suite (.*?) recorded an issue"
                     r"|(Fatal error: .*|Precondition failed.*)")
QUICK_SECONDS = 0.5


class TrialFailed(Exception):
    pass


@dataclass
class Suite:
    name: str
    seconds: float
    reaches: bytes
    draws: bool  # whether it tries random histories, as many as SUPPORTD_SEEDS says


@dataclass
class Fate:
    name: str  # "killed", "timed out" or "survived"
    by: str = ""


class Trial:
    def __init__(self, bundle: Path, root: Path, turns: Turns, few: int, more: int, skip: set[str]):
        self.bundle = bundle
        self.root = root
        self.turns = turns
        self.few, self.more = few, more
        self.skip = skip
        self.marks = root / "reached"
        self.suites: list[Suite] = []

    def learn(self, target: str, numbers: int) -> None:
        """Runs every suite of a target without any change."""
        listed = subprocess.run(
            [self.bundle, "--testing-library", "swift-testing", "--list-tests"],
            capture_output=True, text=True, check=True, cwd=self.root).stdout
        names = sorted({line.split("/")[0] for line in listed.splitlines()
                        if line.startswith(target + ".") and "/" in line})
        names = [name for name in names if name.split(".")[1] not in self.skip]
        drawing = self.drawing(target)
        self.suites = []
        for name in names:
            self.marks.write_bytes(bytes(numbers + 1))
            began = time.monotonic()
            fate = self.run([name], self.few, None, 3600)
            if fate.name != "survived":
                raise TrialFailed(f"{name} fails without any change: {fate.by}")
            self.suites.append(Suite(name, time.monotonic() - began, self.marks.read_bytes(),
                                     name.split(".")[1] in drawing))

    def drawing(self, target: str) -> set[str]:
        """The suites whose source asks for seeds."""
        texts = [file.read_text() for file in (self.root / "Tests" / target).rglob("*.swift")]
        return {name for text in texts if "Seeds." in text
                for name in re.findall(r"^(?:@Suite.*)?struct (\w+)", text, re.MULTILINE)}

    def fate(self, change: Change) -> Fate:
        near = [s for s in self.suites if s.reaches[change.number]]
        if not near:
            return Fate("survived", "no test comes here")
        quick = [s for s in near if s.seconds <= QUICK_SECONDS]
        slow = [s for s in near if s.seconds > QUICK_SECONDS]
        drawing = [s for s in near if s.draws]
        fate = Fate("survived")
        for suites, seeds in ((quick, self.few), (slow, self.few), (drawing, self.more)):
            if suites and seeds and fate.name == "survived":
                # A loop that does not end is noticed by a test that does not.
                seconds = 5 + 2 * sum(s.seconds for s in suites) * (seeds / self.few)
                fate = self.run([s.name for s in suites], seeds, change.number, seconds)
        return fate

    def run(self, suites: list[str], seeds: int, number: int | None, seconds: float) -> Fate:
        environment = dict(os.environ, SUPPORTD_SEEDS=str(seeds))
        if number is None:
            environment["SUPPORTD_MUTANTS_REACHED"] = str(self.marks)
        else:
            environment["SUPPORTD_MUTANT"] = str(number)
        tests = "^(" + "|".join(re.escape(name) for name in suites) + ")/"
        with self.turns.turn():
            process = subprocess.Popen(
                [self.bundle, "--testing-library", "swift-testing", "--filter", tests],
                cwd=self.root, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
            try:
                return self.read(process, time.monotonic() + seconds)
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                process.stdout.close()

    def read(self, process: subprocess.Popen, deadline: float) -> Fate:
        """Reads what the tests print up to the first failure, the end or the deadline."""
        pending, passed = b"", False
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while True:
                if not selector.select(max(0, deadline - time.monotonic())):
                    return Fate("timed out", "it did not end")
                piece = os.read(process.stdout.fileno(), 65536)
                if not piece:
                    break
                *lines, pending = (pending + piece).split(b"\n")
                for line in lines:
                    text = line.decode(errors="replace")
                    if found := NOTICED.search(text):
                        return Fate("killed", next(filter(None, found.groups())))
                    passed = passed or "Test run with" in text and " passed" in text
        process.wait()
        if process.returncode == 0 and passed:
            return Fate("survived")
        return Fate("killed", f"the tests ended with {process.returncode}")
