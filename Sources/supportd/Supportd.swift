import ArgumentParser
import SupportDaemon

/// The daemon's command line.
@main
struct Supportd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supportd", abstract: "Run the support desk.",
        discussion: "supportc is its client; supportd(8) and supportd.toml(5) say more.",
        version: DaemonProgram.version)

    @Option(name: .customLong("config"), help: "The configuration file.")
    var configurationFile: String?

    @Option(help: "The state directory, in place of the configuration's.")
    var state: String?

    @Option(help: "The control socket, in place of the configuration's.")
    var socket: String?

    @Flag(help: "Check the configuration, say what is wrong with it, and end.")
    var checkConfig = false

    @Option(
        help: "Run on a clock that stands at this instant until `supportc clock advance` moves it.")
    var testClock: String?

    func run() async throws {
        do {
            let program = DaemonProgram.ofThisProcess(
                try DaemonProgram.Options(
                    configurationFile: configurationFile, state: state, socket: socket,
                    testClock: testClock))
            guard checkConfig else { return try await program.run() }
            let loaded = try program.loadConfiguration()
            print("the configuration is good: \(loaded.files.joined(separator: " "))")
        } catch let fault as DaemonFault {
            DaemonProgram.complain(fault)
            throw ExitCode(fault.exit.rawValue)
        }
    }
}
