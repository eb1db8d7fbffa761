/// A short name that a person chose for one thing of a kind: client `acme`, monitor `acme-shop`.
///
/// 1 to 64 bytes: a lower-case letter first, then lower-case letters, digits, `-`, `_` and `.`.
/// Because of the first letter it is never a number, so that one argument can be either.
package struct Name<Subject>: Hashable, Sendable, Comparable, TextCodable {
    /// The name as it was given.
    package let text: String

    /// The rule for names, for a person who gave a text that breaks it.
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

    /// What a text has to be, for the error about another one.
    package static var expected: String { "a name of \(Self.rule)" }

    package var description: String { text }
}

/// A refusal of a free text.
package enum TextRule: Hashable, Sendable, CaseIterable {
    /// The text is blank.
    case empty
    /// A line has more than `Limits.lineCharactersMax` characters.
    case lineTooLong
    /// A line contains control characters.
    case lineControlCharacter
    /// A body has more than `Limits.bodyCharactersMax` characters.
    case bodyTooLong
    /// A body contains control characters other than tabs and line ends.
    case controlCharacter
    /// The client has `Limits.clientNotesMax` notes already.
    case tooManyNotes
}

/// Checks on free text that people type, so that no record can hold an unbounded or unprintable one.
enum BoundedText {
    /// Accepts one line of 1 to `Limits.lineCharactersMax` characters that is not blank, without
    /// control characters.
    static func line(_ text: String, _ field: Field) throws(Refusal) -> String {
        guard !isBlank(text) else { throw .invalid(field, .text(.empty)) }
        guard holds(text, Limits.lineCharactersMax) else {
            throw .invalid(field, .text(.lineTooLong))
        }
        guard PrintableText.isOneLine(text) else {
            throw .invalid(field, .text(.lineControlCharacter))
        }
        return text
    }

    /// A note as given; refused where it is blank or has more than `Limits.bodyCharactersMax` characters.
    static func note(_ text: String) throws(Refusal) -> String {
        guard !isBlank(text) else {
            throw .invalid(.note, .ticket(.emptyNote))
        }
        return try body(text, .note)
    }

    /// Accepts lines of at most `Limits.bodyCharactersMax` characters together; tab and line ends
    /// are the only control characters.
    static func body(_ text: String, _ field: Field) throws(Refusal) -> String {
        guard holds(text, Limits.bodyCharactersMax) else {
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

    /// Whether a text has at most so many characters.
    private static func holds(_ text: String, _ charactersMax: Int) -> Bool {
        // Few texts have more bytes than that, and only they are counted.
        text.utf8.count <= charactersMax || text.unicodeScalars.count <= charactersMax
    }

    /// Whether a text has no visible character.
    static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}

extension Name {
    /// A name that is a literal in the source code and is known to follow the rule.
    init(known text: StaticString) {
        self.text = text.description
    }
}

extension Catalogue {
    /// The default service of a ticket: troubleshooting, or the catalogue's first service.
    var defaultService: Name<Service> {
        named(Name(known: "troubleshooting"))
    }

    /// The service of a monitor's ticket: monitoring, or the catalogue's first service.
    var monitoringService: Name<Service> {
        named(Name(known: "monitoring"))
    }

    private func named(_ name: Name<Service>) -> Name<Service> {
        service(name)?.name ?? services.first?.name ?? name
    }
}
