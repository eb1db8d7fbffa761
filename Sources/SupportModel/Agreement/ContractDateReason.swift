/// Why a contract cannot be suspended, or go on, on a day.
package enum RestDateReason: Hashable, Sendable {
    /// The day on which it goes on is not after the first day of the suspension.
    case notAfter(from: CivilDate)
    /// It is more than `Limits.suspensionDaysMax` days after the first day.
    case tooLong(from: CivilDate)
    /// A suspension begins in the open cycle, or on the day after it.
    case notInOpenCycle(from: CivilDate, to: CivilDate)
    /// It lies beyond the last day of a contract that was terminated (R10).
    case beyondTheEnd(Identifier<Contract>, lastDay: CivilDate)
    /// From this first day of a cycle on, no day before the last one would be left.
    case untilTheEnd(Identifier<Contract>, lastDay: CivilDate)
    /// A contract goes on within `Limits.suspensionDaysMax` days of the first day.
    case notInRest(from: CivilDate, to: CivilDate)
    /// It would go on after its last day.
    case afterTheEnd(Identifier<Contract>, lastDay: CivilDate)
}

/// Why a contract cannot end with a day.
package enum EndDateReason: Hashable, Sendable {
    /// It lies in a suspension, on whose first day a cycle would begin.
    case betweenCycles(Identifier<Contract>, from: CivilDate)
    /// It lies in a cycle that has closed (R10).
    case inClosedCycle(earliest: CivilDate)
    /// It lies before the day that calls off a contract that has not begun.
    case beforeTheStart(earliest: CivilDate)
    /// The contract ends by itself on the last day of its term (R5).
    case notBeforeTheTermEnds(Identifier<Contract>, lastDay: CivilDate)
}
