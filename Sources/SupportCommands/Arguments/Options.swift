import ArgumentParser
import SupportModel
import SupportWire

/// The options of every command, before the noun or after it.
///
/// The root command and each subcommand have this group. The root command reads all arguments first
/// and so takes these wherever they stand; a subcommand gets the value that was read there.
struct GeneralOptions: ParsableArguments {
    @Option(
        "The daemon's socket; else SUPPORTD_SOCKET, else /run/supportd/supportd.sock.",
        value: "path", completion: .file())
    var socket: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print for people, also where the configuration file says otherwise.")
    var table = false

    @Flag(name: .shortAndLong, help: "Print only numbers and names, one a line.")
    var quiet = false

    @Flag(help: "Print a long answer at once, without a pager.")
    var noPager = false

    @Option("How long an answer may take; 30s unless said.", value: "span", Reading.span)
    var timeout = 30_000

    func validate() throws {
        let given = [("--json", json), ("--quiet", quiet), ("--table", table)].filter(\.1)
        if given.count > 1 {
            throw ValidationError("\(given[0].0) and \(given[1].0) do not go together; choose one")
        }
    }
}

/// The options that any change takes, before the noun or after it.
struct MutationArguments: ParsableArguments {
    @Option(
        "Any text of your own: repeating the command with it does nothing twice.", value: "key",
        Self.key)
    var key: String?

    @Option("Refuse if it has changed since you saw this version.", value: "version")
    var ifVersion: UInt64?

    /// The name of one that was given.
    var given: String? {
        key != nil ? "--key" : ifVersion != nil ? "--if-version" : nil
    }

    @Sendable private static func key(_ text: String) throws -> String {
        let text = Reading.text(text)
        guard (1...WireLimits.keyBytesMax).contains(text.utf8.count) else {
            throw ValidationError("a key has 1 to \(WireLimits.keyBytesMax) bytes")
        }
        return text
    }
}

/// What the root command takes for any command, and a command refuses that has neither key nor
/// version.
struct RefusedMutationArguments: ParsableArguments {
    @OptionGroup(visibility: .private) private var arguments: MutationArguments

    func validate() throws {
        if let name = arguments.given { throw ValidationError("unknown option '\(name)'") }
    }
}

/// The options of a command that changes nothing.
struct ReadOptions: CallOptions {
    @OptionGroup var general: GeneralOptions

    @OptionGroup(visibility: .private) private var refused: RefusedMutationArguments

    var mutation: MutationOptions { MutationOptions() }

    var dryRun: Bool { false }
}

/// The options of a change that only an operator makes: it can be tried, and has no key or version.
struct OperationOptions: CallOptions {
    @OptionGroup var general: GeneralOptions

    @OptionGroup(visibility: .private) private var refused: RefusedMutationArguments

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    var mutation: MutationOptions { MutationOptions(dryRun: dryRun ? true : nil) }
}

/// The options of a command that changes something.
struct ChangeOptions: CallOptions {
    @OptionGroup var general: GeneralOptions

    @OptionGroup var arguments: MutationArguments

    @Flag(help: "Only say what would come of it.")
    var dryRun = false

    var mutation: MutationOptions {
        MutationOptions(
            dryRun: dryRun ? true : nil, idempotencyKey: arguments.key,
            ifVersion: arguments.ifVersion)
    }
}

/// How much a list shows.
struct LimitOption: ParsableArguments {
    @Option(
        "The most to list; 200 unless said.", value: "number",
        Reading.integer(1...WireLimits.listCountMax))
    var limit: Int?
}

/// The note that a command writes.
struct NoteArgument: ParsableArguments {
    @Argument(help: "The note; - reads standard input.", transform: Reading.text)
    var text: String?

    /// The note, which is written in an editor where a terminal was given none.
    ///
    /// - Parameter thing: what it is on, such as `ticket 12`.
    func written<Writing: ParsableCommand>(
        on thing: String, _ input: Input, for command: Writing.Type, _ path: [String]
    ) throws -> String {
        try input.text(
            text, editing: "a note on \(thing)",
            missing: CommandMistake.missingText(of: command, path))
    }
}

/// Which access a command is about.
struct CredentialOptions: CredentialNaming, ParsableArguments {
    @Argument var client: Name<Client>

    @Argument(
        help: "admin, ftp or ssh.", completion: .list(Reading.words(of: CredentialKind.self)),
        transform: Reading.word)
    var kind: CredentialKind

    @Option("The project, as a contract names it; all of the client's unless said.", value: "name")
    var project: String?
}

/// The options that a command has because it asks the daemon.
protocol CallOptions: ParsableArguments {
    /// How to reach the daemon and what to print.
    var general: GeneralOptions { get }
    /// What the request carries if it changes something.
    var mutation: MutationOptions { get }
    /// True where the request is only to say what would come of it.
    var dryRun: Bool { get }
}

extension CallOptions {
    var json: Bool { general.json }
    var quiet: Bool { general.quiet }
    /// How long an answer may take, in milliseconds.
    var timeout: Int { general.timeout }
}

/// The exceptions that a booking asks for.
struct ExceptionOptions: ParsableArguments {
    @Flag(help: "What does not fit into the package or the week may be extra hours.")
    var extra = false

    @Option(
        "The manager who lifts the weekly limit: you where only --reason is given.",
        value: "staff", Reading.name)
    var agreedBy: Name<Staff>?

    @Flag(help: "The work lies in a closed cycle or month; goes with --reason.")
    var late = false

    @Option("Why the limit was lifted, or why it comes late.", value: "text")
    var reason: String?

    /// True where anything is asked for.
    var isGiven: Bool { extra || agreedBy != nil || late }

    /// Refuses an exception without a reason; one reason serves for both, and alone it is that of
    /// the caller's own agreement.
    func validate() throws {
        if reason == nil, agreedBy != nil || late {
            throw ValidationError(
                "\(late ? "--late" : "--agreed-by") goes with --reason; say why")
        }
    }
}
