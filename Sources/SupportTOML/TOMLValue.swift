/// A place in a text.
package struct TOMLPosition: Hashable, Sendable {
    /// 1 for the first line.
    package let line: Int
    /// 1 for the first character of a line. A character is a Unicode scalar; a byte order mark is none.
    package let column: Int
}

/// Where a text breaks the rules of TOML, and what was expected there.
package struct TOMLFault: Error, Hashable, Sendable {
    package let position: TOMLPosition
    /// `expected a key`.
    package let problem: String

    init(_ position: TOMLPosition, _ problem: String) {
        (self.position, self.problem) = (position, problem)
    }
}

/// A value and where it begins.
package struct TOMLValue: Hashable, Sendable {
    /// What a value can be. The two kinds of table, with a header and inline, read the same, and so
    /// do the two kinds of list.
    package enum Content: Hashable, Sendable {
        case text(String)
        case integer(Int)
        case float(Double)
        case boolean(Bool)
        indirect case moment(TOMLMoment)
        case list([TOMLValue])
        case table(TOMLTable)
    }

    package let content: Content
    /// The first byte of the value; for a table with a header its name in the header, and for a list
    /// of such tables the name in the first one.
    package let position: TOMLPosition

    init(_ content: Content, at position: TOMLPosition) {
        (self.content, self.position) = (content, position)
    }
}

extension TOMLValue {
    /// The text; nil for another kind of value.
    package var text: String? { if case .text(let text) = content { text } else { nil } }
    /// The whole number; nil for another kind of value.
    package var integer: Int? { if case .integer(let integer) = content { integer } else { nil } }
    /// True or false; nil for another kind of value.
    package var boolean: Bool? { if case .boolean(let boolean) = content { boolean } else { nil } }
    /// The values of a list; nil for another kind of value.
    package var list: [TOMLValue]? { if case .list(let list) = content { list } else { nil } }
    /// The table; nil for another kind of value.
    package var table: TOMLTable? { if case .table(let table) = content { table } else { nil } }

    /// Whether it is a text with the character U+0000.
    package var holdsZero: Bool { text?.utf8.contains(0) ?? false }
}

/// Values by their keys, without an order.
package struct TOMLTable: Hashable, Sendable {
    /// A key's place and its value.
    package struct Entry: Hashable, Sendable {
        /// Where the key was first named, be it in a header.
        package let key: TOMLPosition
        package let value: TOMLValue
    }

    private let entries: [TOMLKey: Entry]

    init(_ entries: [TOMLKey: Entry]) {
        self.entries = entries
    }

    /// The entry of a key; nil where the table does not have it.
    package subscript(key: String) -> Entry? { entries[TOMLKey(key)] }

    /// All keys, sorted.
    package var keys: [String] { entries.keys.map(\.text).sorted() }
}

/// A key of a table, its escapes resolved.
///
/// Two keys are the same if their bytes are: a letter with an accent and the letter followed by the
/// accent make two, though `String` holds them equal.
package struct TOMLKey: Hashable, Sendable {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package static func == (left: TOMLKey, right: TOMLKey) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    /// The key as TOML writes it, cut for people: bare where it can be, else in quotes.
    package var shown: String {
        let isBare = !text.isEmpty && text.utf8.allSatisfy(Self.isBare)
        return isBare ? String(text.prefix(Self.shownScalarsMax)) : Self.quoted(text)
    }

    /// The longest text that is shown in full, in Unicode scalars.
    private static let shownScalarsMax = 64

    /// A text of the user's in quotes, cut and with its control characters spelled out.
    package static func quoted(_ text: String) -> String {
        let scalars = text.unicodeScalars
        let head = String(String.UnicodeScalarView(scalars.prefix(shownScalarsMax)))
        return head.debugDescription + (scalars.count > shownScalarsMax ? "…" : "")
    }

    /// Whether a byte may stand in a key without quotes.
    package static func isBare(_ byte: UInt8) -> Bool {
        (65...90).contains(byte & 0xDF) || (48...57).contains(byte) || byte == 45 || byte == 95
    }
}
