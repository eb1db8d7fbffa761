import ArgumentParser
import Glibc
import SupportDaemon
import SupportModel
import SupportSystem

/// The daemon's command line.
@main
struct Supportd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supportd", abstract: "Run the support desk.",
        discussion: "supportc is its client; supportd(8) and supportd.toml(5) say more.",
        version: Release.version)

    @Option(name: .customLong("config"), help: "The configuration file.")
    var configurationFile: String?

    @Option(help: "The state directory, in place of the configuration's.")
    var state: String?

    @Option(help: "The control socket, in place of the configuration's.")
    var socket: String?

    @Flag(help: "Check the configuration, say what is wrong with it, and end.")
    var checkConfig = false

    @Option(
        help: "Run on a clock that stands at this instant until `supportc clock advance` moves it.",
        transform: {
            guard let instant = Instant($0) else {
                throw ValidationError("\($0) is no instant such as 2026-11-01T00:00:00Z")
            }
            return instant
        })
    var testClock: Instant?

    func run() async throws {
        ProcessSetup.ignoreBrokenPipes()
        let options = DaemonProgram.Options(
            configurationFile: configurationFile, state: state, socket: socket,
            testClock: testClock)
        let program = DaemonProgram(options, program: ProcessIdentity.programPath)
        do {
            guard checkConfig else { return try await program.run() }
            let loaded = try program.loadConfiguration()
            print("the configuration is good: \(loaded.files.joined(separator: " "))")
        } catch let fault as DaemonFault {
            ProcessSetup.complain("supportd: \(fault)")
            throw ArgumentParser.ExitCode(fault.exit.rawValue)
        }
    }
}
