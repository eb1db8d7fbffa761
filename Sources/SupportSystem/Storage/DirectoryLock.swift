import Glibc
import Synchronization

/// A directory taken by this process alone, with `flock` on the directory itself.
///
/// The kernel gives it free when the process ends, however it ends, so no stale lock can remain.
package final class DirectoryLock: StorageLock {
    private let held: Mutex<OwnedDescriptor?>

    /// Takes the directory without waiting; the fault `isHeldElsewhere` when another has it.
    init(directory: OwnedDescriptor, path: String) throws(SystemFault) {
        // A descriptor of its own: the lock belongs to the open file and must not go with another.
        let own = OwnedDescriptor(
            try systemCall("lock", path) {
                openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        _ = try systemCall("lock", path) { flock(own.number, LOCK_EX | LOCK_NB) }
        held = Mutex(own)
    }

    /// Closes the descriptor that the lock is bound to, which gives the directory free at once.
    package func release() {
        held.withLock { $0 = nil }
    }
}
