import ArgumentParser
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
