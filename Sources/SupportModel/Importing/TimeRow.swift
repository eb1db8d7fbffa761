/// One row of a file of time entries, read: the one place where its columns get their meaning.
struct TimeRow {
    let cells: RowCells<TimeColumn>
    let key: ImportKey
    private let ticket: Identifier<Ticket>?
    private let ticketKey: ImportKey?
    private let date: CivilDate
    private let worked: Minutes
    private let service: Name<Service>?
    /// Who did the work; nil where the file does not say.
    private let staff: Name<Staff>?
    private let note: String?
    private let extra: Bool
    private let agreement: Agreement?
    private let late: LateMark?
    private let long: Bool

    init(_ row: ImportRow) throws(RowRefusal) {
        cells = try RowCells(row)
        key = try cells.key(.key)
        ticket = try cells.number(.ticket)
        ticketKey = try cells.value(.ticketKey, .key) { ImportKey($0) }
        date = try cells.required(.date, .date) {
            CivilDate($0)
        }
        worked = try cells.required(.minutes, .minutes) { text in
            // Nine digits are years: no sum of them comes near the range of `Int`.
            Int(digits: text, digitsMax: 9).map { Minutes($0) } ?? Minutes(text: text)
        }
        service = try cells.name(.service)
        staff = try cells.name(.staff)
        note = cells.text(.note)
        extra = try cells.flag(.extra)
        late = try Self.late(cells)
        long = try cells.flag(.long)
        agreement = try Self.agreement(cells, isLate: late != nil)
    }

    /// The booking that the row asks for.
    func command(in state: State) throws(RowRefusal) -> AddTime {
        AddTime(
            ticket: try namedTicket(in: state), worked: worked, date: date, service: service,
            note: note, extra: extra, agreement: agreement, late: late, long: long,
            performer: staff.map(Performer.named) ?? .unknown)
    }

    /// The booking's event with the row's key; another event as it is.
    func mark(_ event: Event) -> Event {
        guard var added = event.body as? TimeAdded else { return event }
        added.importKey = key
        return Event(added)
    }

    /// The entry that the row has made before, or, in a file that was exported here, shows.
    func known(in state: State) -> TimeEntry? {
        if let number = state.importedEntries[key] { return state.entries[number] }
        guard let entry = key.exportedEntry.flatMap({ state.entries[$0] }),
            entry.importKey == nil, names(entry.ticket, in: state), entry.date == date,
            entry.actual == worked
        else { return nil }
        return entry
    }

    /// Refuses a row that does not say what the entry does. A voided entry is one all the same.
    func expectSame(as entry: TimeEntry, in state: State) throws(RowRefusal) {
        let named = cells.text(.ticketKey) ?? cells.text(.ticket) ?? ""
        let differs = Differences(cells: cells, key: key, made: "entry \(entry.number)")
        if !names(entry.ticket, in: state) {
            try differs.refuse(
                ticketKey == nil ? .ticket : .ticketKey, "ticket \(entry.ticket)", named)
        }
        try differs.expect(.date, entry.date.description, date.description)
        try differs.expect(.minutes, entry.actual.description, worked.description)
        if let service { try differs.expect(.service, entry.service.text, service.text) }
        if let staff { try differs.expect(.staff, entry.staff?.text ?? "", staff.text) }
        try differs.expect(.note, entry.note ?? "", note ?? "")
        try differs.expect(.extra, entry.extraAllowed ? "yes" : "no", extra ? "yes" : "no")
        try differs.expect(
            .agreedBy, entry.agreement?.by.text ?? "", agreement?.by.text ?? "")
        try differs.expect(.late, entry.late == nil ? "no" : "yes", late == nil ? "no" : "yes")
        let reason = entry.agreement?.reason ?? entry.late?.reason ?? ""
        try differs.expect(.reason, reason, agreement?.reason ?? late?.reason ?? "")
    }

    /// Refuses what a rule refused, naming the column that is to blame.
    func refusal(_ refusal: Refusal) -> RowRefusal {
        let ticketColumn: TimeColumn = ticketKey == nil ? .ticket : .ticketKey
        let column: TimeColumn? =
            switch refusal {
            case .unknown(.ticket, _), .ticketState, .clientArchived: ticketColumn
            case .unknown(.service, _): .service
            case .unknown(.staff, let name): name == staff?.text ? .staff : .agreedBy
            case .notAManager: .agreedBy
            case .dateOutside, .cycleClosed, .monthClosed: .date
            case .weeklyLimit, .extraRefused, .extraMustBeNamed, .longEntry: .minutes
            case .invalid(.note, _): .note
            case .invalid(.reason, _): .reason
            case .lateness: .late
            case .invalid(.packageOptions, _):
                extra ? .extra : .agreedBy
            case .invalid(.duration, _): .minutes
            default: nil
            }
        return cells.refusal(column, refusal)
    }

    private func namedTicket(in state: State) throws(RowRefusal) -> Identifier<Ticket> {
        guard let ticketKey else {
            guard let ticket else {
                throw cells.refusal(.ticket, .empty(.ticket))
            }
            return ticket
        }
        guard let number = state.importedTickets[ticketKey] else {
            throw cells.refusal(.ticketKey, .noImportedTicket(ticketKey))
        }
        return number
    }

    /// Whether the row means this ticket.
    private func names(_ number: Identifier<Ticket>, in state: State) -> Bool {
        let named = ticketKey.flatMap { state.importedTickets[$0] } ?? ticket
        return named == number || named.map(state.survivor) == number
    }

    private static func late(_ cells: RowCells<TimeColumn>) throws(RowRefusal) -> LateMark? {
        guard try cells.flag(.late) else { return nil }
        guard let reason = cells.text(.reason) else {
            throw cells.refusal(.reason, .empty(.lateReason))
        }
        return LateMark(reason: reason)
    }

    private static func agreement(
        _ cells: RowCells<TimeColumn>, isLate: Bool
    ) throws(RowRefusal) -> Agreement? {
        let by: Name<Staff>? = try cells.name(.agreedBy)
        switch (by, cells.text(.reason)) {
        case (nil, nil): return nil
        case (nil, _) where isLate: return nil
        case (let by?, let reason?): return Agreement(by: by, reason: reason)
        case (nil, _):
            throw cells.refusal(.agreedBy, .empty(.agreedBy))
        case (_, nil):
            throw cells.refusal(.reason, .empty(.agreementReason))
        }
    }
}

/// The columns of a file of time entries. A new one is added here, and read in `TimeRow`.
package enum TimeColumn: String, ImportColumn {
    /// What the other program calls the entry.
    case key
    /// The number of the ticket that was worked on.
    case ticket
    /// The key under which the ticket was imported; it goes before the number.
    case ticketKey = "ticket_key"
    /// The day of the work.
    case date
    /// How long: `150` minutes, or `2h30m`.
    case minutes
    /// The kind of work; the ticket's unless said.
    case service
    /// The member of staff who did the work; nobody is known unless said.
    case staff
    /// What was done.
    case note
    /// `yes` lets what does not fit be extra hours (R8, R9).
    case extra
    /// The manager who lifted the weekly limit (R9).
    case agreedBy = "agreed_by"
    /// `yes` for work of a cycle that has closed (R10).
    case late
    /// Why the limit was lifted, or why it comes late.
    case reason
    /// `yes` for one entry of more than 24 hours.
    case long
    case entry, client, contract, cycle
    case packageMinutes = "package_minutes"
    case groupedMinutes = "grouped_minutes"
    case extraMinutes = "extra_minutes"
    case emergency
    case bookedAt = "booked_at"
    case bookedBy = "booked_by"

    /// True from the number on, which the desk gives or works out itself.
    package var isReadOnly: Bool {
        switch self {
        case .key, .ticket, .ticketKey, .date, .minutes, .service, .staff, .note, .extra,
            .agreedBy, .late, .reason, .long:
            false
        case .entry, .client, .contract, .cycle, .packageMinutes, .groupedMinutes, .extraMinutes,
            .emergency, .bookedAt, .bookedBy:
            true
        }
    }

    /// True where no row can do without it.
    package var isRequired: Bool { self == .key || self == .date || self == .minutes }
}
