/// Where a work date falls in a contract.
struct WorkPlace: Hashable, Sendable {
    /// The day of the work, in the contract's zone.
    var date: CivilDate
    /// The index of the cycle that the work is booked on.
    var cycle: Int
    /// Whether that cycle has closed: the entry is an adjustment (R10).
    var isLate: Bool
}
