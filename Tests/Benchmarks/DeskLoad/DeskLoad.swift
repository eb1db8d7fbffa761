import ArgumentParser
import SupportSystem

/// Sends durable writes to a Unix socket from many connections at once, one request in flight on
/// each, and says how many were answered in a second.
///
/// The same loop drives the desk and its peer, so that the figures differ by the servers alone.
@main
struct DeskLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "desk-load", abstract: "Measure durable writes over a Unix socket.")

    @Argument(help: "desk or redis.")
    var peer: Peer

    @Argument(help: "The server's Unix socket.")
    var socket: String

    @Option(help: "Connections at once.")
    var connections = 1

    @Option(help: "How long, in seconds.")
    var seconds = 5

    func validate() throws {
        guard (1...500).contains(connections), (1...600).contains(seconds) else {
            throw ValidationError("--connections takes 1 to 500, --seconds 1 to 600")
        }
    }

    func run() throws {
        ProcessSetup.ignoreBrokenPipes()
        var load = try LoadLoop(peer: peer, socket: socket, connections: connections)
        let answered = try load.run(for: .seconds(seconds))
        print(answered / seconds)
    }
}
