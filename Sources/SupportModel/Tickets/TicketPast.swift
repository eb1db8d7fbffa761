/// What of a ticket's history its other members no longer show, and reports count.
///
/// The events write it down as they happen, so that a report on a time that is over does not change
/// with what becomes of the ticket later.
package struct TicketPast: Hashable, Sendable, Codable {
    /// The resolutions after which it was reopened, oldest first; nil for none.
    package fileprivate(set) var resolutions: [UndoneResolution]?
    /// The levels that it had before the present one, oldest first; nil for none.
    package fileprivate(set) var levels: [FormerLevel]?
    /// When it was merged into another ticket while it was live; nil for never.
    package fileprivate(set) var mergedAt: Instant?
    /// The first response to the ticket that it was split off, which its clock took over; nil for
    /// none.
    package fileprivate(set) var inheritedResponse: Instant?
    /// What its first response was before that of a ticket that was merged into it counted, oldest
    /// first; nil for none.
    package fileprivate(set) var responses: [FormerResponse]?

    /// Nothing, as of a ticket that was just opened.
    init() {}

    /// A resolution after which the ticket was reopened.
    package struct UndoneResolution: Hashable, Sendable, Codable {
        package var at: Instant
        package var reopenedAt: Instant
        /// The level that it had from the resolution until it was reopened.
        package var level: Level
        /// How its deadlines were kept; nil where it had none.
        package var outcomes: [DeadlineOutcome]?
    }

    /// A level that the ticket had.
    package struct FormerLevel: Hashable, Sendable, Codable {
        package var level: Level
        package var until: Instant
    }

    /// A first response that the ticket had.
    package struct FormerResponse: Hashable, Sendable, Codable {
        /// When it was given; nil for not yet.
        package var at: Instant?
        package var until: Instant
    }
}

extension Ticket {
    /// Writes down that a resolution ends, before the members that show it are emptied.
    mutating func noteReopening(at instant: Instant) {
        guard let resolvedAt else { return }
        let undone = TicketPast.UndoneResolution(
            at: resolvedAt, reopenedAt: instant, level: level, outcomes: outcomes)
        notePast { $0.resolutions = ($0.resolutions ?? []) + [undone] }
    }

    /// Writes down the present level, before it is replaced.
    mutating func noteLevel(until instant: Instant) {
        let former = TicketPast.FormerLevel(level: level, until: instant)
        notePast { $0.levels = ($0.levels ?? []) + [former] }
    }

    /// Writes down that it was live when it was merged into another ticket.
    mutating func noteMerge(at instant: Instant) {
        notePast { $0.mergedAt = instant }
    }

    /// Writes down that a response of its clock was one to the ticket that it was split off.
    mutating func noteInherited(response instant: Instant?) {
        guard let instant else { return }
        notePast { $0.inheritedResponse = instant }
    }

    /// Writes down the present first response, or that there is none, before it is replaced.
    mutating func noteResponse(until instant: Instant) {
        let former = TicketPast.FormerResponse(at: clock?.respondedAt, until: instant)
        notePast { $0.responses = ($0.responses ?? []) + [former] }
    }

    private mutating func notePast(_ body: (inout TicketPast) -> Void) {
        var past = past ?? TicketPast()
        body(&past)
        self.past = past
    }
}
