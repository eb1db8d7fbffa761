/// Opens the tickets of a file, all or none (R2-R4).
///
/// A row whose key is known is left alone when it says the same, and refused when it does not.
package struct ImportTickets: Command {
    /// In the file's order; at most `Limits.importRowsMax`.
    package var rows: [ImportRow]

    package init(rows: [ImportRow]) {
        self.rows = rows
    }

    /// One `TicketOpened` for each row that is new, or `rowsRefused` with every row that cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try rows.expectFewEnough()
        var draft = RecordDraft(state, context)
        var keys = SeenKeys()
        for row in rows {
            do throws(RowRefusal) {
                try Self.take(row, &keys, &draft)
            } catch {
                draft.refuse(error)
            }
        }
        return try draft.finished(of: rows.count)
    }

    private static func take(
        _ row: ImportRow, _ keys: inout SeenKeys, _ draft: inout RecordDraft
    ) throws(RowRefusal) {
        let row = try TicketRow(row)
        try keys.take(row.key, in: row.cells, .key)
        if let ticket = row.known(in: draft.state) { return try row.expectSame(as: ticket) }
        do throws(Refusal) {
            try draft.add(row.command) { event in
                guard var opened = event.body as? TicketOpened else { return event }
                opened.importKey = row.key
                return Event(opened)
            }
        } catch {
            throw row.refusal(error)
        }
    }
}
