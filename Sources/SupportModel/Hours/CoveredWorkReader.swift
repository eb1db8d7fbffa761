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
