/// Something that a caller, or the desk itself, asks to be done.
package protocol Command: Sendable {
    /// The events that it makes happen, or why it does not.
    func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event]
    /// The version of the thing that it changes; nil where it makes a new one.
    func version(in state: State) -> UInt64?
}

extension Command {
    /// Nil: unless a command says otherwise, it makes something new.
    package func version(in state: State) -> UInt64? { nil }
}
