/// Why a ticket cannot be planned for a week, or agreed to be done by a day.
package enum PlanDateReason: Hashable, Sendable {
    /// The day is before today in the zone.
    case duePast(today: CivilDate, ZoneName)
    /// The week is over.
    case weekPast(Week, today: CivilDate, ZoneName)
    /// The contract ends before the week begins; `hasEnded`: it is over today.
    case weekAfterTheEnd(
        Week, Identifier<Contract>, lastDay: CivilDate, hasEnded: Bool, isTerminated: Bool)
    /// The contract begins after the week.
    case weekBeforeTheStart(Week, Identifier<Contract>, start: CivilDate)
    /// The contract rests on all days of the week.
    case weekInRest(Week, Identifier<Contract>)
}

/// What one value of a plan does not allow (R12).
package enum PlanRule: Hashable, Sendable {
    /// A part is set and taken away.
    case setAndTaken
    /// An estimate is 1 minute to `Limits.estimateMinutesMax`.
    case estimate(Minutes)
    /// A plan shows 1 to `Limits.planWeeksMax` weeks.
    case weeks(Int)
}
