import SupportStore

/// Why the daemon cannot start or go on, and how it ends.
package struct DaemonFault: Error, Sendable, CustomStringConvertible {
    /// Plain sentences: what, why, the way out.
    package let description: String
    /// The exit status that tells the service manager what kind of fault it is.
    package let exit: DaemonExit

    package init(_ description: String, _ exit: DaemonExit) {
        self.description = description
        self.exit = exit
    }

    /// The same fault of the store, with the end that it takes.
    init(_ fault: StoreFault) {
        let exit: DaemonExit =
            switch fault.cause {
            case .inUse: .unavailable
            case .noDesk: .configuration
            case .occupied: .usage
            case .system, .damaged, .laterFormat, .missing, .stopped, .misused:
                fault.isDamage ? .damagedState : .storageFailed
            }
        self.init("\(fault)", exit)
    }
}
