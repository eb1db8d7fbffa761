/// The import of a file: all its rows or none.
package protocol FileImport: LongCommand, Codable where Made: FileOutcome {
    /// In the file's order; at most `Limits.importRowsMax`.
    var rows: [ImportRow] { get }

    /// For the rows of a file.
    init(rows: [ImportRow])
    /// Adds a row to the record and to what the rows made.
    static func take(
        _ row: ImportRow, _ keys: inout SeenKeys, _ draft: inout RecordDraft, _ made: inout Made
    ) throws(RowRefusal)
    /// Gives new things the numbers that are free on a later state; false where something that a
    /// decision rests on has changed, so that it has to be made again.
    static func renumber(
        _ decision: inout Decision<Made>, from base: State, onto state: State
    ) -> Bool
}

/// What the rows of a file made.
package protocol FileOutcome: Sendable {
    /// Nothing so far.
    init()
}

extension FileImport {
    /// The events of each row that is new, or `rowsRefused` with every row that cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try rows.decision(Made(), state, context, Self.take)
    }
}

/// Opens the tickets of a file, all or none (R2-R4): one `TicketOpened` for each new row.
///
/// A row whose key is known is left alone when it says the same, and refused when it does not.
package struct ImportTickets: FileImport {
    package var rows: [ImportRow]

    /// The tickets of the rows, in the file's order.
    package struct Made: FileOutcome {
        package fileprivate(set) var added: [Identifier<Ticket>] = []
        /// Those that an earlier import has opened.
        package fileprivate(set) var unchanged: [Identifier<Ticket>] = []

        /// Nothing so far.
        package init() {}

        /// Gives the new tickets other numbers.
        mutating func renumber(_ numbers: Renumbering<Ticket>) { added = added.map { numbers($0) } }
    }

    package init(rows: [ImportRow]) {
        self.rows = rows
    }

    /// Opens the row's ticket, unless an earlier import has.
    package static func take(
        _ row: ImportRow, _ keys: inout SeenKeys, _ draft: inout RecordDraft, _ made: inout Made
    ) throws(RowRefusal) {
        let row = try TicketRow(row)
        try keys.take(row.key, in: row.cells, .key)
        if let ticket = row.known(in: draft.state) {
            try row.expectSame(as: ticket)
            return made.unchanged.append(ticket.number)
        }
        do throws(Refusal) {
            let opened = try draft.add(row.command) { event in
                guard var opened = event.body as? TicketOpened else { return event }
                opened.importKey = row.key
                return Event(opened)
            }
            made.added.append(opened.made)
        } catch {
            throw row.refusal(error)
        }
    }
}

/// Books the rows of a file of time entries, all or none, each under the rules of every booking
/// (R2, R8-R10) and as if those above it had been booked before: one `TimeAdded` for each new row.
///
/// A row whose key is known is left alone when it says the same, and refused when it does not.
package struct ImportTime: FileImport {
    package var rows: [ImportRow]

    /// The entries of the rows, in the file's order.
    package struct Made: FileOutcome {
        package fileprivate(set) var added: [Identifier<TimeEntry>] = []
        /// Those that an earlier import has booked.
        package fileprivate(set) var unchanged: [Identifier<TimeEntry>] = []
        /// The hours of each contract that entries were booked on.
        package fileprivate(set) var hours: [Identifier<Contract>: ChangedHours] = [:]
        /// The changes of the clients' statements for work on demand.
        package private(set) var onDemand: [OnDemandChange] = []

        /// Nothing so far.
        package init() {}

        /// Gives the new entries other numbers.
        mutating func renumber(_ numbers: Renumbering<TimeEntry>) {
            added = added.map { numbers($0) }
            hours = hours.mapValues { $0.renumbered(numbers) }
        }

        /// Takes one more booking; what is known of its contract's hours is passed on to it.
        fileprivate mutating func add(
            _ row: TimeRow, as command: AddTime, to draft: inout RecordDraft
        ) throws(Refusal) {
            let contract = draft.state.tickets[draft.state.survivor(of: command.ticket)]?.contract
            // Taken out, so that the coverage has one owner and grows in place.
            let earlier = contract.flatMap { hours.removeValue(forKey: $0) }
            let booked = try draft.book(command, after: earlier, mark: row.mark)
            added.append(booked.entry)
            if let next = booked.onDemand { add(next) }
            if let next = booked.hours { hours[next.contract] = next }
        }

        private mutating func add(_ next: OnDemandChange) {
            let place = onDemand.firstIndex { $0.client == next.client && $0.month == next.month }
            guard let place else { return onDemand.append(next) }
            onDemand[place] = onDemand[place].followed(by: next)
        }
    }

    package init(rows: [ImportRow]) {
        self.rows = rows
    }

    /// Books the row's entry, unless an earlier import has.
    package static func take(
        _ row: ImportRow, _ keys: inout SeenKeys, _ draft: inout RecordDraft, _ made: inout Made
    ) throws(RowRefusal) {
        let row = try TimeRow(row)
        try keys.take(row.key, in: row.cells, .key)
        if let entry = row.known(in: draft.state) {
            try row.expectSame(as: entry, in: draft.state)
            return made.unchanged.append(entry.number)
        }
        let command = try row.command(in: draft.state)
        do throws(Refusal) {
            try made.add(row, as: command, to: &draft)
        } catch {
            throw row.refusal(error)
        }
    }
}

/// A row says otherwise than what was imported under its key before.
package struct ImportDifference: Hashable, Sendable {
    /// The row's key.
    package var key: ImportKey
    /// What the key made: `ticket 12`, `entry 41`.
    package var made: String
    /// What the desk has there.
    package var has: String
    /// What the row says.
    package var row: String

    package init(key: ImportKey, made: String, has: String, row: String) {
        (self.key, self.made, self.has, self.row) = (key, made, has, row)
    }
}

/// Holds a row against what was imported under its key before.
struct Differences<Column: ImportColumn> {
    let cells: RowCells<Column>
    let key: ImportKey
    /// What the key made: `entry 41`.
    let made: String

    /// Refuses a cell that says otherwise than the desk.
    func expect(_ column: Column, _ has: String, _ row: String) throws(RowRefusal) {
        if has != row { try refuse(column, has, row) }
    }

    /// Refuses a cell.
    func refuse(_ column: Column, _ has: String, _ row: String) throws(RowRefusal) {
        throw cells.refusal(
            column,
            .importedOtherwise(
                ImportDifference(key: key, made: made, has: Self.short(has), row: Self.short(row))))
    }

    /// The text, cut where it is long; a person has both whole elsewhere.
    private static func short(_ text: String) -> String {
        if text.isEmpty { return "nothing" }
        let head = text.prefix(40)
        return head.endIndex == text.endIndex ? text : "\(head)…"
    }
}
