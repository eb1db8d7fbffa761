/// A short name that a person chose for one thing of a kind: client `acme`, monitor `acme-shop`.
///
/// 1 to 64 bytes: a lower-case letter first, then lower-case letters, digits, `-`, `_` and `.`. The
/// first letter keeps it apart from a number, so that one argument can be either.
package struct Name<Subject>: Hashable, Sendable, Comparable, Codable {
    /// The name as it was given.
    package let text: String

    /// What a name may be, for a person who gave another.
    package static var rule: String {
        "1 to \(Limits.nameBytesMax) characters: a lower-case letter, then letters, digits, - _ ."
    }

    /// Nil when the text breaks the rule.
    package init?(_ text: String) {
        let bytes = text.utf8
        guard let first = bytes.first, (97...122).contains(first),
            bytes.count <= Limits.nameBytesMax,
            bytes.allSatisfy({
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
                    || $0 == 95
            })
        else { return nil }
        self.text = text
    }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    package init(from decoder: any Decoder) throws {
        self = try decoder.scalar("a name of \(Self.rule)") { Self($0) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Name: CustomStringConvertible {
    package var description: String { text }
}

/// What a free text does not allow.
package enum TextRule: Hashable, Sendable, CaseIterable {
    /// It says something.
    case empty
    /// A line has `Limits.lineBytesMax` bytes at most.
    case lineTooLong
    /// A line holds no control characters.
    case severalLines
    /// A body has `Limits.bodyBytesMax` bytes at most.
    case bodyTooLong
    /// A body holds no control characters but tabs and line ends.
    case controlCharacter
    /// A client has `Limits.clientNotesMax` notes at most.
    case tooManyNotes
}

/// Checks on free text that people type, so that no record can hold an unbounded or unprintable one.
enum BoundedText {
    /// One line of 1 to `Limits.lineBytesMax` bytes that says something, without control characters.
    static func line(_ text: String, _ field: Field) throws(Refusal) -> String {
        guard !isBlank(text) else { throw .invalid(field, .text(.empty)) }
        guard text.utf8.count <= Limits.lineBytesMax else {
            throw .invalid(field, .text(.lineTooLong))
        }
        guard PrintableText.isOneLine(text) else {
            throw .invalid(field, .text(.severalLines))
        }
        return text
    }

    /// A note as given; refused where it is blank or has more than `Limits.bodyBytesMax` bytes.
    static func note(_ text: String) throws(Refusal) -> String {
        guard !isBlank(text) else {
            throw .invalid(.note, .ticket(.emptyNote))
        }
        return try body(text, .note)
    }

    /// Several lines of at most `Limits.bodyBytesMax` bytes; of controls only tab and line ends.
    static func body(_ text: String, _ field: Field) throws(Refusal) -> String {
        guard text.utf8.count <= Limits.bodyBytesMax else {
            throw .invalid(field, .text(.bodyTooLong))
        }
        guard PrintableText.isLines(text) else {
            throw .invalid(field, .text(.controlCharacter))
        }
        return text
    }

    /// The beginning of a text, cut between two scalars to a number of bytes.
    static func cut(_ text: String, bytesMax: Int) -> String {
        guard text.utf8.count > bytesMax else { return text }
        var kept = String.UnicodeScalarView()
        var room = bytesMax
        for scalar in text.unicodeScalars {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            kept.append(scalar)
        }
        return String(kept)
    }

    /// Whether a text has nothing to read in it.
    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension Name {
    /// A name that stands in the program's text and is known to follow the rule.
    init(known text: StaticString) {
        self.text = text.description
    }
}

extension Catalogue {
    /// What a ticket names when nobody said: troubleshooting, or the catalogue's first service.
    var defaultService: Name<Service> {
        named(Name(known: "troubleshooting"))
    }

    /// What a monitor's ticket names: monitoring, or the catalogue's first service.
    var monitoringService: Name<Service> {
        named(Name(known: "monitoring"))
    }

    private func named(_ name: Name<Service>) -> Name<Service> {
        service(name)?.name ?? services.first?.name ?? name
    }
}
