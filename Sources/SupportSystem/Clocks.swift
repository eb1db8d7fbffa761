import CLinux
import Glibc

/// The clock for intervals: it starts with the host, runs while the host sleeps, never jumps, and
/// cannot be set.
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

/// The wall clock: it gives the date, and can be set.
package enum WallClock {
    /// Milliseconds since 1970-01-01T00:00:00Z, rounded down.
    package static var millisecondsSinceEpoch: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }

    /// Whether the kernel reports that a program keeps this clock synchronised, such as an NTP
    /// daemon; false also where it reports nothing. Setting the clock by hand makes it false.
    package static var isSynchronised: Bool { synchronisation == true }

    /// The same; nil where the kernel reports nothing.
    package static var synchronisation: Bool? {
        let answer = linux_wall_clock_is_synchronised()
        return answer < 0 ? nil : answer == 1
    }
}

/// A time on the boot clock by which something must be done.
package struct Deadline: Hashable, Sendable {
    private let nanoseconds: Int64

    /// The deadline after this time from now; a time beyond a century never comes.
    package init(after time: Duration) {
        let parts = max(.zero, min(time, .seconds(3_155_760_000))).components
        nanoseconds =
            BootClock.nanoseconds + parts.seconds * 1_000_000_000
            + parts.attoseconds / 1_000_000_000
    }

    /// Whether the deadline has passed.
    package var isOver: Bool { BootClock.nanoseconds >= nanoseconds }

    /// The time that is left, zero when it has passed.
    package var remaining: Duration { .nanoseconds(max(0, nanoseconds - BootClock.nanoseconds)) }

    /// The time that is left for `poll`, in milliseconds, rounded up so that it never wakes too
    /// early, at most an hour.
    var pollMilliseconds: Int32 {
        let left = max(0, nanoseconds - BootClock.nanoseconds)
        return Int32(min(3_600_000, left / 1_000_000 + 1))
    }
}
