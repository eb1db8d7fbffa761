"""Writes many changes into one source, each behind a switch, so that one build tries them all.

An operator becomes an operator of its own whose function asks the switch; a figure, a condition
and a statement are put in brackets that do. Line numbers stay, so that what the compiler says of
a line leads back to the changes on it."""

from changes import Change

PRECEDENCE = {
    "<": "Comparison", "<=": "Comparison", ">": "Comparison", ">=": "Comparison",
    "==": "Comparison", "!=": "Comparison", "&&": "LogicalConjunction", "||": "LogicalDisjunction",
    "+": "Addition", "-": "Addition", "*": "Multiplication", "/": "Multiplication",
    "%": "Multiplication", "+=": "Assignment", "-=": "Assignment", "..<": "RangeFormation",
    "??": "NilCoalescing",
}
# Value types of the model with `+` and `-` of their own.
AMOUNTS = ("Minutes", "Money")
MARKS = [chr(code) for code in range(0x2200, 0x2280)]


def marks(number: int) -> str:
    """Characters that may stand in an operator's name and name one change."""
    text = ""
    while number or not text:
        text += MARKS[number % len(MARKS)]
        number //= len(MARKS)
    return text


def on(change: Change, target: str) -> str:
    return f"mutant{target}({change.number})"


class Schemata:
    """All changes of one target: its sources with switches and the file that declares them."""

    def __init__(self, target: str, amounts: bool):
        self.target = target
        self.amounts = AMOUNTS if amounts else ()
        self.declarations: list[str] = []

    def write(self, source: str, changes: list[Change]) -> tuple[str, dict[int, list]]:
        """The source with switches, and where on each line which changes stand."""
        opens: dict[int, list] = {}
        closes: dict[int, list] = {}
        replaced: dict[int, tuple[int, str, list[Change]]] = {}
        spans: dict[tuple[int, int, str], list[Change]] = {}
        for change in changes:
            kind = "wrap" if change.kind in ("condition", "statement") else "token"
            spans.setdefault((change.start, change.end, f"{kind} {change.kind}"), []).append(change)
        for (start, end, kind), several in spans.items():
            if kind.startswith("wrap"):
                before, after = self.brackets(several)
                opens.setdefault(start, []).append((end, kind, before, several))
                closes.setdefault(end, []).append((start, kind, after, several))
            else:
                replaced[start] = (end, self.token(several), several)
        return self.compose(source, opens, closes, replaced)

    def compose(self, source, opens, closes, replaced) -> tuple[str, dict[int, list]]:
        out: list[str] = []
        line, column = 1, 1
        where: dict[int, list] = {}

        def put(text: str, changes: list[Change]) -> None:
            nonlocal line, column
            if changes:
                # The compiler counts columns in bytes.
                where.setdefault(line, []).append(
                    (column, column + len(text.encode()), changes))
            out.append(text)
            if "\n" in text:
                line += text.count("\n")
                text = text.rsplit("\n", 1)[1]
                column = 1
            column += len(text.encode())

        at = 0
        cuts = sorted(set(opens) | set(closes) | set(replaced) | {len(source)})
        for cut in cuts:
            if cut > at:
                put(source[at:cut], [])
                at = cut
            # The inner ones end first and begin last; a statement lies around a condition.
            for start, _, text, several in sorted(closes.get(cut, []), key=lambda c: (-c[0], c[1])):
                put(text, several)
            for end, _, text, several in sorted(
                    opens.get(cut, []), key=lambda c: (c[0], c[1]), reverse=True):
                put(text, several)
            if cut in replaced:
                end, text, several = replaced[cut]
                put(text, several)
                at = end
        return "".join(out), where

    def brackets(self, changes: list[Change]) -> tuple[str, str]:
        if changes[0].kind == "statement":
            return f"if !{on(changes[0], self.target)} {{ ", " }"
        before, after = "", ""
        for change in changes:
            if change.details["value"] == "not":
                before += f"mutant{self.target}({change.number}, not: "
                after = ")" + after
            else:
                before += f"({on(change, self.target)} ? {change.details['value']} : ("
                after = "))" + after
        return before, after

    def token(self, changes: list[Change]) -> str:
        first = changes[0]
        declare = {"binary": self.binary, "prefix": self.prefix, "literal": self.literal,
                   "call": self.call, "member": self.member}
        return declare[first.kind](first)

    def literal(self, change: Change) -> str:
        return f"({on(change, self.target)} ? {change.after} : {change.before})"

    def binary(self, change: Change) -> str:
        old, new, switch = change.before, change.after, on(change, self.target)
        name = old + marks(change.number)
        head = f"package func {name}"
        either = f"{{ {switch} ? a {new} b : a {old} b }}"
        self.declarations.append(f"infix operator {name}: {PRECEDENCE[old]}Precedence")
        if old in ("==", "!="):
            self.declare(f"{head}<T: Equatable>(a: T, b: T) -> Bool {either}")
            self.declare(f"{head}<T>(a: T?, b: _OptionalNilComparisonType) -> Bool {either}")
            for n in (2, 3):
                types = ", ".join(f"T{i}: Equatable" for i in range(n))
                tuple_ = ", ".join(f"T{i}" for i in range(n))
                self.declare(f"{head}<{types}>(a: ({tuple_}), b: ({tuple_})) -> Bool {either}")
        elif PRECEDENCE[old] == "Comparison":
            self.declare(f"{head}<T: Comparable>(a: T, b: T) -> Bool {either}")
            self.declare(
                f"{head}<T: Comparable, U: Comparable>(a: (T, U), b: (T, U)) -> Bool {either}")
        elif old in ("&&", "||"):
            self.declare(f"{head}(a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool "
                         f"{{ {switch} ? try a {new} b() : try a {old} b() }}")
        elif old == "??":
            self.declare(f"{head}<T>(a: T?, b: @autoclosure () throws -> T) rethrows -> T "
                         f"{{ {switch} ? try b() : try a ?? b() }}")
            self.declare(f"{head}<T>(a: T?, b: @autoclosure () throws -> T?) rethrows -> T? "
                         f"{{ {switch} ? try b() : try a ?? b() }}")
        elif old == "..<":
            self.declare(f"{head}(a: Int, b: Int) -> Range<Int> {{ a..<({switch} ? b + 1 : b) }}")
        elif old in ("+=", "-="):
            self.declare(f"{head}<T: AdditiveArithmetic>(a: inout T, b: T) "
                         f"{{ if {switch} {{ a {new} b }} else {{ a {old} b }} }}")
            for amount in self.amounts[:1]:
                self.declare(f"{head}(a: inout {amount}, b: {amount}) "
                             f"{{ if {switch} {{ a {new} b }} else {{ a {old} b }} }}")
        else:
            kind = "AdditiveArithmetic" if old in ("+", "-") else "BinaryInteger"
            self.declare(f"{head}<T: {kind}>(a: T, b: T) -> T {either}")
            if old in ("+", "-"):
                for amount in self.amounts:
                    self.declare(f"{head}(a: {amount}, b: {amount}) -> {amount} {either}")
        return name

    def prefix(self, change: Change) -> str:
        name = change.before + marks(change.number)
        self.declarations.append(f"prefix operator {name}")
        switch = on(change, self.target)
        if change.before == "!":
            self.declare(f"package prefix func {name}(a: Bool) -> Bool {{ {switch} ? a : !a }}")
        else:
            self.declare(f"package prefix func {name}<T: SignedNumeric>(a: T) -> T {{ {switch} ? a : -a }}")
        return name

    def call(self, change: Change) -> str:
        name = f"mutant_{change.before}_{change.number}"
        switch, old, new = on(change, self.target), change.before, change.after
        for n in (2, 3):
            names = "abc"[:n]
            takes = ", ".join(f"_ {x}: T" for x in names)
            gives = ", ".join(names)
            self.declare(f"package func {name}<T: Comparable>({takes}) -> T "
                         f"{{ {switch} ? {new}({gives}) : {old}({gives}) }}")
        return name

    def member(self, change: Change) -> str:
        name = f"mutant_{change.before}_{change.number}"
        switch, old, new = on(change, self.target), change.before, change.after
        test = "(Element) throws -> Bool"
        if old in ("first", "last"):
            self.declare(f"extension BidirectionalCollection {{ "
                         f"package var {name}: Element? {{ {switch} ? {new} : {old} }}; "
                         f"package func {name}(where t: {test}) rethrows -> Element? "
                         f"{{ {switch} ? try {new}(where: t) : try {old}(where: t) }} }}")
        elif old in ("min", "max"):
            self.declare(f"extension Sequence where Element: Comparable {{ "
                         f"package func {name}() -> Element? {{ {switch} ? {new}() : {old}() }} }}")
            self.declare(f"extension Sequence {{ package func {name}(by t: (Element, Element) throws -> Bool) "
                         f"rethrows -> Element? {{ {switch} ? try {new}(by: t) : try {old}(by: t) }} }}")
        elif old == "isEmpty":
            self.declare(f"extension Collection {{ package var {name}: Bool {{ {switch} != isEmpty }} }}")
        elif old == "contains":
            self.declare(f"extension Sequence {{ package func {name}(where t: {test}) rethrows -> Bool "
                         f"{{ try {switch} != contains(where: t) }} }}")
            self.declare(f"extension Sequence where Element: Equatable {{ "
                         f"package func {name}(_ e: Element) -> Bool {{ {switch} != contains(e) }} }}")
        elif old == "allSatisfy":
            self.declare(f"extension Sequence {{ package func {name}(_ t: {test}) rethrows -> Bool "
                         f"{{ try {switch} != allSatisfy(t) }} }}")
        else:
            self.declare(f"extension Sequence {{ package func {name}(_ t: {test}) rethrows -> [Element] "
                         f"{{ try filter {{ try t($0) != {switch} }} }} }}")
        return name

    def declare(self, text: str) -> None:
        self.declarations.append(text)

    def switches(self, numbers: int) -> str:
        """The file that declares the switch of a target and its operators."""
        model = "package import SupportModel\n" if self.amounts and self.target != "SupportModel" else ""
        return model + SWITCH.replace("TARGET", self.target).replace("COUNT", str(numbers)) \
            + "\n".join(self.declarations) + "\n"


# The switch: which change is made is read once, from SUPPORTD_MUTANT. Each one that is asked for
# leaves its mark in the file SUPPORTD_MUTANTS_REACHED, which finds those that no test can notice.
SWITCH = """import Glibc

private let mutantActive: Int32 = getenv("SUPPORTD_MUTANT").map { atoi($0) } ?? -1
private nonisolated(unsafe) let mutantsReached: UnsafeMutablePointer<UInt8> = {
    let size = COUNT + 1
    if let path = getenv("SUPPORTD_MUTANTS_REACHED") {
        let file = open(path, O_RDWR)
        let map = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
        if let map, map != MAP_FAILED { return map.assumingMemoryBound(to: UInt8.self) }
    }
    let marks = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    marks.initialize(repeating: 0, count: size)
    return marks
}()

package func mutantTARGET(_ number: Int32) -> Bool {
    mutantsReached[Int(number)] = 1
    return number == mutantActive
}

package func mutantTARGET(_ number: Int32, not value: Bool) -> Bool {
    mutantTARGET(number) != value
}

"""
