/// Why work cannot be booked on a day, or hours cannot be shown for one.
package enum WorkDateReason: Hashable, Sendable {
    /// It is after today in the contract's zone.
    case afterToday(CivilDate, ZoneName)
    /// Work on demand can be booked up to 366 days later.
    case notInTheYear(upTo: CivilDate)
    /// It is after the open cycle, which ends on that day and has not closed yet.
    case afterOpenCycle(to: CivilDate)
    /// The client's contract had not begun.
    case beforeTheStart(Identifier<Contract>, start: CivilDate, client: Name<Client>)
    /// The client's contract was suspended.
    case inRest(Identifier<Contract>, from: CivilDate, to: CivilDate?, client: Name<Client>)
    /// The contract has no cycle that contains the day.
    case inNoCycle(Identifier<Contract>)
    /// The same for a query; the contract's first day.
    case inNoCycleYet(Identifier<Contract>, start: CivilDate)
    /// A forecast for a day before today.
    case beforeToday(CivilDate, ZoneName, Identifier<Contract>)
}

/// Why an entry, or the void of one, is not late (R10).
package enum LatenessReason: Hashable, Sendable {
    /// The cycle of this index is open.
    case openCycle(Int)
    /// The month of work on demand is open (R4).
    case openMonth(CivilMonth)
    /// The entry was booked late and is on the statement of an open month of work on demand.
    case openMonthStatement(CivilMonth, entry: Identifier<TimeEntry>)
    /// The entry was booked late and is on the open statement; the index of its cycle.
    case openStatement(cycle: Int, entry: Identifier<TimeEntry>)
    /// No part of the timer's work is in a closed cycle.
    case timer
}

/// Why a timer cannot be started or stopped.
package enum TimerObstacle: Hashable, Sendable {
    /// The caller's timer is running already.
    case running(Identifier<Ticket>, since: Instant)
    /// The caller has no running timer.
    case none
    /// Nobody of this name has one.
    case noneOf(String)
    /// The clock shows a time before the start.
    case clockSetBack(Identifier<Ticket>, startedAt: Instant, now: Instant)
    /// The timer measured more than `Limits.timerMinutesMax`.
    case tooLong(Identifier<Ticket>, startedAt: Instant, measured: Minutes)
}

/// Why two cycles cannot be grouped or ungrouped (R11). All cycles are indexes, 0 for the
/// contract's first.
package enum GroupObstacle: Hashable, Sendable {
    /// The two are not adjacent, or are not two.
    case notAdjacent([Int])
    /// The first of them has closed; the index of the cycle that closes next.
    case closed(Int, next: Int)
    /// The contract ends before the second would begin; `isTerminated`: before its term is over.
    case beyondTheEnd(
        Identifier<Contract>, second: Int, lastDay: CivilDate, isTerminated: Bool)
    /// One of them is in another group.
    case grouped(Identifier<Contract>, first: Int, second: Int)
    /// The first has closed, and its statement shows the group.
    case shown(first: Int, second: Int)
    /// There is no such group.
    case unknown(Identifier<Contract>, [Int])
    /// There is no group at all.
    case none(Identifier<Contract>)
    /// There are several that can be ungrouped, and none was given.
    case several(Identifier<Contract>, Int)
    /// The contract cannot end between the two; the index of the second, which has not begun.
    case endsBetween(Identifier<Contract>, second: Int)
    /// A suspension would leave the second no day before the contract ends.
    case restsOver(Identifier<Contract>, first: Int, second: Int, lastDay: CivilDate)
}

/// A change that would withdraw hours that are drawn (R11).
package enum HourWithdrawal: Hashable, Sendable {
    case ungrouping
    /// A weekly limit of a group.
    case weeklyLimit(Minutes)
    /// A change to the package of this title.
    case change(title: String)
}

/// A value of a booking that is refused.
package enum WorkRule: Hashable, Sendable {
    /// The duration is outside 1 minute to `Limits.entryMinutesMax`.
    case duration(Minutes)
    /// An option of the package on work on demand, which has no package.
    case onDemand
    /// The cycle has `Limits.entriesPerCycleMax` entries already.
    case cycleFull
    /// The month of work on demand has `Limits.entriesPerCycleMax` entries already.
    case monthFull(CivilMonth)
    /// The statement has `Limits.adjustmentsPerCycleMax` adjustments for earlier cycles already.
    case statementFull
    /// A correction that changes nothing of the entry.
    case entryUnchanged(Identifier<TimeEntry>)
    /// An option of a booking with a timer that is discarded.
    case discarded
    /// The weekly limit of two grouped cycles is not more than 0 or more than their pool (R11).
    case weeklyLimit(Minutes, pool: Minutes)
}
