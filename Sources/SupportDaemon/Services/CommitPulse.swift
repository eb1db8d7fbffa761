/// Whether records that were submitted become durable.
package struct CommitPulse {
    private var wanted: UInt64 = 0

    /// Nothing has been submitted yet.
    package init() {}

    /// True unless what was already waiting at the last beat still waits.
    package mutating func isAlive(submitted: UInt64, durable: UInt64) -> Bool {
        defer { wanted = submitted }
        return durable >= wanted
    }
}
