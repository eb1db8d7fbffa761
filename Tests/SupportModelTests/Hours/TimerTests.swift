import SupportModel
import SupportTestKit
import Testing

/// Timers: what they book when they stop, and what keeps them running.
struct TimerTests {
    private static let ben = Principal.user(uid: 1001, name: "ben")

    /// Acme's Starter from 2026-10-01, at an instant, with a timer on ticket 1.
    private func running(
        from now: Instant, zone: ZoneName = "UTC", start: CivilDate = "2026-10-01",
        extra: ExtraPolicy = .allow
    ) throws(Refusal) -> DeskFixture {
        var desk = try DeskFixture.starter(at: now, from: start, zone: zone, extra: extra)
        try desk.perform(StartTimer(ticket: 1, note: "the footer"))
        return desk
    }

    /// What the entries have: `2026-10-05 90 in cycle 1`.
    private func booked(_ desk: DeskFixture) -> [String] {
        desk.state.entries.values.sorted { $0.number < $1.number }.map { entry in
            let place = entry.cycle.map { " in cycle \($0 + 1)" } ?? " on demand"
            let late = entry.late.map { ", late: \($0.reason)" } ?? ""
            return "\(entry.date) \(entry.actual.count)\(place)\(late)"
        }
    }

    private func refusal(
        _ desk: DeskFixture, _ command: some Command, at instant: Instant
    ) throws -> Refusal {
        var desk = desk
        try desk.advance(to: instant)
        let before = desk.image
        let refusal = #expect(throws: Refusal.self) { try desk.perform(command) }
        #expect(desk.image == before, "a refusal changes nothing: the timer runs on")
        return try #require(refusal)
    }

    @Test("an hour and a half is one entry, with the service and the note of the start")
    func oneDay() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(StartTimer(ticket: 1, service: "design", note: "the footer"))
        #expect(desk.state.allTimers.map(\.ticket) == [1])
        #expect(try desk.state.ticket(1).state == .active)
        let record = desk.records.count
        try desk.perform(StopTimer(), at: "2026-10-05T10:30:00Z")
        #expect(desk.records.count == record + 1, "all in one record")
        #expect(booked(desk) == ["2026-10-05 90 in cycle 1"])
        let entry = try desk.state.entry(1)
        #expect(entry.service == "design")
        #expect(entry.note == "the footer")
        #expect(desk.state.timers.isEmpty)
        #expect(desk.balance()?.used == "1h30m")
    }

    @Test("work that ends in the instant in which it began is a minute")
    func atOnce() throws {
        var desk = try running(from: "2026-10-05T09:00:00Z")
        try desk.perform(StopTimer())
        #expect(booked(desk) == ["2026-10-05 1 in cycle 1"])
    }

    @Test("a note at the end takes the place of the one at the start")
    func note() throws {
        var desk = try running(from: "2026-10-05T09:00:00Z")
        try desk.perform(StopTimer(note: "the header"), at: "2026-10-05T09:01:00Z")
        #expect(try desk.state.entry(1).note == "the header")
    }

    @Test("over midnight: an entry for each day, in the contract's zone")
    func midnight() throws {
        var desk = try running(from: "2026-10-05T21:00:00Z", zone: "Europe/Berlin")
        try desk.advance(to: "2026-10-05T23:15:00Z")
        let made = try desk.state.decide(StopTimer(), in: desk.context()).made
        #expect(made.entries == [1, 2])
        #expect(made.stopped.minutes == "2h15m")
        try desk.perform(StopTimer())
        #expect(booked(desk) == ["2026-10-05 60 in cycle 1", "2026-10-06 75 in cycle 1"])
    }

    @Test("the ticket's history tells of a timer that was discarded, and otherwise of the entry")
    func history() throws {
        var desk = try running(from: "2026-10-05T09:00:00Z")
        try desk.perform(StopTimer(discard: true))
        try desk.perform(StartTimer(ticket: 1))
        try desk.perform(StopTimer(), at: "2026-10-05T10:00:00Z")
        #expect(
            try desk.state.ticket(1).remarks.map(\.text) == [
                "timer started", "timer discarded, nothing booked", "timer started",
                "1h booked as entry 1",
            ])
    }

    @Test("the days of a contract stay those of its zone, also where the client moves to another")
    func movedClient() throws {
        var desk = try running(from: "2026-10-05T21:00:00Z", zone: "Europe/Berlin")
        try desk.perform(ChangeClient(client: "acme", name: nil, zone: "UTC", mails: nil))
        try desk.perform(StopTimer(), at: "2026-10-05T23:15:00Z")
        #expect(booked(desk) == ["2026-10-05 60 in cycle 1", "2026-10-06 75 in cycle 1"])
    }

    @Test("over the end of a week: each side draws from its own week's room")
    func week() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-11T08:00:00Z", from: "2026-10-01", extra: .refuse)
        try desk.book("19h")
        try desk.advance(to: "2026-10-11T23:00:00Z")
        try desk.perform(StartTimer(ticket: 1))
        try desk.perform(StopTimer(), at: "2026-10-12T03:00:00Z")
        #expect(
            booked(desk).dropFirst() == ["2026-10-11 60 in cycle 1", "2026-10-12 180 in cycle 1"])
        #expect(desk.balance()?.weekDrawn == "3h")
        #expect(desk.balance()?.extra == "0m")
    }

    @Test("over the end of a cycle: what lies in the closed one is late, by itself, and settled")
    func cycle() throws {
        var desk = try running(from: "2026-10-31T22:30:00Z")
        try desk.perform(StopTimer(), at: "2026-11-01T01:00:00Z")
        #expect(
            booked(desk) == [
                "2026-10-31 90 in cycle 1, late: the timer ran over the end of cycle 1",
                "2026-11-01 60 in cycle 2",
            ])
        #expect(desk.balance()?.used == "1h")
        let contract = try #require(desk.state.contracts[1])
        let coverage = Coverage(of: contract)
        #expect(coverage.late.map(\.package) == ["1h30m"])
        #expect(contract.expiredLeft(ofCycle: 0, coverage) == "38h30m")
        #expect(contract.adjustments(coverage).map(\.entry) == [1])
    }

    @Test("a reason of one's own for the late part; --late without such a part is refused")
    func lateReason() throws {
        var desk = try running(from: "2026-10-31T22:30:00Z")
        let late = LateMark(reason: "a night shift")
        try desk.perform(StopTimer(late: late), at: "2026-11-01T01:00:00Z")
        #expect(try desk.state.entry(1).late == late)
        #expect(try desk.state.entry(2).late == nil)
        let other = try running(from: "2026-10-05T09:00:00Z")
        guard
            case .lateness(let date, .timer) = try refusal(
                other, StopTimer(late: late), at: "2026-10-05T10:00:00Z")
        else {
            Issue.record("it is refused for another reason")
            return
        }
        #expect(date == "2026-10-05")
    }

    @Test("in a group the first cycle's part is late, and draws from the pool")
    func group() throws {
        var desk = try DeskFixture.starter(at: "2026-10-31T22:00:00Z", from: "2026-10-01")
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
        try desk.perform(StartTimer(ticket: 1))
        try desk.perform(StopTimer(), at: "2026-11-01T01:00:00Z")
        #expect(desk.balance()?.used == "1h")
        #expect(desk.balance()?.left == "77h")
        #expect(desk.state.contracts[1]?.account.late?.map(\.cycle) == [0])
    }

    @Test("on demand the client's zone cuts the days")
    func onDemand() throws {
        var desk = try DeskFixture.staffed(at: "2026-10-05T14:30:00Z", zone: "Asia/Tokyo")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.perform(StartTimer(ticket: 1))
        try desk.perform(StopTimer(), at: "2026-10-05T15:20:00Z")
        #expect(booked(desk) == ["2026-10-05 30 on demand", "2026-10-06 20 on demand"])
    }

    @Test("notices that become due by it are recorded once, in the same record")
    func notices() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T20:00:00Z", from: "2026-10-01")
        try desk.book("19h")
        try desk.perform(StartTimer(ticket: 1))
        let events = try desk.perform(StopTimer(extra: true), at: "2026-10-06T02:00:00Z")
        #expect(
            events.map { type(of: $0.body).type } == [
                "timer.stopped", "time.added", "hours.told", "time.added",
            ])
    }

    @Test("each user has a timer; a second start is refused and says where the first one runs")
    func oneForEach() throws {
        var desk = try running(from: "2026-10-05T09:00:00Z")
        try desk.perform(StartTimer(ticket: 1), at: "2026-10-05T09:10:00Z", by: Self.ben)
        #expect(desk.state.allTimers.map(\.by) == [DeskFixture.person, Self.ben])
        let refused = try refusal(desk, StartTimer(ticket: 1), at: "2026-10-05T09:20:00Z")
        #expect(refused == .timer(.running(1, since: "2026-10-05T09:00:00Z")))
        #expect(refused.why == "your timer runs on ticket 1 since 2026-10-05T09:00:00.000Z")
        #expect(
            refused.hint
                == "supportc time stop books it, supportc time stop --discard forgets it")
        try desk.perform(StopTimer(), at: "2026-10-05T09:30:00Z", by: Self.ben)
        #expect(booked(desk) == ["2026-10-05 20 in cycle 1"])
        #expect(desk.state.allTimers.map(\.by) == [DeskFixture.person])
        let image = StateImage(desk.state)
        #expect(State(image).timers == desk.state.timers, "a snapshot keeps it")
    }

    @Test("a stop without a timer is refused; a discard forgets it and books nothing")
    func discard() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let refused = try refusal(desk, StopTimer(), at: desk.now)
        #expect(refused == .timer(.none))
        #expect(refused.why == "no timer of yours is running")
        #expect(refused.hint == "supportc time start TICKET starts one")
        try desk.perform(StartTimer(ticket: 1))
        let agreed = Agreement(by: "mara", reason: "the launch is on Friday")
        for stop in [
            StopTimer(note: "x", discard: true), StopTimer(extra: true, discard: true),
            StopTimer(agreement: agreed, discard: true),
            StopTimer(late: LateMark(reason: "found in the notes"), discard: true),
        ] {
            _ = try refusal(desk, stop, at: desk.now)
        }
        try desk.perform(StopTimer(discard: true), at: "2027-01-05T09:00:00Z")
        #expect(desk.state.timers.isEmpty)
        #expect(desk.state.entries.isEmpty)
    }

    @Test("where it could not be booked it is not started", arguments: [1, 2, 3, 4, 5])
    func notStarted(number: Int) throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        var start = StartTimer(ticket: 1)
        switch number {
        case 1: start.ticket = 9
        case 2: start.service = "gardening"
        case 3:
            try desk.perform(ResolveTicket(ticket: 1))
            try desk.perform(CloseTicket(ticket: 1))
        case 4: start.note = String(repeating: "x", count: Limits.bodyCharactersMax + 1)
        default: try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        }
        let before = desk.image
        #expect(throws: Refusal.self) { try desk.perform(start) }
        #expect(desk.image == before)
    }

    @Test("24 hours are booked, a minute more is refused with the hint; so are weeks")
    func longest() throws {
        var desk = try running(from: "2026-10-05T09:00:00Z")
        let refused = try refusal(desk, StopTimer(extra: true), at: "2026-10-06T09:00:30Z")
        #expect(
            refused.message
                == "the timer runs since 2026-10-05T09:00:00.000Z, 24h1m: nobody works longer than "
                + "24h in one piece")
        #expect(
            refused.hint
                == "supportc time stop --discard, then supportc time add 1 with what was worked")
        _ = try refusal(desk, StopTimer(extra: true), at: "2026-12-24T09:00:00Z")
        try desk.perform(StopTimer(extra: true), at: "2026-10-06T09:00:29Z")
        #expect(booked(desk) == ["2026-10-05 900 in cycle 1", "2026-10-06 540 in cycle 1"])
    }

    @Test("a clock that was set back while it runs: refused, and nothing is booked")
    func clockSetBack() throws {
        let desk = try running(from: "2026-10-05T09:00:00Z")
        let refused = try refusal(desk, StopTimer(), at: "2026-10-05T08:59:59.999Z")
        #expect(
            refused.message
                == "the clock was set back: it shows 2026-10-05T08:59:59.999Z, and the timer was "
                + "started at 2026-10-05T09:00:00.000Z")
        #expect(
            refused.hint
                == "wait until the clock is right again, or supportc time stop --discard, then "
                + "supportc time add 1 with what was worked")
    }

    @Test("what a rule refuses is refused as a whole: no day of it is booked")
    func asAWhole() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-12T08:00:00Z", from: "2026-10-01", extra: .refuse)
        try desk.book("20h", on: "2026-10-09")
        try desk.advance(to: "2026-10-18T22:00:00Z")
        try desk.book("18h", on: "2026-10-13")
        // 2h of the package are left: enough for Sunday's two hours, not for Monday's one.
        try desk.perform(StartTimer(ticket: 1))
        guard
            case .extraRefused = try refusal(desk, StopTimer(), at: "2026-10-19T01:00:00Z")
        else {
            Issue.record("it is refused for another reason")
            return
        }
    }

    @Test("a ticket, a client or a contract that has gone meanwhile: refused until it is discarded")
    func goneMeanwhile() throws {
        let first = try running(from: "2026-10-05T09:00:00Z")
        var desk = first
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(CloseTicket(ticket: 1))
        guard case .ticketState = try refusal(desk, StopTimer(), at: "2026-10-05T10:00:00Z") else {
            Issue.record("a closed ticket")
            return
        }
        try desk.perform(StopTimer(discard: true))
        desk = first
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-05", reason: "it closes"))
        guard
            case .contractNotActive = try refusal(desk, StopTimer(), at: "2026-10-06T00:30:00Z")
        else {
            Issue.record("a contract that ended")
            return
        }
        desk = first
        try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        guard case .dateOutside = try refusal(desk, StopTimer(), at: "2026-10-05T10:00:00Z") else {
            Issue.record("a contract that rests")
            return
        }
        try desk.perform(ResumeContract(contract: .number(1)))
        try desk.perform(StopTimer(), at: "2026-10-05T10:00:00Z")
        #expect(booked(desk) == ["2026-10-05 60 in cycle 1"])
    }

    @Test("only an account manager lifts the limit for a timer, too")
    func agreement() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T08:00:00Z", from: "2026-10-01")
        try desk.book("20h")
        try desk.perform(StartTimer(ticket: 1))
        let emil = Agreement(by: "emil", reason: "the launch")
        #expect(
            try refusal(desk, StopTimer(agreement: emil), at: "2026-10-05T09:00:00Z")
                == .notAManager("emil", .engineer))
        guard case .weeklyLimit = try refusal(desk, StopTimer(), at: "2026-10-05T09:00:00Z") else {
            Issue.record("the week is full")
            return
        }
        let mara = Agreement(by: "mara", reason: "the launch")
        try desk.perform(StopTimer(agreement: mara), at: "2026-10-05T09:00:00Z")
        #expect(desk.balance()?.used == "21h")
    }
}
