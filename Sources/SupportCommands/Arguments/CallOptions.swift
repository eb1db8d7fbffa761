import ArgumentParser
import SupportWire

/// The options that a command has because it speaks with the desk.
protocol CallOptions: ParsableArguments {
    /// How to reach the desk and what to print.
    var reading: ReadOptions { get }
    /// What the request carries if it changes something.
    var mutation: MutationOptions { get }
}
