import SupportModel

/// The words for work that is not late, without its day before them.
extension LatenessReason {
    var words: RefusalText {
        let text =
            switch self {
            case .openCycle(let cycle): "lies in cycle \(cycle + 1), which is open"
            case .openMonth(let month): "lies in \(month), which is open"
            case .openMonthStatement(let month, let entry):
                "has closed, but entry \(entry) came late and is on the statement of \(month), which "
                    + "is open"
            case .openStatement(let cycle, let entry):
                "lies in cycle \(cycle + 1), which has closed, but entry \(entry) came late and is "
                    + "on the statement that is open"
            case .timer: "and all that the timer measured lie in no closed cycle"
            }
        return RefusalText(text, hint: "leave --late out")
    }
}

/// The words for a timer that cannot be started or stopped.
extension TimerObstacle {
    var words: RefusalText {
        switch self {
        case .running(let ticket, let since):
            RefusalText(
                "your timer runs on ticket \(ticket) since \(since)",
                hint: "supportc time stop books it, supportc time stop --discard forgets it")
        case .none:
            RefusalText(
                "no timer of yours is running", hint: "supportc time start TICKET starts one")
        case .noneOf(let whose):
            RefusalText(
                "no timer of \(whose) is running",
                hint: "supportc status lists the timers that run, and whose they are")
        case .clockSetBack(let ticket, let startedAt, let now):
            RefusalText(
                "the clock was set back: it shows \(now), and the timer was started at \(startedAt)",
                hint: "wait until the clock is right again, or \(Self.byHand(ticket))")
        case .tooLong(let ticket, let startedAt, let measured):
            RefusalText(
                "the timer runs since \(startedAt), \(measured): nobody works longer than "
                    + "\(Minutes(Limits.timerMinutesMax)) in one piece",
                hint: Self.byHand(ticket))
        }
    }

    private static func byHand(_ ticket: Identifier<Ticket>) -> String {
        "supportc time stop --discard, then supportc time add \(ticket) with what was worked"
    }
}

/// The words for a value of a booking that cannot be, with its name.
extension WorkRule {
    var words: RefusalText {
        switch self {
        case .duration(let worked):
            RefusalText(
                "the duration \(worked) cannot have been worked in one piece",
                hint: "give 1m to \(Minutes(Limits.entryMinutesMax))")
        case .onDemand:
            RefusalText(
                "extra or an agreement goes with a package; this is on demand (R4)",
                hint: "leave it out")
        case .cycleFull:
            RefusalText(
                "the cycle has its \(Limits.entriesPerCycleMax) entries",
                hint: "book several pieces of work as one entry")
        case .monthFull(let month):
            RefusalText(
                "\(month) has its \(Limits.entriesPerCycleMax) entries on demand",
                hint: "book several pieces of work as one entry")
        case .statementFull:
            RefusalText(
                "the statement has its \(Limits.adjustmentsPerCycleMax) adjustments for earlier "
                    + "ones",
                hint: "make further ones once it has closed")
        case .entryUnchanged(let entry):
            RefusalText(
                "entry \(entry) says so already",
                hint: "name what is to be another: its duration, day, service or note")
        case .discarded:
            RefusalText(
                "a timer that is discarded books nothing",
                hint: "leave out what belongs to a booking")
        case .weeklyLimit(let limit, let pool):
            RefusalText(
                "the weekly limit of \(limit) is not within the \(pool) of the two cycles",
                hint: "give the hours that one week may use, or leave it out to keep R9's")
        }
    }
}
