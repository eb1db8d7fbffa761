/// One row of a file that is imported: the texts of its cells, unread, and where it stands.
package struct ImportRow: Codable, Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The texts by the names of their columns. An empty one says nothing, like a missing one.
    package var cells: [String: String]

    package init(line: Int, cells: [String: String]) {
        (self.line, self.cells) = (line, cells)
    }
}

/// The columns of one kind of file, in the order in which an export writes them.
package protocol ImportColumn: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Whether only an export says it: an import passes over what the desk gives or works out
    /// itself, so that an exported file can be imported.
    var isReadOnly: Bool { get }
    /// Whether every file that is imported must have it.
    var isRequired: Bool { get }
}

extension ImportColumn {
    /// The columns that an import reads, as a list for people.
    package static var readNames: String { readColumns.joined(separator: ", ") }

    /// The columns that an import reads.
    static var readColumns: [String] { allCases.filter { !$0.isReadOnly }.map(\.rawValue) }
}

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
        guard text.utf8.count <= Limits.importKeyBytesMax, PrintableText.isOneLine(text),
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
        return Int(digits: text.dropFirst(kind.count))
    }
}

extension ImportKey: TextCodable {
    package var description: String { text }

    package static let expected = "an import key, \(Self.rule)"
}

extension [ImportRow] {
    /// One decision for all rows, or `rowsRefused` with every row that cannot be; refused where
    /// there are more than one record can hold.
    ///
    /// - Parameters:
    ///   - nothing: what no row has made.
    ///   - take: adds a row to the record and to what the rows made.
    func decision<Made>(
        _ nothing: Made, _ state: State, _ context: Context,
        _ take: (ImportRow, inout SeenKeys, inout RecordDraft, inout Made) throws(RowRefusal) ->
            Void
    ) throws(Refusal) -> Decision<Made> {
        guard count <= Limits.importRowsMax else {
            throw .invalid(.rows, .row(.tooManyRows(count)))
        }
        var draft = RecordDraft(state, context)
        var keys = SeenKeys()
        var made = nothing
        for row in self {
            do throws(RowRefusal) {
                try take(row, &keys, &draft, &made)
            } catch {
                draft.refuse(error)
            }
        }
        return Decision(made, try draft.finished(of: count))
    }
}
