/// The wall clock was found too far ahead to let hours expire by it (R10).
package struct ClockDoubted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "clock.doubted"
    /// Why it is doubted.
    var cause: ClockDoubt.Cause
    /// The last time that was believed.
    var since: Instant
    /// What the clock showed.
    var jumpedTo: Instant

    init(doubt: ClockDoubt) {
        cause = doubt.cause
        since = doubt.since
        jumpedTo = doubt.jumpedTo
    }

    private var doubt: ClockDoubt {
        ClockDoubt(cause: cause, since: since, jumpedTo: jumpedTo)
    }

    /// Lets the doubt stand.
    package func apply(to state: inout State, _ stamp: Stamp) { state.clockDoubt = doubt }

    /// `the clock is in doubt: from … to …, 365 days ahead`.
    package var summary: String {
        "the clock is in doubt: from \(since) to \(jumpedTo), \(doubt.days) days ahead"
    }
}
