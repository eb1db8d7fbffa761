package import SupportStore
import SupportSystem

/// The one failure after which the daemon must not go on: the journal could not be written.
package final class StorageFailure: Sendable {
    private let fault = GuardedState<StoreFault?>(nil)
    private let stream: AsyncStream<StoreFault>
    private let continuation: AsyncStream<StoreFault>.Continuation

    /// No failure so far.
    package init() {
        (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1))
    }

    /// Notes the first failure and wakes who waits for it.
    func set(_ failure: StoreFault) {
        fault.change { $0 = $0 ?? failure }
        continuation.yield(failure)
    }

    /// What failed; nil while all is well.
    package var value: StoreFault? { fault.withLock { $0 } }

    /// Waits for a failure; nil when the task is cancelled first.
    package func wait() async -> StoreFault? {
        for await failure in stream { return failure }
        return nil
    }
}
