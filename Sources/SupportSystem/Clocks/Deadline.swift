/// A moment on the boot clock by which something must be done.
package struct Deadline: Hashable, Sendable {
    private let nanoseconds: Int64

    /// The moment after this time from now; a time beyond a century never comes.
    package init(after time: Duration) {
        let parts = max(.zero, min(time, .seconds(3_155_760_000))).components
        nanoseconds =
            BootClock.nanoseconds + parts.seconds * 1_000_000_000
            + parts.attoseconds / 1_000_000_000
    }

    /// True from that moment on.
    package var isOver: Bool { BootClock.nanoseconds >= nanoseconds }

    /// What is left, zero when it is over.
    package var remaining: Duration { .nanoseconds(max(0, nanoseconds - BootClock.nanoseconds)) }

    /// What is left for `poll`, rounded up so that it never wakes too early, at most an hour.
    var pollMilliseconds: Int32 {
        let left = max(0, nanoseconds - BootClock.nanoseconds)
        return Int32(min(3_600_000, left / 1_000_000 + 1))
    }
}
