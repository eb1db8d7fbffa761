/// What another program calls a thing that was imported from it: the same key is never imported
/// twice.
///
/// One line of 1 to `Limits.importKeyBytesMax` bytes without control characters. Tickets and time
/// entries have keys of their own, so that a ticket and an entry may have the same.
package struct ImportKey: Hashable, Sendable, Comparable {
    /// The key as it was given.
    package let text: String

    /// What a key may be, for a person who gave another.
    package static var rule: String {
        "one line of 1 to \(Limits.importKeyBytesMax) bytes"
    }

    /// Nil when the text breaks the rule.
    package init?(_ text: String) {
        guard text.utf8.count <= Limits.importKeyBytesMax, BoundedText.isOneLine(text),
            !BoundedText.isBlank(text)
        else { return nil }
        self.text = text
    }

    /// The key under which an export shows a ticket that was never imported: `ticket:12`.
    package init(standingFor ticket: Identifier<Ticket>) { text = "ticket:\(ticket)" }

    /// The key under which an export shows an entry that was never imported: `entry:41`.
    package init(standingFor entry: Identifier<TimeEntry>) { text = "entry:\(entry)" }

    package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    /// The ticket that the key stands for if it was exported here; nil for any other key.
    var exportedTicket: Identifier<Ticket>? { number(after: "ticket:").flatMap { Identifier($0) } }

    /// The entry that the key stands for if it was exported here; nil for any other key.
    var exportedEntry: Identifier<TimeEntry>? { number(after: "entry:").flatMap { Identifier($0) } }

    private func number(after kind: String) -> Int? {
        guard text.hasPrefix(kind) else { return nil }
        let digits = text.dropFirst(kind.count)
        return digits.isDecimalNumber ? Int(digits) : nil
    }
}

extension ImportKey: CustomStringConvertible, Codable {
    package var description: String { text }

    package init(from decoder: any Decoder) throws {
        self = try decoder.scalar("an import key, \(Self.rule)") { Self($0) }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
