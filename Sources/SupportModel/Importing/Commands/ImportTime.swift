/// Books the rows of a file of time entries, all or none, each under the rules of every booking
/// (R2, R8-R10) and as if those above it had been booked before.
///
/// A row whose key is known is left alone when it says the same, and refused when it does not.
package struct ImportTime: Command {
    /// In the file's order; at most `Limits.importRowsMax`.
    package var rows: [ImportRow]

    package init(rows: [ImportRow]) {
        self.rows = rows
    }

    /// One `TimeAdded` for each row that is new, or `rowsRefused` with every row that cannot be.
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
        let row = try TimeRow(row)
        try keys.take(row.key, in: row.cells, .key)
        if let entry = row.known(in: draft.state) {
            return try row.expectSame(as: entry, in: draft.state)
        }
        let command = try row.command(in: draft.state)
        do throws(Refusal) {
            try draft.add(command) { event in
                guard var added = event.body as? TimeAdded else { return event }
                added.importKey = row.key
                return Event(added)
            }
        } catch {
            throw row.refusal(error)
        }
    }
}
