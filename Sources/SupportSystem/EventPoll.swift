import Glibc
package import SystemPackage

/// Waits for some hundreds of descriptors at once (`poll`), level-triggered.
///
/// Belongs to one thread. Chosen over `epoll` because a probe's descriptor exists for a few waits
/// only: registering each one, and each change, with the kernel costs more calls than one short
/// list.
package final class EventPoll {
    /// The readiness of a descriptor.
    package struct Event: Hashable, Sendable {
        /// The descriptor as passed to `watch`.
        package let descriptor: CInt
        /// There is something to read, or the end was reached.
        package let canRead: Bool
        /// There is room to write at least one byte.
        package let canWrite: Bool
        /// The descriptor is in error or its other side has closed.
        package let isBroken: Bool
    }

    private var watched: [pollfd] = []
    private var places: [CInt: Int] = [:]

    /// A poll that watches nothing yet.
    package init() {}

    /// How many descriptors are watched.
    package var count: Int { watched.count }

    /// Reports events of this descriptor from now on; replaces an earlier request for it.
    package func watch(_ subject: CInt, reading: Bool, writing: Bool) {
        let events = Int16((reading ? POLLIN : 0) | (writing ? POLLOUT : 0))
        if let place = places[subject] {
            watched[place].events = events
        } else {
            places[subject] = watched.count
            watched.append(pollfd(fd: subject, events: events, revents: 0))
        }
    }

    /// Stops reporting this descriptor; to be called before it is closed.
    package func forget(_ subject: CInt) {
        guard let place = places.removeValue(forKey: subject) else { return }
        let last = watched.removeLast()
        guard place < watched.count else { return }
        watched[place] = last
        places[last.fd] = place
    }

    /// Waits at most `milliseconds` for events; returns none after that time.
    ///
    /// A signal ends the wait early, without events. A descriptor that has been closed is reported
    /// once as broken and then forgotten.
    package func wait(milliseconds: Int) throws(Errno) -> [Event] {
        let limit = CInt(clamping: max(0, milliseconds))
        let count = watched.withUnsafeMutableBufferPointer { buffer in
            poll(buffer.baseAddress, nfds_t(buffer.count), limit)
        }
        guard count >= 0 else {
            let error = Errno(rawValue: errno)
            if error == .interrupted { return [] }
            throw error
        }
        guard count > 0 else { return [] }
        let ready = watched.filter { $0.revents != 0 }
        for entry in ready where CInt(entry.revents) & POLLNVAL != 0 { forget(entry.fd) }
        return ready.map(Self.event)
    }

    private static func event(_ entry: pollfd) -> Event {
        let happened = CInt(entry.revents)
        return Event(
            descriptor: entry.fd, canRead: happened & POLLIN != 0,
            canWrite: happened & POLLOUT != 0,
            isBroken: happened & (POLLERR | POLLHUP | POLLNVAL) != 0)
    }
}

/// Lets one thread wake another that waits on descriptors.
///
/// Thread-safe: the kernel orders the calls, and the descriptors never change during its lifetime.
package final class WakeUp: Sendable {
    /// Ready for reading between `signal` and `drain`.
    package let descriptor: CInt
    private let sender: CInt

    /// A descriptor that is not ready; throws when the process or the host has no descriptors left.
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

    /// Makes the descriptor ready; several signals before a drain count as one.
    package func signal() {
        var byte: UInt8 = 1
        _ = write(sender, &byte, 1)
    }

    /// Makes the descriptor not ready.
    package func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }
}
