import ArgumentParser
import SupportWire

/// A command that does something, as against one that only groups others.
protocol Subcommand: ParsableCommand {
    /// Does it. Throws what the user is told: a `WireError`, a `ClientFault` or a `ValidationError`.
    func perform(in session: Session) throws -> SupportWire.ExitCode
}
