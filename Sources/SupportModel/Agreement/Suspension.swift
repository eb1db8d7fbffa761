/// A time in which a contract rests: no hours are granted and none expire.
///
/// The running cycle goes on afterwards with the days it had left: all later boundaries, and the
/// end of the term, move by the days that were suspended.
package struct Suspension: Hashable, Sendable, Codable {
    /// The first day that is suspended, in the contract's zone.
    package var from: CivilDate
    /// Local midnight of that day, as it was decided.
    package var start: Instant
    /// The day on which the contract goes on; nil while nobody has said.
    package var to: CivilDate?
    /// Local midnight of that day, as it was decided.
    package var end: Instant?
    /// Why, in one line.
    package var reason: String

    /// The days that are suspended; 0 while the end is open.
    package var days: Int { to.map { $0.daysSinceEpoch - from.daysSinceEpoch } ?? 0 }

    /// What of it lies before a day: itself, a shorter one, or nothing. A shorter one has no instant
    /// at which it ends: that is the end of the contract's open cycle.
    func cut(before day: CivilDate) -> Suspension? {
        guard from < day else { return nil }
        guard to.map({ day < $0 }) ?? true else { return self }
        var shorter = self
        shorter.to = day
        shorter.end = nil
        return shorter
    }

    /// Whether a day is suspended.
    package func contains(_ date: CivilDate) -> Bool {
        from <= date && to.map { date < $0 } ?? true
    }

    /// Whether an instant is.
    package func contains(_ now: Instant) -> Bool { start <= now && end.map { now < $0 } ?? true }
}
