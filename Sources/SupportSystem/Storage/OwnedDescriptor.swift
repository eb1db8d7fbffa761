import Glibc

/// A file descriptor that is closed with its last reference.
final class OwnedDescriptor: Sendable {
    /// Valid for as long as this object lives.
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    deinit {
        // Never repeated: on Linux the number is free even when close reports a failure.
        close(number)
    }
}
