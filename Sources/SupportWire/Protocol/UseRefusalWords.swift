import SupportModel

/// The words for things that are needed.
extension NeededThing {
    var words: String {
        switch self {
        case .unixUser(let user): "the Unix user \(user)"
        case .role(let name): "the role of \(name)"
        case .staff(let name): "staff \(name)"
        case .client(let name): "client \(name)"
        case .firstDayOfRest(let day), .lastDay(let day): "\(day)"
        case .coverage(let old, let new): "what \(old) covers and \(new) would not"
        case .openTicket(let monitor): "the one open ticket of monitor \(monitor)"
        }
    }
}

/// The words for what needs a thing, and what to do first.
extension Holder {
    func words(of thing: NeededThing) -> RefusalText {
        switch self {
        case .staff(let name):
            RefusalText("staff \(name)", hint: "give each person a user of their own")
        case .managedContract(let contract):
            RefusalText(
                "contract \(contract), which needs its account manager (R7)",
                hint: "give it another: supportc contract change \(contract) --manager OTHER")
        case .assignedTicket(let ticket):
            RefusalText(
                "ticket \(ticket), which is assigned to them",
                hint: "supportc ticket assign \(ticket) SOMEONE-ELSE")
        case .runningTimer(let name, let ticket):
            RefusalText(
                "their timer, which runs on ticket \(ticket)",
                hint: "supportc time stop --for \(name) books it, with --discard forgets it")
        case .contract(let contract):
            RefusalText(
                "contract \(contract), which has not ended", hint: "let its last cycle end first")
        case .ticket(let ticket):
            RefusalText(
                "ticket \(ticket), which is not resolved",
                hint: "supportc ticket resolve \(ticket)")
        case .monitor(let name):
            RefusalText("monitor \(name)", hint: "supportc monitor remove \(name)")
        case .upgrade(let title, let day):
            RefusalText("the upgrade to \(title) of \(day)", hint: "suspend from \(day) on")
        case .work(let last):
            RefusalText("time booked for \(last)", hint: Self.way(past: last, thing))
        case .coveredWork(let extra):
            RefusalText(
                "work of this cycle: \(extra) of it would become extra (R2, R9)",
                hint: "change it at the beginning of a cycle, before work is booked")
        case .otherTicket(let ticket):
            RefusalText(
                "ticket \(ticket)", hint: "work on ticket \(ticket), and name this one in a note")
        }
    }

    private static func way(past last: CivilDate, _ thing: NeededThing) -> String {
        if case .lastDay = thing { return "end it on \(last) or later, or void that time" }
        return "suspend from \(last.advanced(byDays: 1)) on, or void that time"
    }
}
