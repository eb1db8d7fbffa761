import ArgumentParser
import SupportModel
import SupportWire

/// `supportc access list`.
struct AccessListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what was handed over, and what is missing.",
        discussion: "Example:\n  supportc access list acme")

    @Argument(help: "Only of this client.", transform: Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> AccessList { AccessList(client: client) }

    func show(_ reply: AccessList.Reply, on page: inout Page) {
        page.table(AccessRows.table(reply), none: "no access")
    }

    func identifiers(_ reply: AccessList.Reply) -> [String] {
        reply.access.map(AccessRows.identifier)
    }
}
