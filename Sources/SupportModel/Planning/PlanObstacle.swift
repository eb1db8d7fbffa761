/// Why a ticket cannot be planned for a week or be due on a day.
package enum PlanDateReason: Hashable, Sendable {
    /// The day is before today in the zone.
    case duePast(today: CivilDate, ZoneName)
    /// The week is over.
    case weekPast(Week, today: CivilDate, ZoneName)
    /// The contract ends before the week begins; `hasEnded`: it has ended already.
    case weekAfterTheEnd(
        Week, Identifier<Contract>, lastDay: CivilDate, hasEnded: Bool, isTerminated: Bool)
    /// The contract begins after the week.
    case weekBeforeTheStart(Week, Identifier<Contract>, start: CivilDate)
    /// The contract is suspended on all days of the week.
    case weekInRest(Week, Identifier<Contract>)
}

/// A value of a plan that is refused (R12).
package enum PlanRule: Hashable, Sendable {
    /// A part is both set and removed.
    case setAndTaken
    /// The estimate is outside 1 minute to `Limits.estimateMinutesMax`.
    case estimate(Minutes)
    /// The number of weeks is outside 1 to `Limits.planWeeksMax`.
    case weeks(Int)
}
