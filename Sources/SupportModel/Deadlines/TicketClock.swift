/// What of a ticket's history its deadlines are derived from.
///
/// Every change keeps it up to date, whatever the level and the calendar are at the time: a deadline
/// is computed from it with the present ones, so that a change of level forgets nothing.
package struct TicketClock: Hashable, Sendable, Codable {
    /// The times in which nobody of the agency has to do anything: the ticket waits for the client, or
    /// is resolved. In order, without overlaps; only the last one can be open.
    package private(set) var stops: [Stop] = []
    /// When it was first assigned, worked on, put to the client, replied to or resolved by a person;
    /// nil for not yet.
    package private(set) var respondedAt: Instant?
    /// What was recorded of its deadlines, in order; each mark once.
    package private(set) var marks: [DeadlineMark] = []

    /// When it began to run; nil: when the ticket was opened.
    package private(set) var start: Instant?

    /// A clock that runs since the ticket was opened.
    package init() {}

    /// The clock of a ticket in a snapshot of before there were any, as far as it can be told: it was
    /// answered with its first change, and stands since it was resolved.
    init(of ticket: Ticket) {
        respondedAt = ticket.remarks.first { $0.by != .desk }?.at ?? ticket.openedAt
        if let resolvedAt = ticket.resolvedAt { stops = [Stop(from: resolvedAt)] }
    }

    /// A time in which the clock stood.
    package struct Stop: Hashable, Sendable, Codable {
        package var from: Instant
        /// The end; nil while the clock stands.
        package var to: Instant?

        init(from: Instant, to: Instant? = nil) {
            (self.from, self.to) = (from, to)
        }
    }

    /// Whether the clock stands.
    package var stands: Bool { stops.last.map { $0.to == nil } ?? false }

    /// Follows a change of the ticket's state.
    ///
    /// - Parameter now: the time of it, which a clock that is in doubt has no part in.
    mutating func follow(
        _ old: TicketState, _ new: TicketState, by principal: Principal, at now: Instant
    ) {
        // Closing what the desk has resolved by itself answers nobody.
        if respondedAt == nil, principal != .desk, old.isLive, new != .open { respondedAt = now }
        switch (old.runs, new.runs) {
        case (true, false): stops.append(Stop(from: now))
        case (false, true):
            guard let last = stops.indices.last, stops[last].to == nil else { return }
            // A clock that was set back makes no negative time.
            stops[last].to = max(stops[last].from, now)
        default: return
        }
    }

    /// Has it run since a time that is not the ticket's opening.
    mutating func begin(at instant: Instant) { start = instant }

    /// A clock that begins to run at a time, and stood since then when this one did.
    func pauses(since start: Instant) -> TicketClock {
        var clock = TicketClock()
        clock.start = start
        clock.stops = stops.filter { $0.to.map { $0 > start } ?? true }
            .map { Stop(from: max($0.from, start), to: $0.to) }
        return clock
    }

    /// Has it run or stand as a ticket in a state does.
    mutating func align(with state: TicketState, at now: Instant) {
        if state.runs != !stands {
            follow(state.runs ? .waiting : .open, state, by: .desk, at: now)
        }
    }

    /// Becomes the clock of two tickets that are one: the times are those of the one that began
    /// first, and what was answered and recorded of either counts. What was recorded of the other
    /// one is recorded of this one now.
    mutating func absorb(
        _ other: TicketClock, from theirs: Instant, own: Instant, recordedAt now: Instant
    ) {
        var earlier = theirs < own ? other : self
        earlier.start = min(theirs, own)
        earlier.respondedAt = [respondedAt, other.respondedAt].compactMap(\.self).min()
        earlier.marks = marks
        for var mark in other.marks where !has(mark.stage, of: mark.kind) {
            mark.recordedAt = now
            earlier.note(mark)
        }
        self = earlier
    }

    /// Notes that a person responded to the client.
    mutating func respond(by principal: Principal, at now: Instant) {
        if respondedAt == nil, principal != .desk { respondedAt = now }
    }

    /// Notes what was recorded of a deadline.
    mutating func note(_ mark: DeadlineMark) { marks.append(mark) }

    /// Whether something of a deadline was recorded.
    func has(_ stage: DeadlineStage, of kind: DeadlineKind) -> Bool {
        marks.contains { $0.kind == kind && $0.stage == stage }
    }

    /// The times in which the clock ran since the opening, in order; the last one is open where the
    /// clock runs.
    func runs(since opened: Instant) -> [(from: Instant, to: Instant?)] {
        var runs: [(Instant, Instant?)] = []
        var from: Instant? = opened
        for stop in stops {
            if let start = from { runs.append((start, stop.from)) }
            from = stop.to
        }
        if let from { runs.append((from, nil)) }
        return runs
    }
}

extension TicketState {
    /// Whether the agency has to do something.
    package var runs: Bool { self == .open || self == .active }
}

/// What is promised of a ticket (`ResponseTarget`).
package enum DeadlineKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is assigned, worked on, put to the client or resolved.
    case response
    /// Its work is done.
    case resolution
}

/// What is recorded of a deadline without anybody's doing, each once.
package enum DeadlineStage: String, Hashable, Sendable, Codable, CaseIterable {
    /// It is near.
    case warned
    /// It has passed.
    case missed
}

/// One thing that was recorded of a ticket's deadline.
package struct DeadlineMark: Hashable, Sendable, Codable {
    package var kind: DeadlineKind
    package var stage: DeadlineStage
    /// The deadline as it was then.
    package var deadline: Instant
    /// When it was recorded of the ticket; nil in the event itself, and in snapshots of before this
    /// was kept.
    package var recordedAt: Instant?
}

/// A deadline of a ticket as it stands.
package struct TicketDeadline: Hashable, Sendable {
    package var kind: DeadlineKind
    /// The promised time.
    package var target: Minutes
    /// Whether only business hours count.
    package var isBusiness: Bool
    /// What of it has been used up by the times in which the clock ran and that are over, in
    /// milliseconds.
    package var usedMilliseconds: Int64
    /// When it passes; nil while the clock stands, and where open hours do not suffice within ten
    /// years.
    package var at: Instant?
    /// When so much of it is used up that a warning is recorded; nil where there are no warnings, and
    /// while the clock stands.
    package var warnAt: Instant?
    /// When it was kept, or its clock was stopped for good by the resolution; nil while it is open.
    package var metAt: Instant?
}
