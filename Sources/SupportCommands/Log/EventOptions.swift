import ArgumentParser
import SupportModel
import SupportWire

/// Which events `log` and `watch` show; of several choices an event has to meet all.
struct EventOptions: ParsableArguments {
    @Option("Only these events: ticket, or ticket.opened.", value: "type")
    var type: String?

    @Option("Only about this ticket.", value: "ticket", Reading.number)
    var ticket: Identifier<Ticket>?

    @Option("Only about this client.", value: "client", Reading.name)
    var client: Name<Client>?

    @Option(
        "Only about this contract, its hours and its tickets.", value: "contract",
        Reading.contract)
    var contract: ContractReference?

    @Option("Only about this monitor and its tickets.", value: "monitor", Reading.name)
    var monitor: Name<Monitor>?

    @Option(
        "Only about tickets of this level; repeated, of either.", value: "level",
        each: Reading.level)
    var level: [Level] = []

    @Option("Only about tickets of this person.", value: "staff", Reading.name)
    var assignee: Name<Staff>?

    @Option("Only what this person did.", value: "staff", Reading.name)
    var staff: Name<Staff>?

    /// Chooses them in a request.
    func choose(in request: inout some EventChoosing) {
        (request.type, request.ticket, request.client) = (type, ticket, client)
        (request.contract, request.monitor) = (contract, monitor)
        request.level = OneOrMore(level)
        (request.assignee, request.staff) = (assignee, staff)
    }
}
