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

/// Checks on free text that people type, so that no record can hold an unbounded or unprintable one.
enum BoundedText {
    /// One line of 1 to `Limits.lineBytesMax` bytes that says something, without control characters.
    static func line(_ text: String, _ what: String) throws(Refusal) -> String {
        guard !isBlank(text) else { throw .invalid(what: what, why: "is empty", hint: "say it") }
        guard text.utf8.count <= Limits.lineBytesMax else {
            throw .invalid(
                what: what, why: "is longer than \(Limits.lineBytesMax) bytes",
                hint: "shorten it")
        }
        guard PrintableText.isOneLine(text) else {
            throw .invalid(
                what: what, why: "holds a control character", hint: "keep it to one line")
        }
        return text
    }

    /// Several lines of at most `Limits.bodyBytesMax` bytes; of controls only tab and line ends.
    static func body(_ text: String, _ what: String) throws(Refusal) -> String {
        guard text.utf8.count <= Limits.bodyBytesMax else {
            throw .invalid(
                what: what, why: "is longer than \(Limits.bodyBytesMax) bytes",
                hint: "shorten it or keep it elsewhere and name the place")
        }
        guard PrintableText.isLines(text) else {
            throw .invalid(
                what: what, why: "holds a control character",
                hint: "keep to text, tabs and line ends")
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
