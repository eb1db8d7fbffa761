import ArgumentParser
import SupportModel
import SupportWire

/// The options of every command.
struct ReadOptions: CallOptions {
    @Option(
        help: ArgumentHelp(
            "The daemon's socket; else SUPPORTD_SOCKET, else /run/supportd/supportd.sock.",
            valueName: "path"))
    var socket: String?

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print only numbers and names, one a line.")
    var quiet = false

    @Option(
        help: ArgumentHelp("How long an answer may take; 30s unless said.", valueName: "span"),
        transform: Reading.span)
    var timeout = 30_000

    var reading: ReadOptions { self }

    var mutation: MutationOptions { MutationOptions() }

    func validate() throws {
        if json && quiet {
            throw ValidationError("--json and --quiet do not go together; choose one")
        }
    }
}

/// The options of every command that changes something.
struct ChangeOptions: CallOptions {
    @OptionGroup(title: "General options") var reading: ReadOptions

    @Option(
        help: ArgumentHelp(
            "Any text of your own: repeating the command with it does nothing twice.",
            valueName: "key"),
        transform: Self.key)
    var key: String?

    @Option(
        help: ArgumentHelp(
            "Refuse if it has changed since you saw this version.", valueName: "version"))
    var ifVersion: UInt64?

    var mutation: MutationOptions { MutationOptions(idempotencyKey: key, ifVersion: ifVersion) }

    @Sendable private static func key(_ text: String) throws -> String {
        guard (1...WireLimits.keyBytesMax).contains(text.utf8.count) else {
            throw ValidationError("a key has 1 to \(WireLimits.keyBytesMax) bytes")
        }
        return text
    }
}

/// Which access a command is about.
struct CredentialOptions: ParsableArguments {
    @Argument(help: "The client.", transform: Reading.name)
    var client: Name<Client>

    @Argument(
        help: "admin, ftp or ssh.", completion: .list(Reading.words(of: CredentialKind.self)),
        transform: Reading.word)
    var kind: CredentialKind

    @Option(
        help: ArgumentHelp(
            "The project, as a contract names it; all of the client's unless said.",
            valueName: "name"))
    var project: String?
}

/// The options that a command has because it speaks with the desk.
protocol CallOptions: ParsableArguments {
    /// How to reach the desk and what to print.
    var reading: ReadOptions { get }
    /// What the request carries if it changes something.
    var mutation: MutationOptions { get }
}

/// What goes with what where a booking asks for an exception.
enum ExceptionRule {
    /// Refuses a reason for nothing, and an exception without one; one reason serves for both.
    static func check(agreedBy: Name<Staff>?, late: Bool, reason: String?) throws {
        if reason == nil, agreedBy != nil || late {
            throw ValidationError(
                "\(late ? "--late" : "--agreed-by") goes with --reason; say why")
        }
        if reason != nil, agreedBy == nil, !late {
            throw ValidationError(
                "--reason goes with --agreed-by or --late; give one or leave it out")
        }
    }
}
