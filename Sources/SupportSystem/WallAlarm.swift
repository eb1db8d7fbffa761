import CLinux
import Glibc
import Synchronization

/// Wakes at a time of the wall clock, and whenever that clock is set.
///
/// It has one alarm time. The closure runs on the alarm's own thread; it may arm again. After
/// `.clockSet` the alarm is still armed for the same time of the clock.
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

    /// Starts without an alarm time; the closure is called at each ring until `stop`.
    package init(_ ring: @escaping @Sendable (Ring) -> Void) throws(SystemFault) {
        let timer = try Timer()
        try timer.set(milliseconds: nil)
        self.timer = timer
        thread = try WorkerThread(name: "wall-alarm") { timer.run(ring) }
    }

    deinit { stop() }

    /// Sets the alarm time; replaces an earlier one. A time in the past rings at once.
    package func arm(atMillisecondsSinceEpoch milliseconds: Int64) throws(SystemFault) {
        try timer.set(milliseconds: milliseconds)
    }

    /// Removes the alarm time; setting the clock still rings.
    package func disarm() throws(SystemFault) {
        try timer.set(milliseconds: nil)
    }

    /// Ends the thread and waits for it: afterwards the closure does not run any more.
    ///
    /// Does not wait when called from the closure itself.
    package func stop() {
        timer.stop()
        thread.join()
    }
}

/// The kernel's timer, and the descriptor that wakes its thread for other reasons.
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

    /// Sets the timer; nil waits for a time that never comes, as only an armed timer reports that
    /// the clock was set.
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
        // The timer is armed, but this call has consumed the report that the clock was set.
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
