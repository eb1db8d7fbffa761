import ArgumentParser
import SupportModel
import SupportWire

/// `supportc client archive`.
struct ClientArchiveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive", abstract: "Stop doing anything new for a client.",
        discussion: "Example:\n  supportc client archive acme")

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ClientArchive { ClientArchive(client: client) }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) archived")
    }

    func identifiers(_ reply: ClientView) -> [String] { [reply.client.text] }
}
