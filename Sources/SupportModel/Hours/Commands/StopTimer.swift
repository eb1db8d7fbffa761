/// Stops the caller's timer and books what it measured: one entry for each local day, in the
/// contract's zone, by the rules of every booking (R2, R8, R9, R10). All of it is booked, or the
/// timer runs on.
package struct StopTimer: Command {
    /// What was done, for the statement; nil: what was said at the start.
    package var note: String?
    /// Whether what does not fit may be extra hours (R8, R9).
    package var extra: Bool
    /// A manager's agreement that lifts the weekly limit (R9).
    package var agreement: Agreement?
    /// Why the part in a cycle that has closed meanwhile comes late; nil: because the timer ran over
    /// the end of that cycle (R10).
    package var late: LateMark?
    /// Whether to forget it and book nothing.
    package var discard: Bool

    package init(
        note: String? = nil, extra: Bool = false, agreement: Agreement? = nil,
        late: LateMark? = nil, discard: Bool = false
    ) {
        self.note = note
        self.extra = extra
        self.agreement = agreement
        self.late = late
        self.discard = discard
    }

    /// One `TimerStopped` and a `TimeAdded` for each day, with the `HoursTold` that become due.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard let timer = state.timers[context.by] else {
            throw .timer(
                why: "no timer of yours is running", wayOut: "supportc time start TICKET starts one"
            )
        }
        if discard { return [try discarded(timer)] }
        let ticket = try state.bookableTicket(timer.ticket)
        var contract: Contract?
        if let number = ticket.contract {
            contract = try state.contract(.number(number), at: context.now)
        }
        let client = try state.client(ticket.client)
        let zone = try context.zone(contract?.zone ?? client.zone)
        let span = try span(of: timer, at: context.now, in: zone)
        var events = [
            Event(
                TimerStopped(
                    ticket: timer.ticket, startedAt: timer.startedAt, minutes: span.total))
        ]
        try book(span, timer, contract, state, context, &events)
        return events
    }

    private func discarded(_ timer: WorkTimer) throws(Refusal) -> Event {
        guard note == nil, !extra, agreement == nil, late == nil else {
            throw .invalid(
                what: "a timer that is discarded", why: "books nothing",
                wayOut: "leave out what belongs to a booking")
        }
        return Event(
            TimerStopped(
                ticket: timer.ticket, startedAt: timer.startedAt, minutes: .zero, discarded: true))
    }

    /// What the timer has measured; refused where that cannot have been work.
    private func span(
        of timer: WorkTimer, at now: Instant, in zone: any CivilZone
    ) throws(Refusal) -> WorkSpan {
        let byHand =
            "supportc time stop --discard, then supportc time add \(timer.ticket) with what was worked"
        guard timer.startedAt <= now else {
            throw .timer(
                why: "the clock was set back: it shows \(now), and the timer was started at "
                    + "\(timer.startedAt)",
                wayOut: "wait until the clock is right again, or \(byHand)")
        }
        let span = WorkSpan(from: timer.startedAt, to: now, in: zone)
        guard span.total.count <= Limits.timerMinutesMax else {
            throw .timer(
                why: "the timer runs since \(timer.startedAt), \(span.total): nobody works longer "
                    + "than \(Minutes(Limits.timerMinutesMax)) in one piece",
                wayOut: byHand)
        }
        return span
    }

    /// Decides one day after the other, each on what the ones before have made of the state.
    private func book(
        _ span: WorkSpan, _ timer: WorkTimer, _ contract: Contract?, _ state: State,
        _ context: Context, _ events: inout [Event]
    ) throws(Refusal) {
        var copy = state
        var isLate = false
        for part in span.parts {
            let mark = lateMark(part.date, contract)
            isLate = isLate || mark != nil
            let add = AddTime(
                ticket: timer.ticket, worked: part.minutes, date: part.date,
                service: timer.service, note: note ?? timer.note, extra: extra,
                agreement: agreement, late: mark)
            let booked = try add.decide(copy, context)
            let stamp = Stamp(sequence: copy.sequence + 1, at: context.now, by: context.by)
            copy.apply(Record(stamp: stamp, events: booked))
            events += booked
        }
        if late != nil, !isLate, let first = span.parts.first {
            throw .lateness(
                first.date, why: "and all that the timer measured lie in no closed cycle",
                wayOut: "leave --late out")
        }
    }

    /// Why a day's part comes late; nil for a day of the open cycle, and on demand.
    private func lateMark(_ date: CivilDate, _ contract: Contract?) -> LateMark? {
        guard let closed = contract?.account.closed(containing: date) else { return nil }
        return late
            ?? LateMark(reason: "the timer ran over the end of cycle \(closed.cycle.index + 1)")
    }
}
