import SupportStore

/// Why the daemon cannot start or go on, and how it ends.
package struct DaemonFault: Error, Sendable, CustomStringConvertible {
    /// Plain sentences: what, why, the hint.
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

/// How `supportd` ends. The service manager starts it again after 69 and 74, which may be over by then,
/// and not after the others: they need a person (`sysexits.h` has the numbers).
package enum DaemonExit: Int32, Sendable {
    /// The command line is wrong, or asks for a new desk where there is one.
    case usage = 64
    /// The state directory was read, and what it holds is not a whole desk.
    case damagedState = 65
    /// The socket cannot be listened on, or another daemon has the state directory.
    case unavailable = 69
    /// The system refused a read, a write or a sync of the state directory, or to show the
    /// configuration though it is there and may be read.
    case storageFailed = 74
    /// The configuration is wrong, too few descriptors are allowed, there is no desk in the state
    /// directory, or it is open to others.
    case configuration = 78
}

/// How many connections there can be with the descriptors that this process may open.
package struct DescriptorBudget: Hashable, Sendable {
    /// Descriptors for everything but callers' connections: the journal, a snapshot, the worker,
    /// long answers that read the journal, the log, and some to spare.
    package static let kept = 64
    /// With fewer connections than this nothing is begun.
    package static let connectionsMin = 8
    /// What an operator does where they are too few.
    package static let hint = "raise LimitNOFILE= of the unit, or `ulimit -n`"

    /// How many connections are taken.
    package let connections: Int
    /// Why that is less than was wanted; nil where it is not.
    package let shortage: String?

    /// - Parameters:
    ///   - descriptors: how many this process may have open.
    ///   - connectionsWanted: `limits.connections` of the configuration.
    package init(descriptors: Int, connectionsWanted: Int) throws(DaemonFault) {
        let most = descriptors - Self.kept
        guard most >= Self.connectionsMin else {
            throw DaemonFault(
                "this process may open \(descriptors) files and connections, and needs "
                    + "\(Self.kept + Self.connectionsMin) or more; \(Self.hint)", .configuration)
        }
        connections = min(most, connectionsWanted)
        shortage =
            most < connectionsWanted
            ? "\(most) connections are taken, not the configured \(connectionsWanted): this process "
                + "may open \(descriptors) files and connections" : nil
    }
}
