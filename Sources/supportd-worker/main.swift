import ArgumentParser
import SupportSystem

guard let arguments = ProcessArguments.all() else {
    OperatorStream.standardError.write(
        .error, "supportd-worker: the command line cannot be read; is /proc mounted?")
    WorkerCommand.exit(withError: ExitCode.validationFailure)
}
WorkerCommand.run(Array(arguments.dropFirst()))
