import Glibc

/// The clock for intervals: it starts with the host, goes on while the host sleeps, never jumps,
/// and nobody can set it.
package enum BootClock {
    /// Nanoseconds since the host started.
    package static var nanoseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_BOOTTIME, &now)
        return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
    }

    /// Milliseconds since the host started, rounded down.
    package static var milliseconds: Int64 { nanoseconds / 1_000_000 }

    /// Time since the host started.
    package static var now: Duration { .nanoseconds(nanoseconds) }
}
