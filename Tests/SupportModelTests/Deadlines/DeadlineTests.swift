import SupportModel
import SupportTestKit
import Testing

/// Deadlines: what stops them, what a change of level does to them, what is recorded of them.
struct DeadlineTests {
    private static let rules = DeadlineRules(
        calendars: [BusinessCalendar(name: "office", zone: "UTC")],
        targets: Level.allCases.map {
            ResponseTarget(level: $0, firstResponse: .hours(1), resolution: .hours(4))
        }, warnPercent: 75, zones: TestCalendar())

    /// A desk with a ticket on demand: level 1 counts day and night, level 3 in office hours.
    private func desk(_ level: Level, at now: Instant = "2026-10-05T09:00:00Z") throws
        -> DeskFixture
    {
        var desk = try DeskFixture.starter(at: now, from: "2026-10-01")
        desk.take(Self.rules)
        try desk.perform(
            OpenTicket(client: "acme", level: level, subject: "s", onDemand: true))
        return desk
    }

    private func due(_ kind: DeadlineKind, _ desk: DeskFixture) throws -> Instant? {
        let ticket = try #require(desk.state.newestTicket)
        return try #require(desk.state.deadlines(of: ticket).first { $0.kind == kind }).at
    }

    private func number(_ desk: DeskFixture) throws -> Identifier<Ticket> {
        try #require(desk.state.newestTicket?.number)
    }

    @Test func clocksThatDoNotStopWhileWaitingForTheClient() throws {
        var desk = try desk(.emergency)
        #expect(try due(.resolution, desk) == "2026-10-05T13:00:00Z")
        try desk.perform(WaitForClient(ticket: number(desk)), at: "2026-10-05T10:30:00Z")
        #expect(try due(.resolution, desk) == nil)
        try desk.perform(ResumeTicket(ticket: number(desk)), at: "2026-10-06T10:30:00Z")
        #expect(try due(.resolution, desk) == "2026-10-06T13:00:00Z")
        // Twice is as often as it happens.
        try desk.perform(WaitForClient(ticket: number(desk)), at: "2026-10-06T11:00:00Z")
        try desk.perform(ResumeTicket(ticket: number(desk)), at: "2026-10-06T12:00:00Z")
        #expect(try due(.resolution, desk) == "2026-10-06T14:00:00Z")
    }

    @Test func deadlinesThatForgetPausesWhenTheLevelChanges() throws {
        var desk = try desk(.emergency)
        try desk.perform(WaitForClient(ticket: number(desk)), at: "2026-10-05T10:00:00Z")
        try desk.perform(ResumeTicket(ticket: number(desk)), at: "2026-10-05T16:00:00Z")
        try desk.perform(
            ChangeTicketLevel(ticket: number(desk), level: .highPriority),
            at: "2026-10-05T16:30:00Z")
        // An hour before the pause, one until the office closes, and two on the next day.
        #expect(try due(.resolution, desk) == "2026-10-06T11:00:00Z")
        try desk.perform(
            ChangeTicketLevel(ticket: number(desk), level: .emergency), at: "2026-10-05T16:40:00Z")
        #expect(try due(.resolution, desk) == "2026-10-05T19:00:00Z")
    }

    @Test func escalationsAtNightForRegularTickets() throws {
        var desk = try desk(.highPriority, at: "2026-10-09T16:00:00Z")
        #expect(try due(.response, desk) == "2026-10-09T17:00:00Z")
        #expect(try due(.resolution, desk) == "2026-10-12T12:00:00Z")
        try mark(&desk, until: "2026-10-12T08:59:00Z")
        #expect(marks(desk) == ["response warned", "response missed"])
        try mark(&desk, until: "2026-10-12T12:00:00Z")
        #expect(
            marks(desk) == [
                "response warned", "response missed", "resolution warned", "resolution missed",
            ])
        try mark(&desk, until: "2026-12-12T12:00:00Z")
        #expect(marks(desk).count == 4, "each once")
    }

    @Test func whatIsAnsweredInTimeIsNotRecorded() throws {
        var desk = try desk(.emergency)
        try desk.perform(
            AssignTicket(ticket: number(desk), to: "emil"), at: "2026-10-05T09:20:00Z")
        try desk.perform(ResolveTicket(ticket: number(desk)), at: "2026-10-05T10:00:00Z")
        #expect(desk.state.alarms.first == nil)
        try mark(&desk, until: "2026-10-07T10:00:00Z")
        #expect(marks(desk).isEmpty)
        let outcomes = try #require(desk.state.newestTicket?.outcomes)
        #expect(outcomes.map(\.used) == ["20m", "1h"])
        #expect(outcomes.map(\.missedAt) == [nil, nil])
        // Reopened, the clock goes on where it stood.
        try desk.perform(
            ReopenTicket(ticket: number(desk), reason: "again"), at: "2026-10-08T10:00:00Z")
        #expect(try due(.resolution, desk) == "2026-10-08T13:00:00Z")
        #expect(try desk.state.ticket(number(desk)).outcomes == nil)
    }

    @Test func aCalendarThatChangesRestatesNoResolvedTicket() throws {
        var desk = try desk(.highPriority)
        try desk.perform(ResolveTicket(ticket: number(desk)), at: "2026-10-05T14:00:00Z")
        let before = desk.state.newestTicket?.outcomes
        #expect(before?.map(\.missedAt) == ["2026-10-05T10:00:00Z", "2026-10-05T13:00:00Z"])
        var other = Self.rules
        other.calendars = [
            BusinessCalendar(name: "office", zone: "UTC", holidays: ["2026-10-05"])
        ]
        desk.take(other)
        #expect(desk.state.newestTicket?.outcomes == before)
        // One that is live is counted anew.
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "s", onDemand: true))
        #expect(try due(.response, desk) == "2026-10-06T10:00:00Z")
    }

    @Test func oneRecordMarksNoMoreThanItTakes() throws {
        var desk = try desk(.emergency)
        let most = 500
        for _ in 0..<most {
            try desk.perform(
                OpenTicket(client: "acme", level: .emergency, subject: "s", onDemand: true))
        }
        try desk.advance(to: "2026-10-06T09:00:00Z")
        let counts = try (0..<2).map { _ in
            try desk.perform(MarkDeadlines(), by: .desk).count
        }
        // The response of each, then that of the last and the resolutions of the others.
        #expect(counts == [most, most])
        try desk.recordDeadlines()
        #expect(desk.state.alarms.first == nil)
        #expect(
            desk.records.map { $0.events.count { $0.body is DeadlinePassed } }.filter { $0 > 0 }
                == [most, most, 2])
    }

    @Test func theNearestDeadlineComesFirstAndWhatWaitsHasNoPlace() throws {
        var desk = try desk(.highPriority)
        let first = try number(desk)
        try desk.perform(
            OpenTicket(client: "acme", level: .highPriority, subject: "t", onDemand: true),
            at: "2026-10-05T09:10:00Z")
        let second = try number(desk)
        #expect(order(desk).prefix(2) == [first, second])
        // The first is answered, so that its next deadline is the later one.
        try desk.perform(AssignTicket(ticket: first, to: "emil"), at: "2026-10-05T09:20:00Z")
        #expect(order(desk).prefix(2) == [second, first])
        try desk.perform(WaitForClient(ticket: second), at: "2026-10-05T09:30:00Z")
        #expect(
            !order(desk).contains(second) && desk.state.liveTickets.all.elements.contains(second))
        try desk.perform(ResumeTicket(ticket: second), at: "2026-10-05T09:40:00Z")
        #expect(order(desk).contains(second))
    }

    @Test func levelFirstPutsAnEmergencyOnDemandBeforeRegularWorkOfAPackage() throws {
        var desk = try desk(.emergency)
        let emergency = try number(desk)
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "t"))
        #expect(desk.state.queue(at: desk.now).first?.ticket.number == 1)
        var rules = Self.rules
        rules.levelFirst = true
        desk.take(rules)
        #expect(desk.state.queue(at: desk.now).first?.ticket.number == emergency)
    }

    @Test func workOnDemandAgesAmongThatOfPackagesOfItsLevel() throws {
        var desk = try desk(.regular)
        let aged = try number(desk)
        var rules = Self.rules
        rules.targets = []
        desk.take(rules)
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "t", onDemand: false))
        try desk.perform(OpenTicket(client: "acme", level: .highPriority, subject: "u"))
        let (regular, severe) = (try #require(Identifier<Ticket>(3)), try number(desk))
        #expect(order(desk) == [severe, regular, aged])
        rules.ageingMilliseconds = 10 * 86_400_000
        desk.take(rules)
        // Four days with the client do not count.
        try desk.perform(WaitForClient(ticket: aged), at: "2026-10-06T09:00:00Z")
        #expect(desk.state.nextAgeing == nil)
        try desk.perform(ResumeTicket(ticket: aged), at: "2026-10-10T09:00:00Z")
        #expect(desk.state.nextAgeing == "2026-10-19T09:00:00Z")
        try desk.advance(to: "2026-10-19T08:59:59Z")
        try desk.recordDeadlines()
        #expect(order(desk) == [severe, regular, aged])
        try desk.advance(to: "2026-10-19T09:00:00Z")
        let before = desk.records.count
        try desk.recordDeadlines()
        #expect(desk.records.count == before, "nothing is recorded of it")
        // The longest wait first, and never before a more severe level.
        #expect(order(desk) == [severe, aged, regular])
        #expect(desk.state.nextAgeing == nil)
        let reasons = desk.state.queue(at: desk.now).map(\.reason)
        #expect(reasons.contains("on demand (aged), level 4, waiting 14 d"), "\(reasons)")
        // Off again, it waits for all packages.
        rules.ageingMilliseconds = nil
        desk.take(rules)
        #expect(order(desk) == [severe, regular, aged])
    }

    @Test func ofTwoWhoTakeEachGetsAnother() throws {
        var desk = try desk(.emergency)
        let emil = Acting(staff: "emil", capacity: .owner, permissions: Permission.all)
        let mara = Acting(staff: "mara", capacity: .owner, permissions: Permission.all)
        try desk.perform(TakeTicket(level: .emergency), acting: emil)
        #expect(try desk.state.ticket(number(desk)).assignee == "emil")
        #expect(throws: Refusal.nothingToTake) {
            try desk.perform(TakeTicket(level: .emergency), acting: mara)
        }
        #expect(throws: Refusal.callerIsNobody(.assignee)) { try desk.perform(TakeTicket()) }
    }

    private func order(_ desk: DeskFixture) -> [Identifier<Ticket>] {
        // The first ticket is the fixture's own.
        desk.state.queue(at: desk.now).map(\.ticket.number).filter { $0 != 1 }
    }

    /// Records what is due of deadlines until an instant, as the ledger does.
    private func mark(_ desk: inout DeskFixture, until end: Instant) throws {
        while let alarm = desk.state.alarms.first, alarm.at <= end {
            let events = try desk.perform(MarkDeadlines(), at: alarm.at, by: .desk)
            try #require(!events.isEmpty)
        }
    }

    private func marks(_ desk: DeskFixture) -> [String] {
        (desk.state.newestTicket?.clock?.marks ?? []).map { "\($0.kind) \($0.stage)" }
    }
}
