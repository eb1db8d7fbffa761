/// Sets or removes the estimate, the week and the due date of a ticket (R12).
///
/// Values that are not given stay unchanged. A ticket on demand may have all three; it is not part
/// of a contract's plan.
package struct PlanTicket: TicketCommand {
    /// The ticket; refused once closed.
    package var ticket: Identifier<Ticket>
    /// The estimate of the whole work: 1 minute to `Limits.estimateMinutesMax`.
    package var estimate: Minutes?
    /// The week in which its work begins: the present one or later, with an active day of the
    /// contract.
    package var week: Week?
    /// The day by which it was agreed to be done: today or later.
    package var due: CivilDate?
    /// The values to remove; giving a new value for one of them is refused.
    package var taken: Set<Part>

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
        ticket: Identifier<Ticket>, estimate: Minutes? = nil, week: Week? = nil,
        due: CivilDate? = nil, taken: Set<Part> = []
    ) {
        self.ticket = ticket
        self.estimate = estimate
        self.week = week
        self.due = due
        self.taken = taken
    }

    /// One `TicketPlanned`, or none where nothing changes; refused for values that are not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        guard found.state != .closed else {
            throw .ticketState(ticket, .closed, .work)
        }
        try checkParts()
        try checkEstimate()
        if week != nil || due != nil { try checkDays(found, state, context) }
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

    private func checkDays(
        _ found: Ticket, _ state: State, _ context: Context
    ) throws(Refusal) {
        let contract = found.contract.flatMap { state.contracts[$0] }
        let client = try state.client(found.client)
        let name = contract?.zone ?? client.zone
        let today = try context.zone(name).date(at: state.believed(context.now))
        if let due, due < today {
            throw .dateOutside(due, .plan(.duePast(today: today, name)))
        }
        guard let week else { return }
        guard week.next.monday > today else {
            throw .dateOutside(week.monday, .plan(.weekPast(week, today: today, name)))
        }
        if let contract { try contract.expectPlannable(week) }
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
        self.contract = contract
        self.replan = replan
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
