import Glibc
import Synchronization

/// A file descriptor that is closed with its last reference.
final class OwnedDescriptor: Sendable {
    /// Valid for the lifetime of this object.
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        // Never repeated: on Linux the number is free even when close reports a failure.
        close(number)
    }
}

/// Descriptors kept in reserve for the time when the process or its host has none left, so that the
/// few files that must be opened then can be.
///
/// One is closed before a call is repeated, which then most likely gets the one that became free.
package final class SpareDescriptors: Sendable {
    private let count: Int
    private let kept: Mutex<[OwnedDescriptor]>

    /// Reserves this many, as far as there are any.
    package init(count: Int) {
        self.count = count
        kept = Mutex([])
        refill()
    }

    /// Makes a call that opens a file; when no descriptor is left, closes one of the reserve and
    /// repeats the call.
    package func opening<Answer>(
        _ call: () throws(SystemFault) -> Answer
    ) throws(SystemFault) -> Answer {
        let answer: Answer
        do {
            answer = try call()
        } catch {
            guard error.isShortage, giveUp() else { throw error }
            return try call()
        }
        refill()
        return answer
    }

    private func giveUp() -> Bool { kept.withLock { $0.popLast() != nil } }

    private func refill() {
        kept.withLock { kept in
            while kept.count < count {
                // Each its own open file, because the host's limit counts those and not the
                // descriptors.
                let number = open("/dev/null", O_RDONLY | O_CLOEXEC)
                guard number >= 0 else { return }
                kept.append(OwnedDescriptor(number))
            }
        }
    }
}
