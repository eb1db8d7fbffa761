import SupportModel
import SupportWire

/// Answers `hours.show`.
enum HoursShowHandler: ReadHandler {
    static func answer(_ request: HoursShow, _ desk: DeskView) throws -> BalanceView {
        try desk.balance(of: request.contract, at: request.at)
    }
}

/// Answers `hours.forecast`.
enum HoursForecastHandler: ReadHandler {
    static func answer(_ request: HoursForecast, _ desk: DeskView) throws -> HoursForecast.Reply {
        let context = Context(
            now: desk.state.believed(desk.now), by: .desk, calendar: desk.settings.calendar,
            catalogue: desk.settings.catalogue, policy: desk.settings.policy)
        let forecast = try desk.state.forecast(request.contract, at: request.at, context)
        return HoursForecast.Reply(forecast, at: request.at)
    }
}

/// What the answer to a booking, a void or a change of a contract tells, with the contract's coverage
/// computed once.
struct BookedHours {
    private let desk: DeskView
    /// Nil on demand.
    private let contract: Contract?
    private let coverage: Coverage?

    /// The hours of the contract that an entry is booked on, as they are after a change.
    init(of number: Identifier<Contract>?, _ desk: DeskView) {
        self.desk = desk
        contract = number.flatMap { desk.state.contracts[$0] }
        coverage = contract.map { Coverage(of: $0) }
    }

    /// An entry with how it is covered now, or was when its cycle closed.
    func view(_ entry: TimeEntry) -> EntryView {
        guard let contract, let coverage, entry.isLive else { return EntryView(entry, split: nil) }
        let split =
            contract.account.holds(entry)
            ? coverage.split(of: entry.number) : contract.frozenSplit(entry)
        return EntryView(entry, split: split, of: contract)
    }

    /// What a change does to other work and to the open statement; nil on demand.
    ///
    /// - Parameters:
    ///   - before: the state before it; nil where nothing but the entries was added.
    ///   - entries: those that were booked or voided.
    func change(
        from before: State?, besides entries: [Identifier<TimeEntry>] = []
    ) -> AccountChange? {
        guard let contract, let coverage else { return nil }
        guard let before else {
            return AccountChange(adding: entries, to: contract, coverage)
        }
        return before.contracts[contract.number].map {
            AccountChange(from: $0, to: contract, coverage, besides: entries)
        }
    }

    /// Where the hours stand; nil on demand, and while the contract rests between two cycles.
    func balance() throws(Refusal) -> BalanceView? {
        guard let contract, let coverage, let open = contract.account.open else { return nil }
        let today = try desk.zone(contract.zone).date(at: desk.now)
        let balance = HourBalance(
            contract: contract, cycle: open, coverage: coverage, today: today)
        return BalanceView(balance, of: contract)
    }

    /// What an entry that came late, or its void, changes for its closed cycle; nil for others.
    func settlement(_ entry: TimeEntry) -> SettlementView? {
        guard let contract, let coverage, let index = entry.cycle,
            let closed = contract.account.closed(contract.expiry(ofCycle: index)),
            let adjustment = contract.adjustments(coverage).first(where: {
                $0.entry == entry.number
            })
        else { return nil }
        let open = contract.account.open?.index
        let group = contract.group(ofCycle: index)
        let isPooled = group?.first == index && group?.second == open
        return SettlementView(
            adjustment, closed: closed,
            left: isPooled ? coverage.left : contract.expiredLeft(ofCycle: index, coverage),
            open: open, pooled: isPooled)
    }
}

extension Done {
    /// What became due to be told of hours.
    var told: [HoursNotified] { events.compactMap { $0.body as? HoursNotified } }
}
