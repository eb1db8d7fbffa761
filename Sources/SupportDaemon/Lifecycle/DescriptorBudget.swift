/// How many connections there can be with the descriptors that this process may open.
package struct DescriptorBudget: Hashable, Sendable {
    /// Descriptors for everything but callers' connections: the journal, a snapshot, the worker,
    /// long answers that read the journal, the log, and some to spare.
    package static let kept = 64
    /// With fewer connections than this nothing is begun.
    package static let connectionsMin = 8
    /// What an operator does where they are too few.
    package static let wayOut = "raise LimitNOFILE= of the unit, or `ulimit -n`"

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
                    + "\(Self.kept + Self.connectionsMin) or more; \(Self.wayOut)", .configuration)
        }
        connections = min(most, connectionsWanted)
        shortage =
            most < connectionsWanted
            ? "\(most) connections are taken, not the configured \(connectionsWanted): this process "
                + "may open \(descriptors) files and connections" : nil
    }
}
