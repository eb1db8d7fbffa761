/// Hours that expire together: those of a cycle, or of two that are grouped (R10, R11).
struct PlanPool: Hashable, Sendable {
    /// The indexes of its cycles.
    var cycles: [Int]
    /// What of them is still there to be planned.
    var left: Minutes
    /// The day at whose beginning they expire.
    var expires: CivilDate
}
