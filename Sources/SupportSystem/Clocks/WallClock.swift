import CLinux
import Glibc

/// The clock on the wall: it tells the date, and anybody may set it.
package enum WallClock {
    /// Milliseconds since 1970-01-01T00:00:00Z, rounded down.
    package static var millisecondsSinceEpoch: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }

    /// Whether the kernel says that something keeps this clock right, such as an NTP daemon; false
    /// also where it does not say. Setting the clock by hand makes it false.
    package static var isSynchronised: Bool { linux_wall_clock_is_synchronised() == 1 }
}
