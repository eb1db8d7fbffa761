/// Reads entries of the open cycle under its terms.
///
/// Neighbours are often of the same day and the same service: what was found for the last one is
/// not looked up again.
struct CoveredWorkReader {
    private let terms: ContractTerms
    /// Whether Level 1 work passes the weekly limit (R9).
    private let emergencyPasses: Bool
    private var day: CivilDate?
    private var monday = 0
    private var service: Name<Service>?
    private var isIncluded = false

    init(_ terms: ContractTerms) {
        self.terms = terms
        emergencyPasses = terms.emergencyBeyondLimit == .package
    }

    /// Reads one of many entries, member by member: a copy would retain every text of it.
    mutating func read(_ entries: [TimeEntry], at place: Int) -> CoveredWork {
        if entries[place].date != day {
            day = entries[place].date
            monday = Week.mondayDays(of: entries[place].date)
        }
        if entries[place].service != service {
            service = entries[place].service
            isIncluded = terms.services.contains(entries[place].service)
        }
        let isEmergency = entries[place].emergency
        return CoveredWork(
            entry: entries[place].number, monday: monday, billed: entries[place].billed,
            isIncluded: isIncluded,
            passesTheLimit: entries[place].agreement != nil || isEmergency && emergencyPasses)
    }
}
