/// What of an entry of the open cycle decides how it is covered: small enough to go through thousands
/// of them again and again.
struct CoveredWork {
    /// Whose work it is.
    var entry: Identifier<TimeEntry>
    /// Days from 1970-01-01 to the Monday of its week.
    var monday: Int
    /// What counts.
    var billed: Minutes
    /// Whether its service is one of the package (R2).
    var isIncluded: Bool
    /// Whether it draws however little room its week has (R9).
    var passesTheLimit: Bool
    /// What its service and its week let it draw; 0 until its turn.
    var allowance = Minutes.zero
}

/// Reads entries of the open cycle under its terms.
///
/// Neighbours are often of the same day and the same service: what was found for the last one is
/// not looked up again.
struct CoveredWorkReader {
    private let terms: ContractTerms
    private var day: CivilDate?
    private var monday = 0
    private var service: Name<Service>?
    private var isIncluded = false

    init(_ terms: ContractTerms) { self.terms = terms }

    /// Inlined, because a call would retain every text of the entry.
    @inline(__always)
    mutating func read(_ entry: TimeEntry) -> CoveredWork {
        if entry.date != day {
            day = entry.date
            monday = Week.mondayDays(of: entry.date)
        }
        if entry.service != service {
            service = entry.service
            isIncluded = terms.services.contains(entry.service)
        }
        return CoveredWork(
            entry: entry.number, monday: monday, billed: entry.billed, isIncluded: isIncluded,
            passesTheLimit: entry.passesTheLimit(terms))
    }
}

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
