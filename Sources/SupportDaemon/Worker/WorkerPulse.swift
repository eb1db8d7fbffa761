import SupportModel

/// Judges by when a worker was last heard of whether it still works. Times are milliseconds on the
/// boot clock.
package struct WorkerPulse: Hashable, Sendable {
    private var heardAt: Int64
    private var lookedAt: Int64

    /// The silence after which a worker is taken for hung, in milliseconds.
    package static let silenceMax = Int64(Limits.workerAliveMilliseconds * Limits.workerSilentTimes)

    /// A worker that has just been heard of.
    package init(now: Int64) {
        heardAt = now
        lookedAt = now
    }

    /// Takes note that something has come from the worker.
    package mutating func heard(now: Int64) { heardAt = now }

    /// How long the worker has been silent, once that is too long; nil while it lives. To be asked
    /// every `LedgerLimits.workerLookMilliseconds`.
    ///
    /// Where the desk itself stood still, or its host slept, what the worker sent meanwhile may not
    /// be read yet: its time begins anew.
    package mutating func silence(now: Int64) -> Int64? {
        let gap = now - lookedAt
        lookedAt = now
        if gap > 2 * LedgerLimits.workerLookMilliseconds { heardAt = now }
        let silence = now - heardAt
        return silence >= Self.silenceMax ? silence : nil
    }
}
