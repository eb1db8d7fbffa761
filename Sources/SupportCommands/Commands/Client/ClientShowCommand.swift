import ArgumentParser
import SupportModel
import SupportWire

/// `supportc client show`.
struct ClientShowCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show a client and its contracts.",
        discussion: "Example:\n  supportc client show acme")

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> ClientShow { ClientShow(client: client) }

    func show(_ reply: ClientShow.Reply, on page: inout Page) {
        let client = reply.client
        page.line("client \(client.client, .strong): \(client.name)")
        page.facts([
            "zone": "\(client.zone)",
            "mail": "\(Words.list(client.mails))",
            "since": "\(Words.minute(client.addedAt))",
            "archived": client.archived ? "yes" : nil,
            "tickets": "\(reply.liveTickets) open",
            "monitors": "\(reply.monitors)",
            "access": reply.missingAccess.map(AccessRows.missing),
            "version": "\(client.version)",
        ])
        guard !reply.contracts.isEmpty else { return }
        page.heading("contracts")
        page.table(ContractRows.table(reply.contracts), none: "")
    }

    func identifiers(_ reply: ClientShow.Reply) -> [String] { [reply.client.client.text] }
}
