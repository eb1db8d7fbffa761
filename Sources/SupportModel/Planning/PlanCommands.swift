/// Sets or removes the estimate, the week and the due date of a ticket (R12).
///
/// Values that are not given stay unchanged. A ticket on demand may have all three; it is not part
/// of a contract's plan.
package struct PlanTicket: TicketCommand, Codable {
    /// The ticket; refused once closed.
    package var ticket: Identifier<Ticket>
    /// The estimate of the whole work: 1 minute to `Limits.estimateMinutesMax`.
    package var estimate: Minutes?
    /// The week in which its work begins: the present one or later, with an active day of the
    /// contract.
    package var week: WeekReference?
    /// The day by which it was agreed to be done: today or later; a day of the week is the next such.
    package var due: DayReference?
    /// Whether the estimate is removed; refused with a new one, as for the two below.
    package var noEstimate: Bool?
    /// Whether the week is removed.
    package var noWeek: Bool?
    /// Whether the date is removed.
    package var noDue: Bool?

    /// One of the three things that a ticket's plan consists of.
    package enum Part: String, Sendable, CaseIterable {
        case estimate, week, due

        /// The value of the request.
        fileprivate var field: Field {
            switch self {
            case .estimate: .estimate
            case .week: .week
            case .due: .due
            }
        }
    }

    package init(
        ticket: Identifier<Ticket>, estimate: Minutes? = nil, week: WeekReference? = nil,
        due: DayReference? = nil, noEstimate: Bool? = nil, noWeek: Bool? = nil, noDue: Bool? = nil
    ) {
        (self.ticket, self.estimate, self.week, self.due) = (ticket, estimate, week, due)
        (self.noEstimate, self.noWeek, self.noDue) = (noEstimate, noWeek, noDue)
    }

    /// The values to remove.
    private var taken: Set<Part> {
        let named: [(Part, Bool?)] = [(.estimate, noEstimate), (.week, noWeek), (.due, noDue)]
        return Set(named.filter { $0.1 ?? false }.map(\.0))
    }

    /// One `TicketPlanned`, or none where nothing changes; refused for values that are not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        guard found.state != .closed else {
            throw .ticketState(ticket, .closed, .work)
        }
        try checkParts()
        try checkEstimate()
        let (week, due) = try checkedDays(found, state, context)
        let taken = taken
        let before = TicketPlanned(found)
        var event = before
        event.estimate = taken.contains(.estimate) ? nil : estimate ?? before.estimate
        event.week = taken.contains(.week) ? nil : week?.monday ?? before.week
        event.due = taken.contains(.due) ? nil : due ?? before.due
        // The parts were computed for that estimate and from that week on.
        if (event.estimate, event.week) != (before.estimate, before.week) || week != nil {
            event.parts = nil
        }
        return Decision(ticket, event == before ? [] : [Event(event)])
    }

    private func checkParts() throws(Refusal) {
        let taken = taken
        let named: [(Part, Bool)] = [
            (.estimate, estimate != nil), (.week, week != nil), (.due, due != nil),
        ]
        for (part, isNamed) in named where isNamed && taken.contains(part) {
            throw .invalid(part.field, .plan(.setAndTaken))
        }
        guard named.contains(where: { $0.1 }) || !taken.isEmpty else {
            throw Refusal.nothingToChange
        }
    }

    private func checkEstimate() throws(Refusal) {
        guard let estimate, !(1...Limits.estimateMinutesMax).contains(estimate.count) else {
            return
        }
        throw .invalid(.estimate, .plan(.estimate(estimate)))
    }

    /// The week and the date as they are seen from today where the work is done; refused where one is
    /// past, and where the contract has no active day in the week.
    private func checkedDays(
        _ found: Ticket, _ state: State, _ context: Context
    ) throws(Refusal) -> (week: Week?, due: CivilDate?) {
        guard week != nil || due != nil else { return (nil, nil) }
        let (today, zone) = (try state.today(of: found, context), try state.zone(of: found))
        let due = due?.day(from: today, isComing: true)
        if let due, due < today {
            throw .dateOutside(due, .plan(.duePast(today: today, zone)))
        }
        guard let week = week?.week(from: today) else { return (nil, due) }
        guard week.next.monday > today else {
            throw .dateOutside(week.monday, .plan(.weekPast(week, today: today, zone)))
        }
        if let contract = found.contract.flatMap({ state.contracts[$0] }) {
            try contract.expectPlannable(week)
        }
        return (week, due)
    }
}

extension State {
    /// The zone in which a ticket's work is booked: that of its contract, or else of its client.
    package func zone(of ticket: Ticket) throws(Refusal) -> ZoneName {
        if let contract = ticket.contract.flatMap({ contracts[$0] }) { return contract.zone }
        return try client(ticket.client).zone
    }

    /// Today where a ticket's work is booked.
    func today(of ticket: Ticket, _ context: Context) throws(Refusal) -> CivilDate {
        try context.zone(try zone(of: ticket)).date(at: believed(context.now))
    }
}

extension Contract {
    /// Refuses a week without an active day of the contract.
    fileprivate func expectPlannable(_ week: Week) throws(Refusal) {
        let (from, to) = (week.monday, week.next.monday)
        guard from < planEnd else {
            throw .dateOutside(
                from,
                .plan(
                    .weekAfterTheEnd(
                        week, number, lastDay: planEnd.advanced(byDays: -1),
                        hasEnded: account.open == nil, isTerminated: termination != nil)))
        }
        guard to > start else {
            throw .dateOutside(from, .plan(.weekBeforeTheStart(week, number, start: start)))
        }
        let rests = (openSuspension?.from).map { $0 <= max(from, start) } ?? false
        guard !rests, activeDays(from: max(from, start), to: min(to, planEnd)) > 0 else {
            throw .dateOutside(from, .plan(.weekInRest(week, number)))
        }
    }
}

/// Makes the suggestion the plan of a contract: all weeks in one record, or none (R12).
package struct ApplySuggestion: ContractCommand, Codable {
    package var contract: ContractReference
    /// Whether tickets may be moved from the weeks that they are planned for.
    package var replan: Bool?

    /// The tickets whose week or parts change, in the suggestion's order.
    package struct Made: Sendable {
        package let contract: Identifier<Contract>
        package let planned: [TicketPlanned]
    }

    package init(contract: ContractReference, replan: Bool? = nil) {
        (self.contract, self.replan) = (contract, replan)
    }

    /// A `TicketPlanned` for each ticket whose weeks change, none where nothing changes; refused
    /// without an open cycle.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.contract(contract, at: context.now)
        let today = try context.zone(found.zone).date(at: context.now)
        let suggestion = try state.suggestPlan(
            of: found, at: context.now, today: today, replans: replan ?? false)
        let planned = suggestion.changes.compactMap { change in
            state.tickets[change.ticket].map {
                var event = TicketPlanned($0)
                event.week = change.week?.monday
                event.parts = change.parts.isEmpty ? nil : change.parts
                return event
            }
        }
        return Decision(
            Made(contract: found.number, planned: planned), planned.map { Event($0) })
    }
}
