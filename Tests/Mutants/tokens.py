"""Cuts Swift source into tokens: enough of its grammar to find operators and statements.

Comments are left out. A string is one token up to an interpolation, whose code is cut like any
other, between the brackets of kind "(" and ")".
"""

from dataclasses import dataclass

OPERATOR = set("/=-+!*%<>&|^~?.")
OPENING = {"(": ")", "[": "]", "{": "}"}


@dataclass
class Token:
    kind: str  # "word", "number", "operator", "string", or the bracket, comma, … itself
    text: str
    start: int
    end: int
    line: int
    first: bool = False  # whether nothing but white space stands before it on its line
    depth: int = 0
    pair: int | None = None  # the place of the bracket that belongs to this one


class Tokenizer:
    def __init__(self, text: str):
        self.text = text
        self.at = 0
        self.line = 1
        self.line_is_empty = True
        self.tokens: list[Token] = []

    def all(self) -> list[Token]:
        self.code(closing=None)
        self.match()
        return self.tokens

    def emit(self, kind: str, end: int) -> None:
        text = self.text[self.at : end]
        self.tokens.append(Token(kind, text, self.at, end, self.line, self.line_is_empty))
        self.line_is_empty = False
        self.move(end)

    def move(self, end: int) -> None:
        passed = self.text[self.at : end]
        self.line += passed.count("\n")
        if "\n" in passed:
            self.line_is_empty = not passed.rsplit("\n", 1)[1].strip()
        self.at = end

    def code(self, closing: str | None) -> None:
        """Cuts code up to the end, or up to the bracket that ends an interpolation."""
        open_brackets = 0
        while self.at < len(self.text):
            here, rest = self.text[self.at], self.text[self.at : self.at + 2]
            if rest == "//":
                end = self.text.find("\n", self.at)
                self.move(len(self.text) if end < 0 else end)
            elif rest == "/*":
                self.move(self.text.index("*/", self.at) + 2)
            elif here.isspace():
                self.move(self.at + 1)
            elif here == '"' or here == "#" and self.text[self.at :].lstrip("#")[:1] == '"':
                self.string()
            elif here.isalpha() or here in "_$#@`":
                self.emit("word", self.run(lambda c: c.isalnum() or c in "_$#@`"))
            elif here.isdigit():
                self.emit("number", self.run(lambda c: c.isalnum() or c == "_"))
            elif here in OPERATOR:
                self.emit("operator", self.run(lambda c: c in OPERATOR))
            else:
                if closing and here == "(":
                    open_brackets += 1
                if closing and here == closing:
                    if open_brackets == 0:
                        return
                    open_brackets -= 1
                self.emit(here, self.at + 1)

    def run(self, belongs) -> int:
        end = self.at + 1
        while end < len(self.text) and belongs(self.text[end]):
            end += 1
        return end

    def string(self) -> None:
        start = self.at
        while self.text[start] == "#":
            start += 1
        hashes = "#" * (start - self.at)
        quotes = '"""' if self.text.startswith('"""', start) else '"'
        scan = start + len(quotes)
        while not self.text.startswith(quotes + hashes, scan):
            if self.text.startswith("\\" + hashes + "(", scan):
                self.emit("string", scan + 1 + len(hashes))
                self.emit("(", self.at + 1)
                self.code(closing=")")
                self.emit(")", self.at + 1)
                scan = self.at
            elif self.text.startswith("\\" + hashes, scan):
                scan += 2 + len(hashes)
            else:
                scan += 1
        self.emit("string", scan + len(quotes) + len(hashes))

    def match(self) -> None:
        stack: list[int] = []
        for place, token in enumerate(self.tokens):
            if token.kind in OPENING.values() and stack:
                token.pair = stack.pop()
                self.tokens[token.pair].pair = place
            token.depth = len(stack)
            if token.kind in OPENING:
                stack.append(place)


def tokens_of(text: str) -> list[Token]:
    return Tokenizer(text).all()
