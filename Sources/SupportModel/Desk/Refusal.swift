/// Why the desk did not do what it was asked, with the figures that explain it.
///
/// An answer, not a failure: the state is unchanged. It has no sentences: those, and the hints, are
/// made of it in SupportWire.
package enum Refusal: Error, Hashable, Sendable {
    /// The desk knows no such thing.
    case unknown(Subject, String)
    /// There is one of that name already.
    case exists(Subject, String)
    /// A value that cannot be: which, and by what rule.
    case invalid(Field, Invalidity)
    /// The caller's copy is out of date.
    case versionConflict(wanted: UInt64, found: UInt64)
    /// The caller has used this key for another request.
    case keyConflict(key: String)
    /// The client is archived.
    case clientArchived(Name<Client>)
    /// It is still needed: by what.
    case inUse(NeededThing, by: Holder)
    /// The client has no active contract, or more than one.
    case contractAmbiguous(Name<Client>, active: [Identifier<Contract>])
    /// The contract has not begun, or is over.
    case contractNotActive(Identifier<Contract>, ContractStanding, start: CivilDate, end: CivilDate)
    /// The contract is not where this could be done.
    case contractState(Identifier<Contract>, ContractObstacle)
    /// The day lies outside what can be booked, planned or agreed.
    case dateOutside(CivilDate, DateReason)
    /// R10: the work date's cycle has closed.
    case cycleClosed(CivilDate, cycle: Int, end: CycleEnd)
    /// R10: the contract has no such cycle so far; those that it has.
    case unknownCycle(Identifier<Contract>, CycleReference, known: [Cycle])
    /// R10: more than one cycle begins in the month.
    case cycleAmbiguous(Identifier<Contract>, CycleReference, found: [Cycle])
    /// R9: the week has too little room.
    case weeklyLimit(WeeklyLimitFigures)
    /// R8: the contract takes no extra hours, or only ones that are named.
    case extraRefused(ExtraFigures)
    case extraMustBeNamed(ExtraFigures)
    /// R11: the two cycles cannot be grouped, or not be ungrouped.
    case grouping(GroupObstacle)
    /// R11: it would take back hours that work has drawn already.
    case groupDrawn(HourWithdrawal, used: Minutes, own: Minutes, extra: Minutes)
    /// R10: the entry is for a closed cycle and has to say so, or is not and must not.
    case lateness(CivilDate, LatenessReason)
    /// One entry has more than a day's 24 hours and is not named as a long one: its hours.
    case longEntry(Minutes)
    /// The caller's timer runs already, or not, or has measured what cannot have been work.
    case timer(TimerObstacle)
    /// R7: only an account manager can agree to this.
    case notAManager(Name<Staff>, Role)
    /// The entry was voided before.
    case alreadyVoided(Identifier<TimeEntry>, VoidMark)
    /// The ticket is not in a state that allows it.
    case ticketState(Identifier<Ticket>, TicketState, TicketAct)
    /// The time to reopen is over.
    case reopenTooLate(Identifier<Ticket>, resolvedAt: Instant, days: Int)
    /// Rows of a list were refused, and with them the whole: those that are listed, and how many of
    /// how many there are.
    case rowsRefused([RowRefusal], refusedCount: Int, of: Int)
    /// Tables of a file were refused, and with them the whole: the file, those tables that are
    /// listed, and how many of how many there are.
    case tablesRefused(file: String, [RowRefusal], refusedCount: Int, of: Int)
    /// A row says otherwise than what was imported under its key.
    case importedOtherwise(ImportDifference)
    /// The monitor is not in a state that allows it.
    case monitorState(Name<Monitor>, MonitorState, MonitorAct)
    /// R10: the clock may be wrong, so no day can be taken from it.
    case clockInDoubt(ClockDoubt, now: Instant)
    /// There is no doubt about the clock that could be ended.
    case clockNotInDoubt(now: Instant)
}

extension Refusal {
    /// The value of a request that it is about; nil where it is none.
    var field: Field? {
        switch self {
        case .invalid(let field, _): field
        case .inUse(let thing, _): thing.field
        default: nil
        }
    }
}

/// Why a day lies outside.
package enum DateReason: Hashable, Sendable {
    case work(WorkDateReason)
    case plan(PlanDateReason)
    case rest(RestDateReason)
    case end(EndDateReason)
}

/// Why one row of a list was refused, and where a person finds it.
package struct RowRefusal: Error, Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The column, or the way to the key of a table, that is to blame; nil where it is the row as a
    /// whole.
    package var column: String?
    /// What was refused.
    package var refusal: Refusal

    package init(line: Int, column: String?, refusal: Refusal) {
        self.line = line
        self.column = column
        self.refusal = refusal
    }
}
