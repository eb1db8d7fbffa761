import SupportModel
import SupportWire

/// The methods of hour accounts.
enum HourRoutes {
    static let all: [Route] = [
        .read(HoursShow.self, answer: show),
        .read(HoursForecast.self, answer: forecast),
    ]

    private static func show(_ request: HoursShow, _ desk: DeskView) throws -> BalanceView {
        let day = try request.at.map { $0.day(from: try desk.today(of: request.contract)) }
        return try desk.balance(of: request.contract, at: day)
    }

    private static func forecast(_ request: HoursForecast, _ desk: DeskView) throws
        -> HoursForecast.Reply
    {
        let context = desk.context(at: desk.state.believed(desk.now))
        let today = try desk.today(of: request.contract)
        let day = request.at.day(from: today, isComing: true)
        let forecast = try desk.state.forecast(request.contract, at: day, context)
        return HoursForecast.Reply(forecast, at: day)
    }
}

/// What the answer to a booking, a void or a change of a contract says of its hours.
struct BookedHours {
    /// The contract afterwards.
    let contract: Contract
    private let hours: ChangedHours

    /// The hours that a decision has changed, with the desk afterwards.
    init(_ hours: ChangedHours, _ desk: DeskView) {
        self.hours = hours
        contract = desk.state.contracts.made(hours.contract)
    }

    /// How its entries are covered.
    var coverage: Coverage { hours.coverage }

    /// What it does to the account.
    var effect: AccountEffect {
        AccountEffect(hours.change(to: contract), notices: hours.notices, balance: balance)
    }

    /// Where the hours stand; nil while the contract rests between two cycles.
    var balance: BalanceView? {
        contract.account.open.map {
            let balance = HourBalance(
                contract: contract, cycle: $0, coverage: coverage, today: hours.today)
            return BalanceView(balance, of: contract)
        }
    }

    /// What an entry that came late, or its void, changes for its closed cycle; nil for others.
    func settlement(_ entry: TimeEntry) -> SettlementView? {
        guard let index = entry.cycle,
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

extension BookedHours? {
    /// What it does to the account; nothing on demand.
    var effect: AccountEffect { self?.effect ?? AccountEffect() }

    /// An entry with how it is covered now, or was when its cycle closed; on demand by nothing.
    func view(_ entry: TimeEntry) -> EntryView {
        guard let hours = self, entry.isLive else { return EntryView(entry, split: nil) }
        let contract = hours.contract
        let split =
            contract.account.holds(entry)
            ? hours.coverage.split(of: entry.number) : contract.frozenSplit(entry)
        return EntryView(entry, split: split, of: contract)
    }
}
