/// Why a contract cannot be suspended or resumed on a day.
package enum RestDateReason: Hashable, Sendable {
    /// The day on which it resumes is not after the first day of the suspension.
    case notAfter(from: CivilDate)
    /// It is more than `Limits.suspensionDaysMax` days after the first day.
    case tooLong(from: CivilDate)
    /// The first day of a suspension is neither in the open cycle nor the day after it.
    case notInOpenCycle(from: CivilDate, to: CivilDate)
    /// It is after the last day of a contract that was terminated (R10).
    case beyondTheEnd(Identifier<Contract>, lastDay: CivilDate)
    /// It is the first day of a cycle, of which no active day would be left before the contract's
    /// end.
    case untilTheEnd(Identifier<Contract>, lastDay: CivilDate)
    /// It is not within `Limits.suspensionDaysMax` days after the first day of the suspension.
    case notInRest(from: CivilDate, to: CivilDate)
    /// It would resume after its last day.
    case afterTheEnd(Identifier<Contract>, lastDay: CivilDate)
}

/// Why a contract cannot end with a day.
package enum EndDateReason: Hashable, Sendable {
    /// It is in a suspension on whose first day a cycle would begin.
    case betweenCycles(Identifier<Contract>, from: CivilDate)
    /// It is in a cycle that has closed (R10).
    case inClosedCycle(earliest: CivilDate)
    /// It is before the earliest day by which a contract that has not begun can be cancelled.
    case beforeTheStart(earliest: CivilDate)
    /// It is not before the last day of the term, on which the contract ends anyway (R5).
    case notBeforeTheTermEnds(Identifier<Contract>, lastDay: CivilDate)
}
