import CLinux
import Glibc
import Synchronization

/// Wakes at a time of the wall clock, and whenever somebody sets that clock.
///
/// One alarm time at a time. The closure runs on the alarm's own thread; it may arm again. After
/// `.clockSet` the alarm is still armed for the same time, which may by then mean another moment.
package final class WallAlarm: Sendable {
    /// Why the alarm rang.
    package enum Ring: Sendable, Hashable {
        /// The armed time has come. The alarm is no longer armed.
        case expired
        /// The wall clock was set, forward or back.
        case clockSet
    }

    private let timer: Timer
    private let thread: WorkerThread

    /// Starts with no time armed; rings are given to the closure until `stop`.
    package init(_ ring: @escaping @Sendable (Ring) -> Void) throws(SystemFault) {
        let timer = try Timer()
        try timer.set(milliseconds: nil)
        self.timer = timer
        thread = try WorkerThread(name: "wall-alarm") { timer.run(ring) }
    }

    deinit { stop() }

    /// Arms the alarm in place of the time that was armed before; a time that is past rings at once.
    package func arm(atMillisecondsSinceEpoch milliseconds: Int64) throws(SystemFault) {
        try timer.set(milliseconds: milliseconds)
    }

    /// Forgets the armed time; setting the clock still rings.
    package func disarm() throws(SystemFault) {
        try timer.set(milliseconds: nil)
    }

    /// Ends the thread and waits for it: afterwards the closure does not run any more.
    ///
    /// Called by the closure itself it does not wait.
    package func stop() {
        timer.stop()
        thread.join()
    }
}

/// The kernel's timer and what wakes its thread for other reasons.
private final class Timer: Sendable {
    private let timer: OwnedDescriptor
    private let wake: OwnedDescriptor
    private let isStopping = Atomic(false)

    init() throws(SystemFault) {
        timer = OwnedDescriptor(
            try systemCall("create", "a wall clock timer") {
                timerfd_create(CLOCK_REALTIME, Int32(TFD_CLOEXEC | TFD_NONBLOCK))
            })
        wake = OwnedDescriptor(
            try systemCall("create", "an event descriptor") {
                eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
            })
    }

    /// With no time it waits for a moment that never comes: only an armed timer is told that the
    /// clock was set.
    func set(milliseconds: Int64?) throws(SystemFault) {
        let latest: Int64 = 253_402_300_799_999
        // A zero time would disarm; one millisecond after the epoch is as far in the past.
        let moment = min(max(milliseconds ?? latest, 1), latest)
        var setting = itimerspec()
        setting.it_value.tv_sec = Int(moment / 1_000)
        setting.it_value.tv_nsec = Int(moment % 1_000) * 1_000_000
        let flags = Int32(TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET)
        if timerfd_settime(timer.number, flags, &setting, nil) == 0 { return }
        guard errno == ECANCELED else {
            throw SystemFault(doing: "arm", subject: "a wall clock timer", errno: errno)
        }
        // The timer is armed, but this call has used up the news that the clock was set.
        wakeThread()
    }

    func stop() {
        isStopping.store(true, ordering: .releasing)
        wakeThread()
    }

    private func wakeThread() {
        _ = eventfd_write(wake.number, 1)
    }

    func run(_ ring: (WallAlarm.Ring) -> Void) {
        var watched = [
            pollfd(fd: timer.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wake.number, events: Int16(POLLIN), revents: 0),
        ]
        while true {
            if poll(&watched, 2, -1) < 0 && errno != EINTR { return }
            if isStopping.load(ordering: .acquiring) { return }
            var count: eventfd_t = 0
            if eventfd_read(wake.number, &count) == 0 { ring(.clockSet) }
            if let reason = readTimer() { ring(reason) }
        }
    }

    private func readTimer() -> WallAlarm.Ring? {
        var expirations: UInt64 = 0
        if read(timer.number, &expirations, MemoryLayout<UInt64>.size) > 0 { return .expired }
        return errno == ECANCELED ? .clockSet : nil
    }
}
