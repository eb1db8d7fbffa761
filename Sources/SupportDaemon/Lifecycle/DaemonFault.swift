import SupportStore

/// Why the daemon cannot start or continue, and its exit status.
package struct DaemonFault: Error, Sendable, CustomStringConvertible {
    /// Plain sentences: what failed, why, and a hint.
    package let description: String
    package let exit: DaemonExit

    package init(_ description: String, _ exit: DaemonExit) {
        (self.description, self.exit) = (description, exit)
    }

    /// The fault of the store with the exit status for its cause.
    init(_ fault: StoreFault) {
        let exit: DaemonExit =
            switch fault.cause {
            case .inUse: .unavailable
            case .noDesk: .configuration
            case .occupied: .usage
            case .system, .damaged, .laterFormat, .missing, .stopped, .misused:
                // An archive may be mounted later.
                fault.isDamage && !fault.isOfArchive ? .damagedState : .storageFailed
            }
        self.init("\(fault)", exit)
    }
}

/// The exit statuses of `supportd` (numbers from `sysexits.h`). The service manager restarts it
/// after 69 and 74, whose causes may pass, and not after the others, which need a person.
package enum DaemonExit: Int32, Sendable {
    /// What `--verify-state` read is damaged, or its cycles differ from what they were closed with.
    case checkFailed = 1
    /// The command line is wrong, or asks for a new desk where there is one.
    case usage = 64
    /// The state directory was read, and its contents are not a complete desk.
    case damagedState = 65
    /// The socket cannot be bound, or another daemon uses the state directory.
    case unavailable = 69
    /// The system refused to read, write or sync the state directory, or to read a configuration
    /// that exists and is readable.
    case storageFailed = 74
    /// The configuration is invalid, the descriptor limit is too low, there is no desk in the state
    /// directory, or others may write to it.
    case configuration = 78
}

/// How many connections are possible with the descriptors that this process may open.
package struct DescriptorBudget: Hashable, Sendable {
    /// Descriptors for everything but callers' connections: the journal, a snapshot, the worker,
    /// long answers that read the journal, the log, and a reserve.
    package static let kept = 64
    /// The fewest connections with which the daemon starts.
    package static let connectionsMin = 8
    /// What an operator does when there are too few descriptors.
    package static let hint = "raise LimitNOFILE= of the unit, or `ulimit -n`"

    /// How many connections are accepted, `connectionsMin` or more.
    package let connections: Int
    /// Why that is less than configured; nil when it is not.
    package let shortage: String?

    /// - Parameters:
    ///   - descriptors: how many this process may open.
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
