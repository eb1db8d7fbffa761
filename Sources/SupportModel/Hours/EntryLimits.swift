/// The most that weeks may draw by entries of the open cycle, worked out once for all of them.
struct EntryLimits {
    private let contract: Contract
    private let cycle: Int
    /// The one limit; nil where earlier entries have one that lapsed since.
    private let only: Minutes?

    init(_ contract: Contract) {
        self.contract = contract
        cycle = contract.account.open?.index ?? 0
        let limit = contract.account.open.map { contract.weeklyLimit(ofCycle: $0.index) } ?? .zero
        only = contract.lapsedLimits == nil ? limit : nil
    }

    /// The most that the week of an entry may draw by it and the earlier ones (R9).
    func limit(of entry: Identifier<TimeEntry>) -> Minutes {
        only ?? contract.weeklyLimit(ofCycle: cycle, for: entry)
    }
}
