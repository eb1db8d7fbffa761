import Glibc
package import SystemPackage

/// Waits for some hundreds of descriptors at once (`poll`), level-triggered.
///
/// Belongs to one thread. Chosen over `epoll` because a probe's descriptor lives for a few waits
/// only: telling the kernel of each, and of each change, costs more calls than one short list.
package final class EventPoll {
    /// What a descriptor is ready for.
    package struct Event: Hashable, Sendable {
        /// The descriptor as it was given to `watch`.
        package let descriptor: CInt
        /// There is something to read, or the end has been reached.
        package let canRead: Bool
        /// There is room to write at least one byte.
        package let canWrite: Bool
        /// The descriptor is in error or its other side has gone.
        package let isBroken: Bool
    }

    private var watched: [pollfd] = []
    private var places: [CInt: Int] = [:]

    /// A wait for nothing, until something is watched.
    package init() {}

    /// How many descriptors are watched.
    package var count: Int { watched.count }

    /// Tells of this descriptor from now on, in place of what was asked for it before.
    package func watch(_ subject: CInt, reading: Bool, writing: Bool) {
        let events = Int16((reading ? POLLIN : 0) | (writing ? POLLOUT : 0))
        if let place = places[subject] {
            watched[place].events = events
        } else {
            places[subject] = watched.count
            watched.append(pollfd(fd: subject, events: events, revents: 0))
        }
    }

    /// Tells of this descriptor no more; to be called before it is closed.
    package func forget(_ subject: CInt) {
        guard let place = places.removeValue(forKey: subject) else { return }
        let last = watched.removeLast()
        guard place < watched.count else { return }
        watched[place] = last
        places[last.fd] = place
    }

    /// Waits until something is ready, at most `milliseconds`; what is ready, empty after the time.
    ///
    /// A signal ends the wait early, with nothing ready. A descriptor that has been closed is told
    /// of once as broken and then forgotten.
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
