package import SupportModel

/// Starts the caller's timer on a ticket; each user has one at most.
package struct TimeStart: Request {
    package static let method = "time.start"
    package static let access = Access.write
    /// 1 MiB, as for the other methods that carry a person's own text.
    package static let lineBytesMax = WireLimits.longLineBytesMax
    /// The ticket that is worked on, in whatever state but closed.
    package var ticket: Identifier<Ticket>
    /// The ticket's unless said.
    package var service: Name<Service>?
    /// What is done, for the statement; it can also be said when the timer stops.
    package var note: String?

    package init(
        ticket: Identifier<Ticket>, service: Name<Service>? = nil, note: String? = nil
    ) {
        self.ticket = ticket
        self.service = service
        self.note = note
    }

    package typealias Reply = TimerView
}
