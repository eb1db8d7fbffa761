/// Whether records that were submitted become durable.
struct CommitPulse {
    private var wanted: UInt64 = 0

    /// True unless what was already waiting at the last beat still waits.
    mutating func isAlive(submitted: UInt64, durable: UInt64) -> Bool {
        defer { wanted = submitted }
        return durable >= wanted
    }
}
