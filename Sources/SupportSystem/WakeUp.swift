import Glibc
package import SystemPackage

/// Lets one thread wake another that waits on descriptors.
///
/// Safe to share: the kernel orders the calls, and the descriptors never change while this lives.
package final class WakeUp: Sendable {
    /// Ready for reading between `signal` and `drain`.
    package let descriptor: CInt
    private let sender: CInt

    /// A quiet descriptor; fails when the process or the host has no descriptors left.
    package init() throws(Errno) {
        var pair: [CInt] = [-1, -1]
        let result = pipe(&pair)
        (descriptor, sender) = (pair[0], pair[1])
        guard result == 0 else { throw Errno(rawValue: errno) }
        for end in pair {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
    }

    deinit {
        if descriptor >= 0 { _ = close(descriptor) }
        if sender >= 0 { _ = close(sender) }
    }

    /// Makes the descriptor ready; many signals before a drain are one.
    package func signal() {
        var byte: UInt8 = 1
        _ = write(sender, &byte, 1)
    }

    /// Makes the descriptor quiet again.
    package func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }
}
