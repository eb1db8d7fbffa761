import Glibc

/// The clock that intervals are measured on: it starts with the host, runs on while the host
/// sleeps, and nobody can set it.
package enum HostClock {
    /// Milliseconds since the host started; 0 where the system does not say.
    package static func bootMilliseconds() -> Int64 {
        var time = timespec()
        guard clock_gettime(CLOCK_BOOTTIME, &time) == 0 else { return 0 }
        return Int64(time.tv_sec) &* 1000 &+ Int64(time.tv_nsec) / 1_000_000
    }
}
