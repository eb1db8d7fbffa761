/// Where a rest stands, in the words of refusals: one that was agreed and has not begun is told as
/// what it is.
extension Suspension {
    /// `is suspended`; on a day before it begins, `will be suspended from 2026-11-16 on`.
    func words(on today: CivilDate) -> String {
        from <= today ? "is suspended" : "will be suspended from \(from) on"
    }
}
