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

    /// How long nothing has come from the worker, once it is longer than one time: it may hang.
    package func quiet(now: Int64) -> Int64? {
        let quiet = now - heardAt
        return quiet > Int64(Limits.workerAliveMilliseconds) + Self.lateMax ? quiet : nil
    }

    /// By how much a sign of life may be late without a word, in milliseconds.
    private static let lateMax: Int64 = 1_000

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
