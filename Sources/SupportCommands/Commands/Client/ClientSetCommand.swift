import ArgumentParser
import SupportModel
import SupportWire

/// `supportc client set`.
struct ClientSetCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Change what a client is called, where it is, or its addresses.",
        discussion:
            "Example:\n  supportc client set acme --mail it@acme.example --mail shop@acme.example")

    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Option(help: ArgumentHelp("What people read.", valueName: "text"))
    var name: String?

    @Option(
        help: ArgumentHelp("The zone of contracts signed from now on.", valueName: "zone"),
        transform: Reading.zone)
    var zone: ZoneName?

    @Option(
        name: .customLong("mail"),
        help: ArgumentHelp(
            "An address; all those given replace the old ones.", valueName: "address"))
    var mails: [String] = []

    @Flag(help: "Take all addresses away.")
    var noMail = false

    @OptionGroup(title: "General options") var options: ChangeOptions

    func validate() throws {
        if name == nil, zone == nil, mails.isEmpty, !noMail {
            throw ValidationError(
                "nothing to change; give --name, --zone, --mail or --no-mail")
        }
        if noMail, !mails.isEmpty {
            throw ValidationError("--mail and --no-mail do not go together; choose one")
        }
    }

    func request(_ input: Input) -> ClientSet {
        ClientSet(
            client: client, name: name, zone: zone, mails: noMail || !mails.isEmpty ? mails : nil)
    }

    func show(_ reply: ClientView, on page: inout Page) {
        page.line("client \(reply.client, .strong) changed: \(reply.name), \(reply.zone)")
    }

    func identifiers(_ reply: ClientView) -> [String] { [reply.client.text] }
}
