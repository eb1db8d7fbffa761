import ArgumentParser
import SupportModel
import SupportWire

/// `supportc ticket open`.
struct TicketOpenCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open a ticket for a client.",
        discussion:
            "Example:\n  supportc ticket open acme --level 1 --subject 'Checkout fails'"
    )

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Option(
        help: ArgumentHelp("How severe it is, 1 to 4.", valueName: "level"),
        transform: Reading.level)
    var level: Level

    @Option(help: ArgumentHelp("What it is about, in one line.", valueName: "text"))
    var subject: String

    @Option(
        help: ArgumentHelp("The service; troubleshooting unless said.", valueName: "service"),
        transform: Reading.name)
    var service: Name<Service>?

    @Option(help: ArgumentHelp("The whole story; - reads standard input.", valueName: "text"))
    var body: String?

    @Option(
        help: ArgumentHelp(
            "The contract that pays, where the client has several.", valueName: "number"),
        transform: Reading.number)
    var contract: Identifier<Contract>?

    @Flag(help: "No contract pays; the time is billed on demand.")
    var onDemand = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if onDemand, contract != nil {
            throw ValidationError("--contract and --on-demand do not go together; choose one")
        }
    }

    func request(_ input: Input) throws -> TicketOpen {
        TicketOpen(
            client: client, level: level, subject: subject, service: service,
            body: try body.map(input.text), contract: contract, onDemand: onDemand ? true : nil)
    }

    func show(_ reply: TicketView, on page: inout Page) {
        page.line(
            "ticket \(reply.ticket, .strong) opened for \(reply.client): "
                + "level \(Words.level(reply.level)), \(Words.payer(reply.contract))")
    }

    func identifiers(_ reply: TicketView) -> [String] { [reply.ticket.description] }
}
