import SupportModel
import SupportWire

/// The methods of time entries and timers.
enum TimeRoutes {
    static let all: [Route] = [
        .change(TimeAdd.self, by: adding, reply: changed),
        .change(VoidTime.self, reply: changed),
        .change(EditTime.self, reply: edited),
        .change(StartTimer.self, reply: started),
        .change(TimeStop.self, by: stopping, reply: stopped),
        .read(TimeList.self, answer: list),
        .read(TimeExplain.self, answer: explain),
    ]

    private static func adding(_ request: TimeAdd, _ desk: DeskView) throws -> AddTime {
        let exception = try BookingException(
            TimeAdd.method.name, agreedBy: request.agreedBy, late: request.late,
            reason: request.reason)
        return AddTime(
            ticket: request.ticket, worked: request.minutes,
            date: try request.on.map { $0.day(from: try desk.today(ofTicket: request.ticket)) },
            service: request.service, note: request.note, extra: request.extra ?? false,
            agreement: exception.agreement, late: exception.late, long: request.long ?? false,
            performer: request.staff.map { .named($0) } ?? .caller)
    }

    private static func changed(_ done: Done<EntryChange>) -> EntryReply {
        let entry = done.state.entries.made(done.made.entry)
        let hours = done.made.hours.map { BookedHours($0, done.desk) }
        let view = EntryChangeView(
            entry: hours.view(entry), dryRun: done.isDryRun, settlement: hours?.settlement(entry),
            onDemand: done.made.onDemand.map(done.desk.due))
        return EntryReply(view, hours.effect)
    }

    private static func edited(_ done: Done<EditTime.Made>) -> EditTime.Reply {
        let booked = done.made.booked
        let old = done.state.entries.made(done.made.voided)
        let new = done.state.entries.made(booked.entry)
        let hours = booked.hours.map { BookedHours($0, done.desk) }
        let settlements = [old, new].compactMap { hours?.settlement($0) }
        let details = EditTime.Details(
            voided: hours.view(old), entry: hours.view(new), dryRun: done.isDryRun,
            settlements: settlements.isEmpty ? nil : settlements,
            onDemand: booked.onDemand.map(done.desk.due))
        return AccountReply(details, hours.effect)
    }

    private static func started(_ done: Done<Principal.Identity>) -> TimerView {
        let timer = done.state.timers.made(done.made)
        return TimerView(timer, of: done.state.tickets[timer.ticket], at: done.desk.now)
    }

    private static func stopping(_ request: TimeStop, _ desk: DeskView) throws -> StopTimer {
        let exception = try BookingException(
            TimeStop.method.name, agreedBy: request.agreedBy, late: request.late,
            reason: request.reason)
        return StopTimer(
            whose: request.staff, note: request.note, extra: request.extra ?? false,
            agreement: exception.agreement,
            late: exception.late, discard: request.discard ?? false)
    }

    private static func stopped(_ done: Done<StopTimer.Made>) -> TimeStop.Reply {
        let entries = done.made.entries.map { done.state.entries.made($0) }
        let hours = done.made.hours.map { BookedHours($0, done.desk) }
        let settlements = entries.compactMap { hours?.settlement($0) }
        let details = TimeStop.Details(
            done.made.stopped, dryRun: done.isDryRun, entries: entries.map(hours.view),
            settlements: settlements.isEmpty ? nil : settlements,
            onDemand: done.made.onDemand.map(done.desk.due))
        return AccountReply(details, hours.effect)
    }

    private static func list(_ request: TimeList, _ desk: DeskView) throws -> TimeList.Reply {
        let limit = try ListLimit(request.limit)
        guard request.cycle == nil || request.contract != nil else {
            throw WireError.badParameters(TimeList.method.name, "cycle goes with a contract")
        }
        let contract = try request.contract.map {
            try desk.state.contract($0, at: desk.now).number
        }
        if let client = request.client { _ = try desk.state.client(client) }
        let staff = try request.staff.map { try desk.member($0, .worker) }
        let ticket = request.ticket.map(desk.state.survivor)
        let entries = desk.state.entries.values.filter { entry in
            request.means(entry, desk.state) && (staff == nil || entry.staff == staff)
                && (contract == nil || entry.contract == contract)
                && (ticket == nil || desk.state.survivor(of: entry.ticket) == ticket)
                && (request.cycle == nil || entry.cycle.map { $0 + 1 } == request.cycle)
                && (entry.isLive || request.voided ?? false)
        }
        let sorted = entries.sorted { ($0.date, $0.number) < ($1.date, $1.number) }
        let (first, more) = limit.cut(sorted)
        let timers = desk.timerViews.filter {
            (contract == nil || $0.contract == contract)
                && (ticket == nil || $0.ticket == ticket)
                && (request.client == nil || $0.client == request.client)
                && ($0.contract == nil || !(request.onDemand ?? false))
        }
        let splits = desk.splits(of: sorted)
        return TimeList.Reply(
            entries: zip(first, splits).map { entry, split in
                let contract = entry.contract.flatMap { desk.state.contracts[$0] }
                return EntryView(entry, split: split, of: contract)
            }, more: more, timers: timers.isEmpty ? nil : timers,
            totals: TimeTotals(Array(zip(sorted, splits))))
    }

    private static func explain(_ request: TimeExplain, _ desk: DeskView) throws
        -> TimeExplain.Reply
    {
        let explanation = try desk.state.explain(
            request.entry, withMoney: desk.acting.may(.seeMoney))
        let contract = explanation.entry.contract.flatMap { desk.state.contracts[$0] }
        return TimeExplain.Reply(
            entry: EntryView(explanation.entry, split: explanation.split, of: contract),
            lines: explanation.lines)
    }
}

extension TimeList {
    /// Whether an entry is of the client, the month and the kind of payer that are asked for.
    fileprivate func means(_ entry: TimeEntry, _ state: State) -> Bool {
        if onDemand ?? false, entry.contract != nil { return false }
        if let month, !month.contains(entry.date) { return false }
        return client == nil || state.tickets[entry.ticket]?.client == client
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
        // A reason for nothing else is that of the caller's own agreement.
        let agreer = agreedBy ?? (isLate ? nil : Name(Acting.me))
        agreement = agreer.map { Agreement(by: $0, reason: reason) }
        self.late = isLate ? LateMark(reason: reason) : nil
    }
}
