import ArgumentParser
import SupportClient
import SupportModel
import SupportWire

/// `supportc access`.
struct CredentialCommand: Noun {
    static let configuration = CommandConfiguration.noun(
        "access", "What opens the clients' sites: admin panel, ftp, ssh.",
        [
            CredentialSetCommand.self, CredentialListCommand.self, CredentialRevealCommand.self,
            CredentialTryCommand.self,
            CredentialVerifyCommand.self, CredentialRemoveCommand.self,
            CredentialResealCommand.self,
        ])
}

/// `supportc access set`.
struct CredentialSetCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Take in an access; the secret comes on standard input.",
        discussion: """
            A secret of one line is kept without its line end, one of several lines exactly as it \
            comes. At a terminal it is asked for, twice, and not shown.

            Examples:
              supportc access set acme admin --user root --address https://shop.example.com/admin
              supportc access set acme ssh --user deploy --address shop.example.com < id_ed25519
            """)

    @OptionGroup var access: CredentialOptions

    @Option("The user to log in as; everybody can read it.", value: "name")
    var user: String?

    @Option("Where to log in, without the password; everybody can read it.", value: "url|host")
    var address: String?

    @OptionGroup(title: "General options") var options: ChangeOptions

    func request(_ input: Input) throws -> CredentialSet {
        let what = "\(access.kind.rawValue) access of \(access.client)"
        return CredentialSet(
            client: access.client, kind: access.kind, project: access.project, user: user,
            address: address, secret: SecretText(try input.secret(what)))
    }

    func show(_ reply: CredentialView, on page: inout Page) {
        page.line("\(CredentialRows.name(reply), .strong) set, sealed with key \(reply.key)")
    }
}

/// `supportc access list`.
struct CredentialListCommand: RequestCommand {
    static let configuration = CommandConfiguration.verb(
        "list", "List what was handed over, and what is missing.",
        example: "supportc access list acme")

    @Argument(help: "Only of this client.", transform: Reading.name)
    var client: Name<Client>?

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> CredentialList { CredentialList(client: client) }

    func show(_ reply: CredentialList.Reply, on page: inout Page) {
        page.table(CredentialRows.table(reply), none: "no access")
    }

    func identifiers(_ reply: CredentialList.Reply) -> [String] {
        reply.access.map(CredentialRows.identifier)
    }
}

/// `supportc access reveal`.
struct CredentialRevealCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "reveal", abstract: "Print a secret; that is recorded, with the reason.",
        discussion: """
            Prints the secret exactly as it was handed over; on a terminal its last line is ended. \
            Anywhere but on a terminal it is printed only with --stdout.

            Examples:
              supportc access reveal acme admin --reason 'ticket 12'
              supportc access reveal acme ssh --reason 'ticket 12' --stdout > id_acme
            """)

    @OptionGroup var access: CredentialOptions

    @Option("What for, recorded with it.", value: "text")
    var reason: String

    @Flag(name: .customLong("stdout"), help: "Also where standard output is a file or a pipe.")
    var isForStandardOutput = false

    @OptionGroup(title: "General options") var options: ReadOptions

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        guard isForStandardOutput || invocation.console.outputIsTerminal else {
            throw ValidationError(
                "standard output is no terminal, and a secret would stay where it leads; say "
                    + "--stdout if it is to go there")
        }
        var connection = try invocation.connect(options)
        let answer = try connection.call(RevealCredential(access.place, reason: reason))
        if options.json {
            try invocation.print(document: AnswerDocument.of(answer.json))
            return .done
        }
        var secret = Array(try answer.reply.secret.text.utf8)
        if invocation.console.outputIsTerminal, secret.last != 10 { secret.append(10) }
        try invocation.console.write(secret)
        return .done
    }
}

/// `supportc access try`.
struct CredentialTryCommand: RequestCommand {
    static let configuration = CommandConfiguration(
        commandName: "try", abstract: "Have the worker log in, and say what fails.",
        discussion: """
            Logs in as --user at --address of the access, changes nothing there and shows no secret; \
            that is recorded. An admin panel is tried by HTTP Basic or the form of its page. Ends with \
            3 if the login fails.

            Example:
              supportc access try acme ssh
            """)

    @OptionGroup var access: CredentialOptions

    @OptionGroup(title: "General options") var options: ReadOptions

    func request(_ input: Input) -> TryCredential {
        TryCredential(
            access.place)
    }

    func show(_ reply: TryCredential.Reply, on page: inout Page) {
        let name = CredentialRows.name(reply.access)
        let user = reply.access.user ?? ""
        guard let step = reply.failedAt else {
            page.line("\(name, .strong): \("logged in", .good) as \(user) at \(reply.url)")
            return page.line("  \(reply.detail)")
        }
        page.line("\(name, .strong): \("no login", .bad) as \(user) at \(reply.url)")
        page.line("  \(Self.words(of: step)): \(reply.detail)")
    }

    /// What failed, for people.
    private static func words(of step: LoginStep) -> String {
        switch step {
        case .worker: "it could not be tried"
        case .resolve: "the name of the host"
        case .connect: "the connection"
        case .secure: "the encryption"
        case .login: "the login"
        case .answer: "the answer"
        }
    }

    func identifiers(_ reply: TryCredential.Reply) -> [String] {
        reply.loggedIn ? [CredentialRows.identifier(reply.access)] : []
    }

    func ending(_ reply: TryCredential.Reply) -> SupportWire.ExitCode {
        reply.loggedIn ? .done : .notFound
    }
}

/// `supportc access remove`.
struct CredentialRemoveCommand: EndingCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Keep an access no longer.",
        discussion: """
            The journal and its backups still hold it, sealed: have the client change it too.

            Example:
              supportc access remove acme ftp
            """)

    @OptionGroup var access: CredentialOptions

    @OptionGroup var confirmation: ConfirmationOptions

    @OptionGroup(title: "General options") var options: ChangeOptions

    var act: String {
        "remove the \(CredentialRows.name(access.client, access.project, access.kind))"
    }

    func request(_ input: Input) -> RemoveCredential {
        RemoveCredential(client: access.client, kind: access.kind, project: access.project)
    }

    func show(_ reply: RemoveCredential.Reply, on page: inout Page) {
        let name = CredentialRows.name(reply.client, reply.project, reply.removed)
        page.line("\(name, .strong) removed")
    }

    func identifiers(_ reply: RemoveCredential.Reply) -> [String] {
        [CredentialRows.identifier(reply.client, reply.project, reply.removed)]
    }
}
