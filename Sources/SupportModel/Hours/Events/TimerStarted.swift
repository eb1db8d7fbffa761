/// Somebody began to work on a ticket and lets the desk measure it.
package struct TimerStarted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "timer.started"
    /// The ticket that is worked on.
    var ticket: Identifier<Ticket>
    /// What kind of work it is; nil: the ticket's (R2).
    var service: Name<Service>?
    /// What is done; nil when nobody said.
    var note: String?

    /// Keeps the timer of whoever started it; an open ticket becomes active.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.timers[stamp.by] = WorkTimer(
            by: stamp.by, ticket: ticket, service: service, note: note, startedAt: stamp.at,
            version: stamp.sequence)
        state.change(ticket, stamp, remark: "timer started") {
            if $0.state == .open { $0.state = .active }
        }
    }

    /// `timer started on ticket 12`.
    package var summary: String { "timer started on ticket \(ticket)" }
}
