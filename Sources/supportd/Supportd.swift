import ArgumentParser
import SupportArguments
import SupportDaemon

/// The daemon's command line.
@main
struct Supportd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supportd", abstract: "Run the support desk.",
        discussion: "supportc is its client; supportd(8) and supportd.toml(5) say more.",
        version: "supportd \(DaemonProgram.version)")

    @Option(name: .customLong("config"), help: "The configuration file.")
    var configurationFile: String?

    @Option(help: "The state directory, in place of the configuration's.")
    var state: String?

    @Option(help: "The control socket, in place of the configuration's.")
    var socket: String?

    @Flag(
        name: .customLong("init"),
        help: "Begin a new desk in a missing or empty state directory; refused where there is one.")
    var makesDesk = false

    @Option(
        name: .customLong("init-if"),
        help: ArgumentHelp(
            "Begin a new desk where there is none while this file is there, and remove the file.",
            valueName: "file"))
    var orderFile: String?

    @Option(
        help: ArgumentHelp(
            "Start no worker: they come by themselves, as this user.", valueName: "user"))
    var workerUser: String?

    @Option(help: "Where such workers connect, in place of a socket beside the control socket.")
    var workerSocket: String?

    @Flag(help: "Check the configuration, say what is wrong with it, and end.")
    var checkConfig = false

    @Option(
        help: ArgumentHelp(
            "Read a state directory or a backup, say whether it is whole, and end.",
            valueName: "directory"))
    var verifyState: String?

    @Option(
        help: ArgumentHelp(
            "Make the state directory, which must be missing or empty, of this backup, and end.",
            valueName: "backup"))
    var restore: String?

    @Option(
        help: "Run on a clock that stands at this instant until `supportc clock advance` moves it.")
    var testClock: String?

    static func main() {
        do {
            run(try DaemonProgram.arguments())
        } catch {
            end(with: error)
        }
    }

    /// Runs with arguments; a mistake in them is reported as every other fault is.
    private static func run(_ arguments: [String]) {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            guard !(error is ExitCode), !exitCode(for: error).isSuccess else {
                exit(withError: error)
            }
            let sentence = ParserWords.sentence(of: error, in: Self.self)
            end(with: DaemonFault("\(sentence); supportd --help lists the options", .usage))
        }
    }

    private static func end(with fault: DaemonFault) -> Never {
        DaemonProgram.complain(fault)
        exit(withError: ExitCode(fault.exit.rawValue))
    }

    /// Prints what a check found, and ends with 1 where something differs.
    private static func end(with check: StateCheck) throws {
        print(check.lines.joined(separator: "\n"))
        if !check.isGood { throw ExitCode(DaemonExit.checkFailed.rawValue) }
    }

    func validate() throws {
        let given = [
            ("--init", makesDesk), ("--init-if", orderFile != nil), ("--check-config", checkConfig),
            ("--verify-state", verifyState != nil), ("--restore", restore != nil),
            ("--test-clock", testClock != nil),
        ].filter(\.1).map(\.0)
        guard verifyState != nil || restore != nil, given.count > 1 else { return }
        throw ValidationError(
            "\(given[0]) and \(given[1]) exclude each other; leave one of them out")
    }

    func run() throws {
        do {
            let program = DaemonProgram.ofThisProcess(
                try DaemonProgram.Options(
                    configurationFile: configurationFile, state: state, socket: socket,
                    makesDesk: makesDesk, orderFile: orderFile, testClock: testClock,
                    workerUser: workerUser, workerSocket: workerSocket))
            if let verifyState { return try Self.end(with: program.check(verifyState)) }
            if let restore {
                return print(try program.restore(restore).lines.joined(separator: "\n"))
            }
            guard checkConfig else { return try program.run() }
            let loaded = try program.loadConfiguration()
            print("the configuration is good: \(loaded.files.joined(separator: " "))")
        } catch let fault as DaemonFault {
            Self.end(with: fault)
        }
    }
}
