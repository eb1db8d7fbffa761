"""Finds the small changes that can be made to a Swift file: one operator, figure, condition or
statement each. A change is a piece of text that takes the place of another, so that it can be
shown, and a kind and parts, from which `schemata` writes both behind a switch."""

from dataclasses import dataclass, field

from tokens import Token, tokens_of

COMPARISONS = {
    "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="],
}
CONNECTIVES = {"&&": ["||"], "||": ["&&"]}
ARITHMETIC = {
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["/"], "+=": ["-="], "-=": ["+="],
    "..<": ["...one more"],
}
BINARY = {**COMPARISONS, **CONNECTIVES, **ARITHMETIC}
CALLS = {"min": "max", "max": "min"}
MEMBERS = {
    "first": "last", "last": "first", "min": "max", "max": "min", "isEmpty": "!isEmpty",
    "contains": "!contains", "allSatisfy": "!allSatisfy", "filter": "!filter",
}
# What a statement that can be left out does not begin with.
KEYWORDS = set(
    """if else guard for while repeat switch case default return throw break continue do catch
    let var func init deinit struct class enum actor extension protocol import typealias defer
    package internal private fileprivate public static mutating nonmutating override final
    subscript associatedtype operator indirect lazy weak unowned convenience required some any
    get set didSet willSet where in is as nil true false super fallthrough""".split())
# What only sets memory aside changes no answer.
ONLY_SPEED = "reserveCapacity"
# What ends the condition of a ternary operator when it is searched backwards from its question
# mark.
BEFORE_TERNARY = {"=", "+=", "-=", "->", "?", ":", "??"}
WORDS_BEFORE = {"return", "in", "try", "await", "else", "throw", "yield"}
ENDS_EXPRESSION = {"word", "number", "string", ")", "]", "}"}


@dataclass
class Change:
    file: str
    line: int
    start: int
    end: int
    kind: str  # how it is written: "binary", "prefix", "literal", "call", "member", …
    before: str
    after: str
    text: str = ""  # the source line, without its margin
    nth: int = 1  # which one of the same changes on lines of the same text
    number: int = 0
    details: dict = field(default_factory=dict)

    @property
    def words(self) -> str:
        what = f"{self.before} -> {self.after}"
        return what if self.nth == 1 else f"{what} #{self.nth}"

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.file, self.text, self.words)


class Finder:
    def __init__(self, file: str, text: str):
        self.file = file
        self.source = text
        self.tokens = tokens_of(text)
        self.lines = text.split("\n")
        self.changes: list[Change] = []

    def all(self) -> list[Change]:
        for place in range(len(self.tokens)):
            self.examine(place)
        self.name()
        return self.changes

    def name(self) -> None:
        """Gives changes that read alike a number each."""
        seen: dict[tuple, int] = {}
        for change in self.changes:
            change.text = self.lines[change.line - 1].strip()
            seen[change.key] = seen.get(change.key, 0) + 1
            change.nth = seen[(change.file, change.text, change.words)]

    def add(self, kind: str, first: Token, last: Token, before: str, after: str, **details) -> None:
        self.changes.append(
            Change(self.file, first.line, first.start, last.end, kind, before, after,
                   details=details))

    def at(self, place: int) -> Token | None:
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def spaced(self, token: Token) -> tuple[bool, bool]:
        before = self.source[token.start - 1 : token.start]
        after = self.source[token.end : token.end + 1]
        return before.isspace(), after.isspace()

    def examine(self, place: int) -> None:
        token = self.tokens[place]
        if ONLY_SPEED in self.lines[token.line - 1]:
            return
        if token.kind == "operator":
            self.operator(place, token)
        elif token.kind == "number":
            self.literal(place, token)
        elif token.kind == "word":
            self.word(place, token)

    # Operators

    def operator(self, place: int, token: Token) -> None:
        before, after = self.spaced(token)
        if self.declares(place):
            return
        binary = before and after or token.text == "..<"
        if binary and token.text in BINARY and not self.joins_text(place):
            for other in BINARY[token.text]:
                self.add("binary", token, token, token.text, other)
        elif binary and token.text == "??":
            self.add("binary", token, token, "??", "only what follows ??")
        elif binary and token.text == "?":
            self.ternary(place)
        elif token.text in ("!", "-") and not after and self.is_prefix(place, before):
            self.add("prefix", token, token, token.text, "nothing")
        elif token.text in BINARY and self.is_reference(place):
            for other in BINARY[token.text]:
                self.add("binary", token, token, token.text, other)

    def declares(self, place: int) -> bool:
        previous = self.at(place - 1)
        return previous is not None and previous.text in ("func", "operator")

    def joins_text(self, place: int) -> bool:
        """Whether `+` visibly joins strings, which nothing can be taken from."""
        sides = (self.at(place - 1), self.at(place + 1))
        return self.tokens[place].text == "+" and any(s and s.kind == "string" for s in sides)

    def is_prefix(self, place: int, spaced: bool) -> bool:
        previous = self.at(place - 1)
        return spaced or previous is None or previous.kind in ("(", "[", "{", ",")

    def is_reference(self, place: int) -> bool:
        """Whether an operator is handed over as a function: `sorted(by: <)`."""
        previous, following = self.at(place - 1), self.at(place + 1)
        return bool(previous and following and previous.kind in (":", ",", "(")
                    and following.kind == ")")

    def ternary(self, place: int) -> None:
        depth = self.tokens[place].depth
        first = place
        while first > 0:
            before = self.tokens[first - 1]
            if before.depth < depth or before.kind in (",", ":", ";") and before.depth == depth:
                break
            if before.kind == "operator" and before.depth == depth \
                    and before.text in BEFORE_TERNARY:
                break
            if before.kind == "word" and before.text in WORDS_BEFORE and before.depth == depth:
                break
            if self.begins_statement(first) and first != place:
                break
            first -= 1
        if first < place:
            start, end = self.tokens[first], self.tokens[place - 1]
            self.add("condition", start, end, self.cut(start, end) + " ?", "its opposite",
                     value="not")

    # Figures and names

    def literal(self, place: int, token: Token) -> None:
        text = token.text.replace("_", "")
        following = self.at(place + 1)
        if not text.isdigit() or self.in_pattern(place):
            return
        if following and following.text == "." and self.at(place + 2).kind == "number":
            return  # 1.5
        previous = self.at(place - 1)
        if previous and previous.text == "." and self.source[previous.start - 1].isdigit():
            return
        if previous and previous.text == ".":
            return  # a tuple's member
        self.add("literal", token, token, token.text, str(int(text) + 1))

    def in_pattern(self, place: int) -> bool:
        """Whether a token stands in the pattern of a `case`, or is a raw value."""
        scan = place
        while scan >= 0 and not self.tokens[scan].first:
            token = self.tokens[scan]
            if token.kind in (":", "{") and token.depth <= self.tokens[place].depth:
                return False
            scan -= 1
        return self.tokens[scan].text == "case"

    def word(self, place: int, token: Token) -> None:
        previous, following = self.at(place - 1), self.at(place + 1)
        member = previous is not None and previous.text in (".", "?.") \
            and not self.spaced(previous)[1]
        called = following is not None and following.text in ("(", "{")
        if token.text in ("true", "false") and not self.in_pattern(place):
            self.add("literal", token, token, token.text,
                     "false" if token.text == "true" else "true")
        elif token.text in CALLS and not member and called and following.text == "(":
            if previous is None or previous.text not in ("func", "."):
                self.add("call", token, token, token.text, CALLS[token.text])
        elif token.text in MEMBERS and member and self.reads(place - 2, previous):
            self.add("member", token, token, token.text, MEMBERS[token.text], called=called)
        elif token.text in ("if", "guard", "while") and not (following and following.kind == ":"):
            self.conditions(place, token.text)
        elif token.text == "where" and self.line_begins_with(place, "for"):
            self.conditions(place, "where")
        if self.begins_statement(place) and token.text not in KEYWORDS \
                and token.text[0] not in "@#":
            self.statement(place)

    def reads(self, place: int, dot: Token) -> bool:
        """Whether a member is one of a value: `.first` alone is a case of an enumeration."""
        value = self.at(place)
        return value is not None and value.end == dot.start and value.kind in ENDS_EXPRESSION

    def line_begins_with(self, place: int, word: str) -> bool:
        while place > 0 and not self.tokens[place].first:
            place -= 1
        return self.tokens[place].text == word or self.tokens[place].text == "where"

    # Conditions

    def conditions(self, place: int, word: str) -> None:
        depth = self.tokens[place].depth
        first = place + 1
        scan = first
        while scan < len(self.tokens):
            token = self.tokens[scan]
            ends = token.depth == depth and (
                token.kind == "{" or token.kind == "," or token.text == "else")
            if token.depth < depth:
                return
            if ends:
                self.condition(first, scan - 1, word)
                if token.kind != ",":
                    return
                first = scan + 1
            scan = token.pair + 1 if token.pair and token.pair > scan and not ends else scan + 1

    def condition(self, first: int, last: int, word: str) -> None:
        start, end = self.tokens[first], self.tokens[last]
        if last < first or start.text in ("let", "var", "case") or start.text[0] == "#":
            return
        for value in ("true", "false"):
            if word == "while" and value == "true":
                continue
            self.add("condition", start, end, f"{word} {self.cut(start, end)}", value, value=value)

    def cut(self, start: Token, end: Token) -> str:
        return " ".join(self.source[start.start : end.end].split())

    # Statements

    def begins_statement(self, place: int) -> bool:
        """Whether a token is the first of a statement that stands on lines of its own."""
        token = self.tokens[place]
        if not token.first or token.kind != "word":
            return False
        previous = self.at(place - 1)
        if previous is None or previous.kind in ("{", "}", ":"):
            return previous is not None and self.in_block(place)
        if previous.kind not in ENDS_EXPRESSION or not self.in_block(place):
            return previous.text in ("in", "!", "?") and self.in_block(place)
        return True

    def block(self, place: int) -> int | None:
        """The place of the brace around a token, if the innermost bracket is one."""
        depth = self.tokens[place].depth
        while place >= 0:
            if self.tokens[place].depth == depth - 1 and self.tokens[place].pair is not None \
                    and self.tokens[place].kind in ("(", "[", "{"):
                return place if self.tokens[place].kind == "{" else None
            place -= 1
        return None

    def in_block(self, place: int) -> bool:
        return self.block(place) is not None

    def header(self, brace: int) -> list[str]:
        """The words of the line that opens a block."""
        words = []
        scan = brace - 1
        depth = self.tokens[brace].depth
        while scan >= 0:
            token = self.tokens[scan]
            if token.depth < depth or token.kind in ("{", "}") and token.depth == depth:
                break
            words.append(token.text)
            if token.first and token.depth == depth and token.text not in ("else", ")"):
                break
            scan -= 1
        return words[::-1]

    def statement(self, place: int) -> None:
        last = self.statement_end(place)
        following = self.at(place + 1)
        if following is None or following.kind == ":":
            return
        brace = self.block(place)
        header = self.header(brace)
        text = [t for t in self.tokens[place : last + 1]]
        depth = self.tokens[place].depth
        assigns = next((i for i, t in enumerate(text)
                        if t.text in ("=", "+=", "-=") and t.depth == depth), None)
        if assigns is not None and text[assigns].text == "=":
            target = "".join(t.text for t in text[:assigns])
            if self.is_initial(target, header):
                return
        if assigns is None and (text[-1].kind not in (")", "}") or not any(
                t.kind == "(" for t in text) or self.is_value(text, depth)):
            return
        begins = place == brace + 1 or self.tokens[place - 1].text == "in"
        alone = begins and self.tokens[brace].pair == last + 1
        if assigns is None and alone and self.answers(header):
            return
        start, end = self.tokens[place], self.tokens[last]
        self.add("statement", start, end, self.cut(start, end), "nothing")

    def is_value(self, text: list[Token], depth: int) -> bool:
        """Whether an expression is an answer and no act, or all that an initializer does."""
        words = [t.text for t in text[:4]]
        return any(t.text == "?" and t.depth == depth for t in text) \
            or "self" in words and "init" in words

    def is_initial(self, target: str, header: list[str]) -> bool:
        """Whether an assignment gives a constant, a member or a value its first value."""
        if target == "self":
            return True
        if "init" in header and ("." not in target or target.startswith("self.")):
            return True
        return any(line.strip().startswith((f"let {target}: ", f"var {target}: "))
                   and "=" not in line and "{" not in line for line in self.lines)

    def answers(self, header: list[str]) -> bool:
        """Whether a block's only expression is its value."""
        if header[:1] and header[0] in ("if", "for", "while", "guard", "else", "do", "switch"):
            return False
        return "func" not in header or "->" in header

    def statement_end(self, place: int) -> int:
        depth = self.tokens[place].depth
        last = place
        while last + 1 < len(self.tokens):
            if self.tokens[last].pair is not None and self.tokens[last].pair > last:
                last = self.tokens[last].pair
                continue
            following = self.tokens[last + 1]
            if following.depth < depth or following.kind in ("}", ";") and following.depth == depth:
                break
            if following.first and not self.goes_on(last, following):
                break
            last += 1
        return last

    def goes_on(self, last: int, following: Token) -> bool:
        here = self.tokens[last]
        if following.kind == "operator" or following.kind == "{" and False:
            return True
        spaced = self.spaced(here)
        return here.kind == "operator" and spaced[1] and here.text not in ("!", "?") \
            or here.kind in (",", "(", "[") or here.text in ("=", "in") and here.text == "="


def changes_of(file: str, text: str) -> list[Change]:
    return Finder(file, text).all()
