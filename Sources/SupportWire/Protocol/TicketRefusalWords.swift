import SupportModel

/// The words for a ticket that is not in a state that allows what is done with it.
extension TicketAct {
    /// The states that it wants, and what to do instead.
    func words(of ticket: Identifier<Ticket>, _ state: TicketState) -> RefusalText {
        let reopen = "supportc ticket reopen \(ticket) --reason R"
        return switch self {
        case .work: RefusalText("open, active, waiting or resolved", hint: reopen)
        case .change: RefusalText("open, active or waiting", hint: reopen)
        case .resume:
            RefusalText(
                "waiting", hint: "supportc ticket note \(ticket) keeps what the client said")
        case .resolve:
            RefusalText(
                "open, active or waiting",
                hint: state == .resolved
                    ? "its work is done already; supportc ticket note \(ticket) keeps the note"
                    : reopen)
        case .close:
            RefusalText("resolved", hint: "supportc ticket resolve \(ticket)")
        case .reopen: RefusalText("resolved or closed", hint: "it wants work already")
        }
    }
}

/// The words for a value of a ticket that cannot be, with its name.
extension TicketRule {
    var words: RefusalText {
        switch self {
        case .contractAndOnDemand:
            RefusalText("a contract does not go with on demand", hint: "name one")
        case .contract(let contract, let owner, let client):
            RefusalText(
                "contract \(contract) is \(owner)'s, not \(client)'s",
                hint: "supportc contract list --client \(client)")
        case .viewer(let name):
            RefusalText(
                "\(name) is a viewer and works on no tickets",
                hint: "assign it to a manager or an engineer")
        case .emptyNote: RefusalText("the note is empty", hint: "say something")
        case .linkedToItself(let ticket):
            RefusalText("ticket \(ticket) is named twice", hint: "name two tickets")
        case .linkOfTheDesk(let kind):
            RefusalText(
                "that a ticket \(kind.words) another one is said by the desk alone",
                hint: "give blocks, blocked-by or relates")
        case .tooManyLinks(let ticket):
            RefusalText(
                "ticket \(ticket) has to do with \(Limits.linksMax) others already",
                hint: "take one away with --remove")
        case .circle(let one, let other):
            RefusalText(
                "ticket \(one) has to wait for ticket \(other) already, so both would wait for ever",
                hint: "supportc ticket show \(one) says what it waits for")
        case .noSuchNote(let ticket, let place):
            RefusalText(
                "there is no note \(place) on ticket \(ticket)",
                hint: "supportc ticket show \(ticket) numbers them")
        case .continued(let ticket, let live):
            RefusalText(
                "ticket \(ticket) cannot be reopened any more, and ticket \(live) continues it",
                hint: "work on ticket \(live)")
        case .mergedIntoItself, .merged, .otherClient, .runningTimer: mergeWords
        }
    }

    /// The words for tickets that are not merged.
    private var mergeWords: RefusalText {
        switch self {
        case .merged(let ticket, let other):
            RefusalText(
                "ticket \(ticket) was merged into ticket \(other) before",
                hint: "merge ticket \(other)")
        case .otherClient(let ticket, let client, let into, let other):
            RefusalText(
                "ticket \(ticket) is \(client)'s and ticket \(into) is \(other)'s",
                hint:
                    "supportc ticket link \(ticket) relates \(into) says that they belong together")
        case .runningTimer(let ticket, let owner, let into):
            RefusalText(
                "a timer of \(owner) runs on ticket \(ticket), and ticket \(into) is paid for otherwise",
                hint: "stop the timer first")
        default: RefusalText("a ticket is not merged into itself", hint: "name two tickets")
        }
    }
}

/// The words for a value of a plan that cannot be, with its name.
extension PlanRule {
    func words(of field: Field) -> RefusalText {
        switch self {
        case .setAndTaken:
            RefusalText(
                "\(field.words) cannot be set and taken away at once",
                hint: "leave one of the two out")
        case .estimate(let estimate):
            RefusalText(
                "the estimate of \(estimate) is not the work of one ticket",
                hint: "give 1m to \(Minutes(Limits.estimateMinutesMax)), or split the ticket")
        case .weeks(let weeks):
            RefusalText(
                "a plan of \(weeks) weeks cannot be made",
                hint: "give 1 to \(Limits.planWeeksMax) weeks")
        }
    }
}

extension WireError {
    /// Every ticket that was asked for has somebody.
    static var nothingToTake: WireError {
        WireError(
            .notFound, "nothing-to-take", "no ticket that wants work is nobody's",
            hint: "supportc queue lists what there is, and whose it is")
    }
}
