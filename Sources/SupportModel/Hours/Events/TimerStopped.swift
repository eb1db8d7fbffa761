/// A timer was stopped; what it measured is booked by the events that follow it in its record.
package struct TimerStopped: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "timer.stopped"
    /// The ticket that was worked on.
    package var ticket: Identifier<Ticket>
    /// When it had been started.
    package var startedAt: Instant
    /// What it measured, rounded to the minute; 0 when it was discarded.
    package var minutes: Minutes
    /// True when nothing was booked; nil otherwise.
    package var discarded: Bool?

    /// Forgets the timer of whoever stopped it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.timers[stamp.by] = nil
        if discarded ?? false {
            state.change(ticket, stamp, remark: "timer discarded, nothing booked") { _ in }
        }
    }

    /// `timer on ticket 12 stopped after 1h30m`, or `… discarded`.
    package var summary: String {
        "timer on ticket \(ticket) "
            + (discarded ?? false ? "discarded" : "stopped after \(minutes)")
    }
}
