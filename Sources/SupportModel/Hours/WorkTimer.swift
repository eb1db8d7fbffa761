/// A running measurement of somebody's work, which becomes time entries when it is stopped.
package struct WorkTimer: Hashable, Sendable, Codable {
    /// The principal who works; each has at most one timer.
    package var by: Principal
    /// The member of staff who works; nil where nobody of the staff is known.
    package var staff: Name<Staff>?
    package var ticket: Identifier<Ticket>
    /// The kind of work; nil: the ticket's when the timer is stopped (R2).
    package var service: Name<Service>?
    /// A note on the work; nil for none so far.
    package var note: String?
    /// When it was started, by the wall clock.
    package var startedAt: Instant
    /// The sequence number of the record that started it.
    package var version: UInt64
}

extension State {
    /// The timer of a member of staff, or of a user who is not of the staff, by name or number; nil
    /// where none of theirs runs.
    func timer(of whose: String) -> WorkTimer? {
        let all = allTimers
        for timer in all where timer.staff?.text == whose { return timer }
        for timer in all where timer.staff == nil && timer.by.isCalled(whose) { return timer }
        return nil
    }

    /// The timer of a caller: that of the member of staff, also when it was started under another
    /// Unix user, or that of the user, where it is nobody else's.
    func ownTimer(_ context: Context) -> WorkTimer? {
        if let staff = context.acting.staff,
            let own = timers.values.first(where: { $0.staff == staff })
        {
            return own
        }
        return timers[context.by.identity].flatMap { $0.staff == nil ? $0 : nil }
    }
}

/// Starts the caller's timer on a ticket.
package struct StartTimer: CommandOnTicket, Codable {
    /// The ticket to work on; refused once closed.
    package var ticket: Identifier<Ticket>
    /// The kind of work; nil: the ticket's.
    package var service: Name<Service>?
    /// A note on the work, for the statement; it can also be given at the end.
    package var note: String?

    package init(
        ticket: Identifier<Ticket>, service: Name<Service>? = nil, note: String? = nil
    ) {
        (self.ticket, self.service, self.note) = (ticket, service, note)
    }

    /// One `TimerStarted`; refused while the caller has a running timer, and where the work could
    /// not be booked now.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<
        Principal.Identity
    > {
        if let running = state.ownTimer(context) ?? state.timers[context.by.identity] {
            throw .timer(.running(running.ticket, since: running.startedAt))
        }
        let ticket = try state.bookableTicket(ticket)
        if let service, context.catalogue.service(service) == nil {
            throw .unknown(.service, service.text)
        }
        if let note { _ = try BoundedText.body(note, .note) }
        try state.expectTrustedClock(context.now)
        if let number = ticket.contract {
            let contract = try state.contract(.number(number), at: context.now)
            try contract.expectActive(at: context.now, for: .work(contract.client))
        }
        return Decision(
            context.by.identity, TimerStarted(ticket: ticket.number, service: service, note: note))
    }
}

extension WorkTimer {
    /// Who did the work, where somebody else books it.
    fileprivate func performer(in state: State) -> Performer {
        staff.flatMap { state.staff[$0] }.map { .named($0.name) } ?? .unknown
    }
}

/// Stops a timer and books what it measured: one entry for each local day, in the
/// contract's zone, by the rules of every booking (R2, R8, R9, R10). Either all of it is booked, or
/// the timer keeps running.
package struct StopTimer: Command {
    /// Whose timer it is: a member of staff, or a user who is not of the staff, by name or number;
    /// nil: the caller's. The timer of somebody else takes a permission.
    package var whose: String?
    /// A note on the work, for the statement; nil: the note given at the start.
    package var note: String?
    /// Whether work beyond the package or the week may become extra hours (R8, R9).
    package var extra: Bool
    /// A manager's agreement that lifts the weekly limit (R9).
    package var agreement: Agreement?
    /// The reason for the late booking of a part in a cycle or month that has closed since; nil:
    /// because the timer ran past its end (R10).
    package var late: LateMark?
    /// Whether to discard the measured work and book nothing.
    package var discard: Bool

    /// The measured work, and the entries that were booked from it.
    package struct Made: Sendable {
        package let stopped: TimerStopped
        /// The entries, one for each day, in order; empty where nothing was booked.
        package private(set) var entries: [Identifier<TimeEntry>] = []
        /// The changed hours of the contract; nil on demand, and where nothing was booked.
        package private(set) var hours: ChangedHours?
        /// What it does to the client's statement for work on demand; nil where a contract pays.
        package private(set) var onDemand: OnDemandChange?

        init(_ stopped: TimerStopped) { self.stopped = stopped }

        /// Takes the booking of one more day.
        mutating func add(
            _ command: AddTime, to draft: inout RecordDraft
        ) throws(Refusal) {
            let booked = try draft.book(command, after: hours.take())
            entries.append(booked.entry)
            if let next = booked.onDemand { onDemand = onDemand?.followed(by: next) ?? next }
            hours = booked.hours
        }
    }

    package init(
        whose: String? = nil, note: String? = nil, extra: Bool = false,
        agreement: Agreement? = nil, late: LateMark? = nil, discard: Bool = false
    ) {
        (self.note, self.extra, self.agreement, self.late) = (note, extra, agreement, late)
        (self.whose, self.discard) = (whose, discard)
    }

    /// One `TimerStopped` and a `TimeAdded` for each day, with the `HoursNotified` that become due.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let timer = try timer(state, context)
        let owner = timer.by.identity == context.by.identity ? nil : timer.by
        if discard {
            let stopped = try discarded(timer, of: owner)
            return Decision(Made(stopped), stopped)
        }
        let ticket = try state.bookableTicket(timer.ticket)
        var contract: Contract?
        if let number = ticket.contract {
            contract = try state.contract(.number(number), at: context.now)
        }
        let client = try state.client(ticket.client)
        let zone = try context.zone(contract?.zone ?? client.zone)
        let span = try span(of: timer, at: context.now, in: zone)
        let stopped = TimerStopped(
            ticket: timer.ticket, startedAt: timer.startedAt, minutes: span.total, of: owner)
        return try booked(span, stopped, timer, ticket, state, context)
    }

    /// The timer that is meant; refused where there is none, or the caller may not stop it.
    private func timer(_ state: State, _ context: Context) throws(Refusal) -> WorkTimer {
        let own = state.ownTimer(context)
        guard let whose, whose != Acting.me, whose != context.acting.staff?.text else {
            guard let own else { throw .timer(.none) }
            return own
        }
        guard let timer = state.timer(of: whose) else { throw .timer(.noneOf(whose)) }
        guard timer.by.identity == context.by.identity || context.acting.may(.bookForOthers) else {
            throw .notPermitted(.timerOf(whose))
        }
        return timer
    }

    private func discarded(
        _ timer: WorkTimer, of owner: Principal?
    ) throws(Refusal) -> TimerStopped {
        guard note == nil, !extra, agreement == nil, late == nil else {
            throw .invalid(.discard, .work(.discarded))
        }
        return TimerStopped(
            ticket: timer.ticket, startedAt: timer.startedAt, minutes: .zero, discarded: true,
            of: owner)
    }

    /// The measured work; refused where its duration is not allowed.
    private func span(
        of timer: WorkTimer, at now: Instant, in zone: any CivilZone
    ) throws(Refusal) -> WorkSpan {
        guard timer.startedAt <= now else {
            throw .timer(.clockSetBack(timer.ticket, startedAt: timer.startedAt, now: now))
        }
        let span = WorkSpan(from: timer.startedAt, to: now, in: zone)
        guard span.total.count <= Limits.timerMinutesMax else {
            throw .timer(
                .tooLong(timer.ticket, startedAt: timer.startedAt, measured: span.total))
        }
        return span
    }

    /// Decides the entry of one day after the other, each on the state after the ones before.
    private func booked(
        _ span: WorkSpan, _ stopped: TimerStopped, _ timer: WorkTimer, _ ticket: Ticket,
        _ state: State, _ context: Context
    ) throws(Refusal) -> Decision<Made> {
        var made = Made(stopped)
        var draft = RecordDraft(state, context)
        var isLate = false
        let isOwn = stopped.of == nil && timer.staff == context.acting.staff
        let performer = isOwn ? Performer.caller : timer.performer(in: state)
        for part in span.parts {
            let mark = try draft.state.periodOver(part.date, for: ticket, context).map {
                late ?? LateMark(reason: "the timer ran over the end of \($0)")
            }
            isLate = isLate || mark != nil
            try made.add(
                AddTime(
                    ticket: timer.ticket, worked: part.minutes, date: part.date,
                    service: timer.service, note: note ?? timer.note, extra: extra,
                    agreement: agreement, late: mark, performer: performer),
                to: &draft)
        }
        if late != nil, !isLate, let first = span.parts.first {
            throw .lateness(first.date, .timer)
        }
        return Decision(made, [Event(stopped)] + draft.events)
    }
}

/// Somebody started a timer on a ticket.
package struct TimerStarted: DeskEvent {
    package static let type = "timer.started"
    var ticket: Identifier<Ticket>
    /// The kind of work; nil: the ticket's (R2).
    var service: Name<Service>?
    /// A note on the work; nil for none.
    var note: String?

    /// Adds the timer of the principal who started it; an open ticket becomes active.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.timers[stamp.by.identity] = WorkTimer(
            by: stamp.by, staff: stamp.acted?.staff, ticket: ticket, service: service, note: note,
            startedAt: stamp.at, version: stamp.sequence)
        state.change(ticket, stamp, remark: "timer started") {
            if $0.state == .open { $0.state = .active }
        }
    }

    /// `timer started on ticket 12`.
    package var summary: String { "timer started on ticket \(ticket)" }
}

/// A timer was stopped; what it measured is booked by the events that follow it in its record.
package struct TimerStopped: DeskEvent {
    package static let type = "timer.stopped"
    package var ticket: Identifier<Ticket>
    /// When it had been started.
    package var startedAt: Instant
    /// The measured work, rounded to the minute; 0 when it was discarded.
    package var minutes: Minutes
    /// True when nothing was booked; nil otherwise.
    package var discarded: Bool?
    /// Whose timer it was; nil: the caller's own.
    package var of: Principal?

    /// Removes the timer.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.timers[(of ?? stamp.by).identity] = nil
        if discarded ?? false {
            state.change(ticket, stamp, remark: "timer discarded, nothing booked") { _ in }
        }
    }

    /// `timer on ticket 12 stopped after 1h30m`, or `… discarded`.
    package var summary: String {
        "timer on ticket \(ticket) "
            + (discarded ?? false ? "discarded" : "stopped after \(minutes)")
            + (of.map { ", of \($0)" } ?? "")
    }
}
