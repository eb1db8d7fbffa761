import Glibc

/// The clock on the wall: it tells the date, and anybody may set it.
package enum WallClock {
    /// Milliseconds since 1970-01-01T00:00:00Z, rounded down.
    package static var millisecondsSinceEpoch: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
    }
}
