import Glibc
import Synchronization
package import SystemPackage

/// A thread of its own that runs what it is given, one after the other, in the order of giving.
///
/// For calls that may block for ever: they hold up this thread and nothing else. The thread lives
/// as long as the process; a call that hangs cannot be taken back.
package final class SerialThread: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])
    private let arrived: WakeUp

    package init() throws(Errno) {
        arrived = try WakeUp()
        let box = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let error = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<SerialThread>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        guard error == 0 else {
            box.release()
            throw Errno(rawValue: error)
        }
        pthread_detach(thread)
    }

    /// Runs this after all that was given before. The queue has no bound of its own: the caller
    /// keeps one.
    package func run(_ work: @escaping @Sendable () -> Void) {
        waiting.withLock { $0.append(work) }
        arrived.signal()
    }

    private func run() {
        var subject = pollfd(fd: arrived.descriptor, events: Int16(POLLIN), revents: 0)
        while true {
            _ = poll(&subject, 1, -1)
            arrived.drain()
            for work in waiting.withLock({ take(&$0) }) { work() }
        }
    }

    private func take(_ list: inout [@Sendable () -> Void]) -> [@Sendable () -> Void] {
        defer { list = [] }
        return list
    }
}
