import ArgumentParser
import SupportModel
import SupportProbes
import SupportSystem

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
        let descriptors = ProcessSetup.raiseDescriptorLimit()
        if let measure {
            print(try Measurement.run(url: measure, count: count, parallel: parallel).line)
        } else if let desk {
            // A probe can hold four descriptors: two connection attempts, a resolver's pair.
            let room = max(1, (descriptors - 64) / 4)
            try Worker(
                .init(deskPath: desk, leavesWithDesk: leaveWithDesk),
                inFlightMax: min(room, ProbeLimits.probesInFlightMax),
                log: {
                    let line = PrintableText.line("supportd-worker: \($1)")
                    OperatorStream.standardError.write($0, line)
                }
            ).run()
        }
    }
}

guard let arguments = ProcessArguments.all() else {
    OperatorStream.standardError.write(
        .error, "supportd-worker: the command line cannot be read; is /proc mounted?")
    WorkerCommand.exit(withError: ExitCode.validationFailure)
}
WorkerCommand.main(Array(arguments.dropFirst()))
