/// The state of a contract on a later day, provided that nothing more is booked or agreed until
/// then.
///
/// Computed by closing cycles with the desk's own rules on a copy of the state, so that it cannot
/// differ from what will happen.
package struct Forecast: Sendable {
    /// The contract as it would be when the day begins.
    package var contract: Contract
    /// Its standing then.
    package var standing: ContractStanding
    /// The cycles that would have closed, in order.
    package var closing: [ClosedCycle] = []
    /// The room of this week and of the weeks that begin until the day, in order; at most
    /// `Limits.forecastWeeksMax`.
    package var weeks: [WeekRoom] = []
    /// The hours of the cycle that would be open then; nil for none.
    package var balance: HourBalance?
    /// The reasons, one fact and its rule a line.
    package var lines: [ExplanationLine] = []
}

extension State {
    /// The forecast of a contract at the beginning of a day, today or later; refused for a day that
    /// has passed.
    ///
    /// - Parameter context: the present catalogue, which a contract that renews automatically
    ///   takes.
    package func forecast(
        _ reference: ContractReference, at day: CivilDate, _ context: Context
    ) throws(Refusal) -> Forecast {
        let found = try contract(reference, at: context.now)
        let zone = try context.zone(found.zone)
        let today = zone.date(at: context.now)
        guard day >= today else {
            throw .dateOutside(day, .work(.beforeToday(today, found.zone, found.number)))
        }
        var course = ForecastCourse(self, found.number, today: today, day: day)
        try course.run(until: max(zone.startOfDay(day), context.now), context)
        return course.forecast(found)
    }
}

/// The computation from today to a day: a copy of the state, one cycle after the other.
struct ForecastCourse {
    private var state: State
    private let number: Identifier<Contract>
    private let today: CivilDate
    private let day: CivilDate
    private var closing: [ClosedCycle] = []
    private var weeks: [WeekRoom] = []
    /// The instant up to which cycles were closed.
    private var end: Instant = .earliest
    /// The days on which the contract was renewed automatically, with the months of the new term.
    private var renewals: [(on: CivilDate, months: Int)] = []

    /// The most cycles that have a line each.
    private static let linesOfCyclesMax = 3

    init(_ state: State, _ number: Identifier<Contract>, today: CivilDate, day: CivilDate) {
        self.state = state
        // While the clock is in doubt no cycle closes, but a forecast of the closings is still
        // possible.
        self.state.clockDoubt = nil
        self.number = number
        self.today = today
        self.day = day
    }

    private var contract: Contract? { state.contracts[number] }

    /// Closes every cycle of the contract that ends until an instant, each at its own end.
    mutating func run(until end: Instant, _ context: Context) throws(Refusal) {
        self.end = end
        // A contract has at most so many cycles, renewals counted.
        for _ in 0...Limits.contractMonthsMax {
            addWeeks()
            guard let open = contract?.account.open, let boundary = contract?.boundary,
                boundary.at <= end
            else { return }
            var then = context
            then.now = boundary.at
            let events = try CloseCycle(contract: number, index: open.index)
                .decide(state, then).events
            guard !events.isEmpty else { return }
            let stamp = Stamp(sequence: state.sequence + 1, at: boundary.at, by: .desk)
            state.apply(Record(stamp: stamp, events: events))
            for case let renewed as ContractRenewed in events.map(\.body) {
                renewals.append((open.to, renewed.months))
            }
            if let closed = contract?.account.closed.last { closing.append(closed) }
        }
    }

    /// The forecast, compared with the contract as it was before.
    func forecast(_ before: Contract) -> Forecast {
        let after = contract ?? before
        var forecast = Forecast(
            contract: after, standing: after.standing(at: end), closing: closing, weeks: weeks)
        // Also on a suspended day before the cycle begins, as `hours` answers on that day.
        if let open = after.account.open {
            forecast.balance = HourBalance(
                contract: after, cycle: open, coverage: Coverage(of: after), today: day)
        }
        forecast.lines = lines(before, after)
        return forecast
    }

    /// Adds the room of the weeks of the open cycle until the day.
    private mutating func addWeeks() {
        guard let contract, let open = contract.account.open else { return }
        let coverage = Coverage(of: contract)
        let last = min(open.to, contract.openSuspension?.from ?? open.to)
        let shares = contract.weekShares(
            ofCycle: open.index, from: max(today, open.from), to: last)
        for share in shares where share.from <= day && weeks.count < Limits.forecastWeeksMax {
            let drawn =
                contract.account.drawnBefore(in: share.week) + coverage.drawn(in: share.week)
            weeks.append(
                WeekRoom(
                    monday: share.week.monday, from: share.from, cycle: open.index,
                    limit: share.limit, drawn: drawn,
                    room: max(.zero, min(coverage.left, share.limit - drawn))))
        }
    }

    private func lines(_ before: Contract, _ after: Contract) -> [ExplanationLine] {
        var lines: [ExplanationLine] = []
        func add(_ rule: String, _ text: String) {
            lines.append(ExplanationLine(rule: rule, text: text))
        }
        for text in closingTexts(after) { add("R10", text) }
        for renewal in renewals {
            add(
                "R5",
                "the contract renews itself on \(renewal.on) for \(renewal.months) months, "
                    + "on the terms that the catalogue has today")
        }
        if let open = after.account.open { beginning(open, before, after, add) }
        if let rest = after.rests.last, rest.to.map({ today < $0 }) ?? true {
            let until = rest.to.map { "until \($0.advanced(byDays: -1))" } ?? "with no end so far"
            add(
                "R10",
                "suspended from \(rest.from) \(until): no hours are granted and none expire "
                    + "meanwhile")
        }
        let last = after.end.advanced(byDays: -1)
        if let termination = after.termination, after.isCalledOff {
            add(
                "R10",
                "the contract was called off and ended before its first day, \(after.start): "
                    + termination.reason)
        } else if let termination = after.termination {
            add("R10", "the contract was terminated and ends with \(last): \(termination.reason)")
        } else if after.account.open == nil, after.openSuspension == nil {
            add("R5", "the term is over with \(last), and the contract does not renew itself")
        } else {
            add(
                "R5",
                "the term runs until \(last)"
                    + (after.renewal == .auto ? ", then the contract renews itself" : ""))
        }
        return lines
    }

    /// A line for each cycle that closes, or one line with the sum where there are many.
    private func closingTexts(_ after: Contract) -> [String] {
        guard closing.count > Self.linesOfCyclesMax else {
            return closing.map { closingText($0, after) }
        }
        let expired = closing.reduce(Minutes.zero) { $0 + $1.expired }
        return ["\(closing.count) cycles end until then, and \(expired) expire with them"]
    }

    private func closingText(_ cycle: ClosedCycle, _ after: Contract) -> String {
        let number = cycle.cycle.index + 1
        let last = cycle.cycle.to.advanced(byDays: -1)
        if let group = after.group(ofCycle: cycle.cycle.index), group.first == cycle.cycle.index {
            let rest = Minutes.zero - (cycle.grouped ?? .zero)
            return "cycle \(number) ends with \(last); what it leaves, \(rest), goes on to cycle "
                + "\(group.second + 1), grouped with it"
        }
        return "cycle \(number) ends with \(last), and \(cycle.expired) expire"
    }

    /// The line of the beginning of the cycle that is open on the day.
    private func beginning(
        _ open: Cycle, _ before: Contract, _ after: Contract, _ add: (String, String) -> Void
    ) {
        let verb = closing.isEmpty ? "runs" : "then runs"
        add(
            "R1",
            "cycle \(open.index + 1) \(verb) from \(open.from) to "
                + "\(open.to.advanced(byDays: -1)) and grants \(open.granted), \(after.terms.title)"
        )
        if let group = after.group(ofCycle: open.index) {
            let other = (after.otherCycle(ofGroupWith: open.index) ?? open.index) + 1
            add(
                "R11",
                "it is grouped with cycle \(other): \(group.agreement.by) agreed, "
                    + group.agreement.reason)
        }
        if after.terms != before.terms {
            add(
                "R5",
                "its terms are not those of today: \(after.terms.title) with "
                    + "\(after.terms.included) a month in place of \(before.terms.title) with "
                    + "\(before.terms.included)")
        }
    }
}
