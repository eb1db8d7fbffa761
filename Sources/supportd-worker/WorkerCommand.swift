import ArgumentParser
import SupportArguments
import SupportModel
import SupportProbes
import SupportSystem
import SupportSystemd

/// Runs probes of sites and of this host for the desk, and keeps no state.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supportd-worker",
        abstract: "Look at sites and at this host for the desk, and report what was seen.",
        version: "supportd-worker \(Release.version)")

    @Option(help: "The desk's socket for workers.")
    var desk: String?

    @Flag(help: "End when the desk goes, instead of waiting for it to come back.")
    var leaveWithDesk = false

    @Option(help: "Measure instead: look at this URL again and again, and say what it cost.")
    var measure: String?

    @Option(help: "How many looks to measure.") var count = 10_000

    @Option(help: "How many of them at once.") var parallel = 32

    func validate() throws {
        guard (desk == nil) != (measure == nil) else {
            throw ValidationError("name the desk's socket with --desk, or a URL with --measure")
        }
        guard (1...10_000_000).contains(count), (1...1000).contains(parallel) else {
            throw ValidationError("--count takes 1 to 10000000, --parallel 1 to 1000")
        }
    }

    func run() throws {
        ProcessSetup.ignoreBrokenPipes()
        ProcessSetup.hideMemory()
        let descriptors = ProcessSetup.raiseDescriptorLimit()
        if let measure {
            print(try Measurement.run(url: measure, count: count, parallel: parallel).line)
        } else if let desk {
            if leaveWithDesk { log(.info, Confinement.closeFiles()) }
            // A probe can hold four descriptors: two connection attempts, a resolver's pair.
            let room = max(1, (descriptors - 64) / 4)
            try Worker(
                .init(
                    deskPath: desk, leavesWithDesk: leaveWithDesk, restMilliseconds: signPause),
                inFlightMax: min(room, ProbeLimits.probesInFlightMax),
                onTurn: signOfLife(),
                log: log
            ).run()
        }
    }
}

extension WorkerCommand {
    private func log(_ priority: LogPriority, _ text: String) {
        OperatorStream.standardError.write(
            priority, PrintableText.line("supportd-worker: \(text)"))
    }

    /// How often the service manager is told, in milliseconds: three times in the time of its watchdog;
    /// nil without one.
    private var signPause: Int? {
        guard let watchdog = (try? Supervisor.watchdogInterval()) ?? nil else { return nil }
        let parts = watchdog.components
        let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
        return Int(clamping: max(1, min(5_000, milliseconds / 3)))
    }

    /// Tells the service manager, if there is one, that the loop runs and how the worker is doing: at
    /// once and then every few seconds.
    ///
    /// One that the desk started closes its last wall once it is connected.
    private func signOfLife() -> (Worker.Standing) -> Void {
        var isOpen = leaveWithDesk
        let pause = Duration.milliseconds(signPause ?? 5_000)
        var told: (standing: Worker.Standing, until: Deadline)?
        return { standing in
            if isOpen, standing.isConnected {
                isOpen = false
                log(.info, Confinement.closeLocalSockets())
            }
            if let told, told.standing == standing, !told.until.isOver { return }
            told = (standing, Deadline(after: pause))
            let words =
                standing.isConnected
                ? "connected, \(standing.monitors) monitors" : "waiting for the desk"
            _ = try? Supervisor.notify(.ready, .alive, .status(words))
        }
    }

    /// Runs with arguments; a mistake in them is reported as the daemon reports its own.
    static func run(_ arguments: [String]) {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
        } catch {
            guard !(error is ExitCode), exitCode(for: error) == .validationFailure else {
                exit(withError: error)
            }
            let sentence = ParserWords.sentence(of: error, in: Self.self)
            let line = "supportd-worker: \(sentence); supportd-worker --help lists the options"
            OperatorStream.standardError.write(.error, PrintableText.line(line))
            exit(withError: ExitCode.validationFailure)
        }
    }
}
