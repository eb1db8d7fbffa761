/// Books work on a ticket (R2, R8, R9, R10).
package struct AddTime: Command {
    /// What the work was for; refused once closed.
    package var ticket: Identifier<Ticket>
    /// How long it took: 1 minute to `Limits.entryMinutesMax`.
    package var worked: Minutes
    /// The day of the work; nil: today where the contract is.
    package var date: CivilDate?
    /// Nil: the ticket's.
    package var service: Name<Service>?
    /// What was done, for the statement; nil: nothing to add.
    package var note: String?
    /// Whether what does not fit may be extra hours (R8, R9).
    package var extra: Bool
    /// A manager's agreement that lifts the weekly limit (R9).
    package var agreement: Agreement?
    /// Why it comes after its cycle has closed (R10); nil for work of the open cycle.
    package var late: LateMark?
    /// Whether the caller means it where the work is longer than `Limits.plainEntryMinutesMax`.
    package var long: Bool

    package init(
        ticket: Identifier<Ticket>, worked: Minutes, date: CivilDate? = nil,
        service: Name<Service>? = nil, note: String? = nil, extra: Bool = false,
        agreement: Agreement? = nil, late: LateMark? = nil, long: Bool = false
    ) {
        self.ticket = ticket
        self.worked = worked
        self.date = date
        self.service = service
        self.note = note
        self.extra = extra
        self.agreement = agreement
        self.late = late
        self.long = long
    }

    /// One `TimeAdded`, with the `HoursTold` that become due by it, or which rule refuses it and with what figures.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let ticket = try state.bookableTicket(ticket)
        try checkValues(state, context)
        try state.expectTrustedClock(context.now)
        guard let number = ticket.contract else {
            return [Event(try onDemand(ticket, state, context))]
        }
        let contract = try state.contract(.number(number), at: context.now)
        let zone = try context.zone(contract.zone)
        let booking = Booking(contract: contract, zone: zone)
        let place = try booking.place(date, late: late, at: context.now)
        var added = event(ticket, state, contract: number, cycle: place.cycle, date: place.date)
        added.late = late
        let stamp = Stamp(sequence: state.sequence + 1, at: context.now, by: context.by)
        let entry = added.entry(stamp)
        let today = zone.date(at: context.now)
        var coverage = Coverage(of: contract)
        try booking.check(entry, coverage, isLate: place.isLate, today: today)
        coverage.add(entry, to: contract)
        let told = contract.notices(coverage, today: today)
        return [Event(added)] + told.map { Event($0) }
    }

    private func checkValues(_ state: State, _ context: Context) throws(Refusal) {
        guard (1...Limits.entryMinutesMax).contains(worked.count) else {
            throw .invalid(
                what: "the duration \(worked)", why: "cannot have been worked in one piece",
                wayOut: "give 1m to \(Minutes(Limits.entryMinutesMax))")
        }
        guard long || worked.count <= Limits.plainEntryMinutesMax else { throw .longEntry(worked) }
        if let service, context.catalogue.service(service) == nil {
            throw .unknown(.service, service.text)
        }
        if let note { _ = try BoundedText.body(note, "the note") }
        if let late { _ = try BoundedText.line(late.reason, "the reason") }
        if let agreement {
            _ = try state.manager(agreement.by)
            _ = try BoundedText.line(agreement.reason, "the reason")
        }
    }

    private func onDemand(
        _ ticket: Ticket, _ state: State, _ context: Context
    ) throws(Refusal) -> TimeAdded {
        guard !extra, agreement == nil, late == nil else {
            throw .invalid(
                what: "extra, late or an agreement",
                why: "goes with a package; this is on demand (R4)",
                wayOut: "leave it out")
        }
        let zone = try context.zone(state.client(ticket.client).zone)
        let today = zone.date(at: context.now)
        let date = date ?? today
        guard date <= today, today.daysSinceEpoch - date.daysSinceEpoch <= 366 else {
            throw .dateOutside(
                date, why: "is not in the year up to today, \(today)",
                wayOut: "book work on the day it was done")
        }
        var added = event(ticket, state, contract: nil, cycle: nil, date: date)
        added.rate = context.catalogue.onDemandRate
        return added
    }

    private func event(
        _ ticket: Ticket, _ state: State, contract: Identifier<Contract>?, cycle: Int?,
        date: CivilDate
    ) -> TimeAdded {
        let rounding = contract.flatMap { state.contracts[$0] }
            .flatMap { $0.terms(whenInCycle: cycle ?? 0).rounding }
        return TimeAdded(
            number: Identifier(after: state.lastEntry), ticket: ticket.number, contract: contract,
            cycle: cycle, date: date, actual: worked, billed: rounding?.billed(worked) ?? worked,
            service: service ?? ticket.service, note: note, extraAllowed: extra,
            agreement: agreement, emergency: ticket.level == .emergency, level: ticket.level)
    }
}

extension State {
    /// A ticket that work can be booked on; refused once it is closed or its client archived.
    func bookableTicket(_ number: Identifier<Ticket>) throws(Refusal) -> Ticket {
        let ticket = try ticket(number)
        guard ticket.state != .closed else {
            throw .ticketState(
                ticket.number, .closed, wanted: "open, active or resolved",
                wayOut: "supportc ticket reopen \(ticket.number) --reason R")
        }
        _ = try currentClient(ticket.client)
        return ticket
    }
}
