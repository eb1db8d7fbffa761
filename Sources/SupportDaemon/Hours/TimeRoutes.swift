import SupportModel
import SupportWire

/// Answers `time.add`.
enum TimeAddHandler: MutationHandler {
    static func command(_ request: TimeAdd, _ desk: DeskView) throws -> AddTime {
        let exception = try BookingException(
            TimeAdd.method, agreedBy: request.agreedBy, late: request.late,
            reason: request.reason)
        return AddTime(
            ticket: request.ticket, worked: request.minutes, date: request.on,
            service: request.service, note: request.note, extra: request.extra ?? false,
            agreement: exception.agreement, late: exception.late,
            long: request.long ?? false)
    }

    static func isDryRun(_ request: TimeAdd) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeAdd, _ done: Done) throws -> TimeAdd.Reply {
        guard let entry = done.view.state.newestEntry else {
            throw Refusal.unknown(.entry, "")
        }
        let hours = BookedHours(of: entry.contract, done.view)
        var reply = TimeAdd.Reply(
            entry: hours.view(entry), dryRun: done.isDryRun, settlement: hours.settlement(entry),
            balance: try hours.balance())
        reply.take(hours.change(from: done.before, besides: [entry.number]), told: done.told)
        return reply
    }
}

/// Answers `time.void`.
enum TimeVoidHandler: MutationHandler {
    static func command(_ request: TimeVoid, _ desk: DeskView) throws -> VoidTime {
        VoidTime(
            entry: request.entry, reason: request.reason, late: request.late ?? false)
    }

    static func isDryRun(_ request: TimeVoid) -> Bool { request.dryRun ?? false }

    static var asksBefore: Bool { true }

    static func reply(_ request: TimeVoid, _ done: Done) throws -> TimeVoid.Reply {
        let entry = try done.view.state.entry(request.entry)
        let hours = BookedHours(of: entry.contract, done.view)
        var reply = TimeVoid.Reply(
            entry: hours.view(entry), dryRun: done.isDryRun, settlement: hours.settlement(entry),
            balance: try hours.balance())
        reply.take(hours.change(from: done.before, besides: [entry.number]), told: done.told)
        return reply
    }
}

/// Answers `time.start`.
enum TimeStartHandler: MutationHandler {
    static func command(_ request: TimeStart, _ desk: DeskView) throws -> StartTimer {
        StartTimer(ticket: request.ticket, service: request.service, note: request.note)
    }

    static func reply(_ request: TimeStart, _ done: Done) throws -> TimerView {
        let state = done.view.state
        guard let timer = state.timers.values.first(where: { $0.version == state.sequence }) else {
            throw Refusal.unknown(.ticket, request.ticket.description)
        }
        return TimerView(timer, of: state.tickets[timer.ticket], at: done.view.now)
    }
}

/// Answers `time.stop`.
enum TimeStopHandler: MutationHandler {
    static func command(_ request: TimeStop, _ desk: DeskView) throws -> StopTimer {
        let exception = try BookingException(
            TimeStop.method, agreedBy: request.agreedBy, late: request.late,
            reason: request.reason)
        return StopTimer(
            note: request.note, extra: request.extra ?? false, agreement: exception.agreement,
            late: exception.late, discard: request.discard ?? false)
    }

    static func isDryRun(_ request: TimeStop) -> Bool { request.dryRun ?? false }

    static func reply(_ request: TimeStop, _ done: Done) throws -> TimeStop.Reply {
        let state = done.view.state
        let bodies = done.events.map(\.body)
        guard let stopped = bodies.lazy.compactMap({ $0 as? TimerStopped }).first else {
            throw Refusal.timer(why: "no timer was stopped", hint: "supportc time list")
        }
        let entries = bodies.compactMap { ($0 as? TimeAdded)?.number }
            .compactMap { state.entries[$0] }
        let hours = BookedHours(of: entries.first?.contract, done.view)
        let settlements = entries.compactMap(hours.settlement)
        var reply = TimeStop.Reply(
            ticket: stopped.ticket, startedAt: stopped.startedAt, minutes: stopped.minutes,
            discarded: stopped.discarded ?? false, dryRun: done.isDryRun,
            entries: entries.map(hours.view),
            settlements: settlements.isEmpty ? nil : settlements,
            balance: try hours.balance())
        reply.take(hours.change(from: done.before, besides: entries.map(\.number)), told: done.told)
        return reply
    }
}

/// Answers `time.list`.
enum TimeListHandler: ReadHandler {
    static func answer(_ request: TimeList, _ desk: DeskView) throws -> TimeList.Reply {
        let limit = try ListLimit(request.limit)
        guard request.cycle == nil || request.contract != nil else {
            throw WireError.badParameters(TimeList.method, "cycle goes with a contract")
        }
        let contract = try request.contract.map {
            try desk.state.contract($0, at: desk.now).number
        }
        let entries = desk.state.entries.values.filter { entry in
            (contract == nil || entry.contract == contract)
                && (request.ticket == nil || entry.ticket == request.ticket)
                && (request.cycle == nil || entry.cycle.map { $0 + 1 } == request.cycle)
                && (entry.isLive || request.voided ?? false)
        }
        let sorted = entries.sorted { ($0.date, $0.number) < ($1.date, $1.number) }
        let (first, more) = limit.cut(sorted)
        let timers = desk.timerViews.filter {
            (contract == nil || $0.contract == contract)
                && (request.ticket == nil || $0.ticket == request.ticket)
        }
        return TimeList.Reply(
            entries: desk.entryViews(first), more: more, timers: timers.isEmpty ? nil : timers)
    }
}

/// Answers `time.explain`.
enum TimeExplainHandler: ReadHandler {
    static func answer(_ request: TimeExplain, _ desk: DeskView) throws -> TimeExplain.Reply {
        let explanation = try desk.state.explain(request.entry)
        let contract = explanation.entry.contract.flatMap { desk.state.contracts[$0] }
        return TimeExplain.Reply(
            entry: EntryView(explanation.entry, split: explanation.split, of: contract),
            lines: explanation.lines)
    }
}

/// What a booking asks beyond the rule, with the one reason that serves for all of it.
struct BookingException {
    /// The manager who lifts the weekly limit (R9).
    let agreement: Agreement?
    /// Why it comes after its cycle has closed (R10).
    let late: LateMark?

    /// Takes a request's members together; one that lacks its counterpart is an error.
    init(
        _ method: String, agreedBy: Name<Staff>?, late: Bool?, reason: String?
    ) throws(WireError) {
        let isLate = late ?? false
        guard let reason else {
            guard agreedBy == nil, !isLate else {
                throw .badParameters(
                    method, "\(isLate ? "late" : "agreed_by") goes with a reason")
            }
            agreement = nil
            self.late = nil
            return
        }
        guard agreedBy != nil || isLate else {
            throw .badParameters(method, "reason goes with agreed_by or late")
        }
        agreement = agreedBy.map { Agreement(by: $0, reason: reason) }
        self.late = isLate ? LateMark(reason: reason) : nil
    }
}
