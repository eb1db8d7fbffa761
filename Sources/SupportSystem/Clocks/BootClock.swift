import Glibc

/// The clock for intervals: it never jumps and goes on while the host sleeps.
package enum BootClock {
    /// Nanoseconds since the host started.
    package static var nanoseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_BOOTTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// Time since the host started.
    package static var now: Duration { .nanoseconds(nanoseconds) }
}
