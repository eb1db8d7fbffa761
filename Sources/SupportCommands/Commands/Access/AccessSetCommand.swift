import ArgumentParser
import SupportModel
import SupportWire

/// `supportc access set`.
struct AccessSetCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Take in an access; the secret comes on standard input.",
        discussion: """
            A secret of one line is kept without its line end, one of several lines exactly as it \
            comes. At a terminal it is asked for, twice, and not shown.

            Examples:
              supportc access set acme admin --user root --address https://shop.example.com/admin
              supportc access set acme ssh --user deploy --address shop.example.com < id_ed25519
            """)

    @OptionGroup var access: AccessOptions

    @Option(help: ArgumentHelp("The user to log in as; everybody can read it.", valueName: "name"))
    var user: String?

    @Option(
        help: ArgumentHelp(
            "Where to log in, without the password; everybody can read it.", valueName: "url|host"))
    var address: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> AccessSet {
        let what = "\(access.kind.rawValue) access of \(access.client)"
        return AccessSet(
            client: access.client, kind: access.kind, project: access.project, user: user,
            address: address, secret: SecretText(try input.secret(what)))
    }

    func show(_ reply: AccessView, on page: inout Page) {
        page.line("\(AccessRows.name(reply), .strong) set, sealed with key \(reply.key)")
    }

    func identifiers(_ reply: AccessView) -> [String] { [AccessRows.identifier(reply)] }
}
