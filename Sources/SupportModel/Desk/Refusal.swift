/// Why the desk refused a request, with the figures that explain it.
///
/// An answer, not a failure: the state is unchanged. It has no text: sentences and hints are made
/// from it in SupportWire.
package enum Refusal: Error, Hashable, Sendable {
    /// There is no such thing.
    case unknown(Subject, String)
    /// A thing of that name exists already.
    case exists(Subject, String)
    /// A value that is not allowed: the field, and the rule.
    case invalid(Field, Invalidity)
    /// The caller's copy is out of date.
    case versionConflict(wanted: UInt64, found: UInt64)
    /// The caller has used this key for another request.
    case keyConflict(key: String)
    /// The client is archived.
    case clientArchived(Name<Client>)
    /// The client is not archived, and there is nothing to restore.
    case clientNotArchived(Name<Client>)
    /// It is still needed, and by what.
    case inUse(NeededThing, by: Holder)
    /// The client has no active contract, or more than one; `inactive` are those that it has where
    /// none is active.
    case contractAmbiguous(
        Name<Client>, active: [Identifier<Contract>], inactive: [Identifier<Contract>] = [],
        use: ContractUse = .question)
    /// The contract is not active: it has not begun, is suspended or has ended.
    case contractNotActive(
        Identifier<Contract>, ContractStanding, start: CivilDate, end: CivilDate,
        use: ContractUse = .question)
    /// The contract's state does not allow it.
    case contractState(Identifier<Contract>, ContractObstacle)
    /// The day is outside the range that can be booked, planned or agreed.
    case dateOutside(CivilDate, DateReason)
    /// R10: the work date's cycle has closed.
    case cycleClosed(CivilDate, cycle: Int, end: CycleEnd)
    /// R10: the contract has no such cycle so far; `known` are those that it has. One that was
    /// called off, and ended before its first day, has none at any time.
    case unknownCycle(
        Identifier<Contract>, CycleReference, known: [Cycle], isCalledOff: Bool = false)
    /// R10: more than one cycle begins in the month.
    case cycleAmbiguous(Identifier<Contract>, CycleReference, found: [Cycle])
    /// R4, R10: the month of work on demand is over; the zone in which it ended.
    case monthClosed(CivilDate, Name<Client>, ZoneName)
    /// R4: the client has no work on demand in the month; the months in which it has.
    case unknownMonth(Name<Client>, CivilMonth, known: [CivilMonth])
    /// R9: the week has too little room.
    case weeklyLimit(WeeklyLimitFigures)
    /// R8: the contract allows no extra hours, or only ones that are requested explicitly.
    case extraRefused(ExtraFigures)
    case extraMustBeNamed(ExtraFigures)
    /// R11: the two cycles cannot be grouped or ungrouped.
    case grouping(GroupObstacle)
    /// R11: it would withdraw hours that work has drawn already.
    case groupDrawn(HourWithdrawal, used: Minutes, own: Minutes, extra: Minutes)
    /// R10: the entry is for a closed cycle and is not marked late, or is marked late and is not
    /// for one.
    case lateness(CivilDate, LatenessReason)
    /// One entry has more than 24 hours and is not marked as a long one; its hours.
    case longEntry(Minutes)
    /// The caller's timer is running already, or is not, or has measured a duration that is not
    /// allowed.
    case timer(TimerObstacle)
    /// Every ticket of the working order that was asked for has somebody.
    case nothingToTake
    /// The caller may make such a request, but not this one.
    case notPermitted(RightsRule)
    /// The request leaves the person to be the caller, who is not of the staff.
    case callerIsNobody(Field)
    /// R7: only an account manager can agree to this.
    case notAManager(Name<Staff>, Role)
    /// The entry was voided before; the one that stands for it since a correction, nil for none.
    case alreadyVoided(
        Identifier<TimeEntry>, VoidMark, standing: Identifier<TimeEntry>? = nil)
    /// The ticket is not in a state that allows it.
    case ticketState(Identifier<Ticket>, TicketState, TicketAct)
    /// A ticket's relation to another one does not allow it.
    case relation(TicketRule)
    /// A file cannot be attached or found.
    case attachment(AttachmentObstacle)
    /// Rows of a list were refused, and with them the whole list: the listed ones, how many were
    /// refused, and how many there are.
    case rowsRefused([RowRefusal], refusedCount: Int, of: Int)
    /// Tables of a file were refused, and with them the whole file: its name, the listed tables,
    /// how many were refused, and how many there are.
    case tablesRefused(file: String, [RowRefusal], refusedCount: Int, of: Int)
    /// A row differs from what was imported under its key.
    case importedOtherwise(ImportDifference)
    /// The monitor is not in a state that allows it.
    case monitorState(Name<Monitor>, MonitorState)
    /// The notice is not in a state that allows it.
    case noticeState(Identifier<Notice>, NoticeState)
    /// No mail can go there.
    case noMail(NoMail)
    /// R10: the clock may be wrong, so no day can be taken from it.
    case clockInDoubt(ClockDoubt, now: Instant)
    /// The clock is not in doubt, so it cannot be confirmed.
    case clockNotInDoubt(now: Instant)
    /// A mail is not taken.
    case mail(MailObstacle)
}

extension Refusal {
    /// The value of the request that it concerns; nil for none.
    var field: Field? {
        switch self {
        case .invalid(let field, _): field
        case .inUse(let thing, _): thing.field
        default: nil
        }
    }
}

/// Why a day is outside the range.
package enum DateReason: Hashable, Sendable {
    case work(WorkDateReason)
    case plan(PlanDateReason)
    case rest(RestDateReason)
    case end(EndDateReason)
}

/// Why one row of a list was refused, and the place of the row.
package struct RowRefusal: Error, Hashable, Sendable {
    /// The line of the file on which the row begins, 1 for the first.
    package var line: Int
    /// The column, or the path of the key of a table, that the refusal concerns; nil for the row as
    /// a whole.
    package var column: String?
    package var refusal: Refusal

    package init(line: Int, column: String?, refusal: Refusal) {
        (self.line, self.column, self.refusal) = (line, column, refusal)
    }
}
