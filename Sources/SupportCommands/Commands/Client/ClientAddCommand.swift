import ArgumentParser
import SupportModel
import SupportWire

/// `supportc client add`.
struct ClientAddCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Take on a client.",
        discussion:
            "Example:\n  supportc client add acme --name 'Acme Outdoor GmbH' --zone Europe/Berlin")

    @Argument(help: "The short name of the client.", transform: Reading.name)
    var client: Name<Client>

    @Option(help: ArgumentHelp("What people read.", valueName: "text"))
    var name: String

    @Option(
        help: ArgumentHelp(
            "The zone its contracts count days in; UTC unless said.", valueName: "zone"),
        transform: Reading.zone)
    var zone: ZoneName?

    @Option(
        name: .customLong("mail"),
        help: ArgumentHelp(
            "An address that its mail comes from; may be repeated.", valueName: "address"))
    var mails: [String] = []

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) -> ClientAdd {
        ClientAdd(client: client, name: name, zone: zone, mails: mails.isEmpty ? nil : mails)
    }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) added: \(reply.name), \(reply.zone)")
    }

    func identifiers(_ reply: ClientView) -> [String] { [reply.client.text] }
}
