import SupportModel
import SupportTestKit
import Testing

/// Notices of a cycle's hours: when time alone makes one due, and that each is recorded once.
struct NoticeTests {
    private func notices(_ events: [Event]) -> [HourNotice] {
        events.compactMap { ($0.body as? HoursNotified)?.notice }
    }

    private func times(
        _ desk: DeskFixture, after last: Instant, until end: Instant
    ) throws -> [Instant] {
        let contract = try #require(desk.state.contracts[1])
        let zone = try #require(desk.calendar.zone(named: contract.zone))
        return contract.noticeTimes(after: last, until: end, in: zone)
    }

    @Test("50, 80 and 100 percent are recorded with the booking that reaches them, each once")
    func shares() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        #expect(notices(try desk.perform(AddTime(ticket: 1, worked: "19h59m"))).isEmpty)
        #expect(notices(try desk.perform(AddTime(ticket: 1, worked: "1m"))) == [.half])
        try desk.advance(to: "2026-10-12T09:00:00Z")
        #expect(notices(try desk.perform(AddTime(ticket: 1, worked: "1h"))).isEmpty)
        #expect(notices(try desk.perform(AddTime(ticket: 1, worked: "19h"))) == [.all])
        #expect(desk.state.contracts[1]?.account.told == [.half, .most, .all])
        #expect(notices(try desk.perform(AddTime(ticket: 1, worked: "1h", extra: true))).isEmpty)
    }

    @Test("the Mondays of a cycle; one on which it ends is no longer its own")
    func mondays() throws {
        // From Thursday 2026-10-01 to Sunday 2026-11-01 and from there on.
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", zone: "Europe/Berlin")
        #expect(
            try times(desk, after: "2026-10-05T09:00:00Z", until: "2027-01-01T00:00:00Z") == [
                "2026-10-11T22:00:00Z", "2026-10-18T22:00:00Z", "2026-10-25T23:00:00Z",
            ])
        #expect(
            try times(desk, after: "2026-10-11T21:59:59Z", until: "2026-10-11T22:00:00Z")
                == ["2026-10-11T22:00:00Z"])
        #expect(try times(desk, after: "2026-10-11T22:00:00Z", until: "2026-10-18T21:59:59Z") == [])
        desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-09-02")
        try desk.perform(
            TerminateContract(contract: .number(1), lastDay: "2026-10-25", reason: "it closes"))
        #expect(
            try times(desk, after: "2026-10-12T00:00:00Z", until: "2027-01-01T00:00:00Z")
                == ["2026-10-19T00:00:00Z"], "it ends as Monday 2026-10-26 begins")
    }

    @Test("the Monday on which a cycle begins is its own")
    func theFirstMonday() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-05")
        #expect(
            try times(desk, after: "2026-10-01T00:00:00Z", until: "2026-10-12T00:00:00Z")
                == ["2026-10-05T00:00:00Z", "2026-10-12T00:00:00Z"])
    }

    @Test("while the clock is in doubt nothing is recorded, and afterwards it is")
    func doubt() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2026-10-26T00:00:00Z")
        let doubt = ClockDoubt(
            cause: .setForward, since: "2026-10-05T09:00:00Z", jumpedTo: "2026-10-26T00:00:00Z")
        try desk.perform(DoubtClock(doubt), by: .desk)
        #expect(try desk.perform(NotifyHours(contract: 1), by: .desk).isEmpty)
        try desk.perform(TrustClock(.confirmed))
        #expect(notices(try desk.perform(NotifyHours(contract: 1), by: .desk)) == [.unusable])
    }

    @Test(
        "hours become unusable as weeks pass: recorded on the Monday that makes it so, once a cycle"
    )
    func unusable() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        // The weeks of 19 and 26 October still let 40 hours through, that of the 26th only 20.
        try desk.advance(to: "2026-10-26T00:00:00Z")
        let early = NotifyHours(contract: 1, at: "2026-10-19T00:00:00Z")
        #expect(try desk.perform(early, by: .desk).isEmpty)
        let due = NotifyHours(contract: 1, at: "2026-10-26T00:00:00Z")
        let events = try desk.perform(due, by: .desk)
        let notice = try #require(events.first?.body as? HoursNotified)
        #expect(notice.notice == .unusable)
        #expect(notice.available == "40h")
        #expect(notice.usable == "20h")
        #expect(notice.at == "2026-10-26T00:00:00Z")
        #expect(
            notice.summary
                == "contract 1: of 40h left, only 20h can be used before they expire")
        #expect(try desk.perform(due, by: .desk).isEmpty)
        #expect(try times(desk, after: "2026-10-01T00:00:00Z", until: desk.now).isEmpty)
        try desk.advance(to: "2026-11-30T00:00:00Z")
        #expect(notices(try desk.perform(NotifyHours(contract: 1), by: .desk)) == [.unusable])
    }

    @Test("nothing is recorded for a moment outside of the cycle, to come, or while it rests")
    func elsewhere() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2026-10-31T09:00:00Z")
        for moment: Instant in ["2026-09-28T00:00:00Z", "2026-11-01T00:00:00Z"] {
            let events = try desk.state.decide(
                NotifyHours(contract: 1, at: moment), in: desk.context(by: .desk)
            ).events
            #expect(events.count == (moment > desk.now ? 1 : 0), "a moment to come is now")
        }
        try desk.perform(SuspendContract(contract: .number(1), reason: "no shop"))
        #expect(try desk.perform(NotifyHours(contract: 1), by: .desk).isEmpty)
        #expect(try times(desk, after: "2026-10-01T00:00:00Z", until: desk.now).isEmpty)
    }

    @Test("a group's hours can be used until its end, so nothing is lost in its first cycle")
    func groups() throws {
        var desk = try DeskFixture.starter(at: "2026-10-26T09:00:00Z", from: "2026-10-01")
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
        #expect(try desk.perform(NotifyHours(contract: 1), by: .desk).isEmpty)
    }

    @Test(
        "a Monday begins with its first instant, also where a clock change skips its midnight",
        arguments: [
            ("UTC", "2026-11-22T23:59:59.999Z", "2026-11-23T00:00:00Z"),
            ("UTC", "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z"),
            ("Europe/Berlin", "2026-10-20T00:00:00Z", "2026-10-25T23:00:00Z"),
            ("Asia/Tehran", "2021-03-20T00:00:00Z", "2021-03-21T20:30:00Z"),
            ("Pacific/Kiritimati", "2026-11-25T00:00:00Z", "2026-11-29T10:00:00Z"),
        ] as [(ZoneName, Instant, Instant)])
    func nextMonday(zone: ZoneName, now: Instant, monday: Instant) throws {
        let rules = try #require(TestCalendar().zone(named: zone))
        #expect(rules.nextMonday(after: now) == monday)
    }

    @Test("the next time for a desk is the first Monday of any zone with an open cycle")
    func severalZones() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let calendar = desk.calendar
        #expect(desk.state.nextNoticeTime(after: desk.now, calendar) == "2026-10-12T00:00:00Z")
        try desk.perform(AddClient(client: "kiri", name: "Kiri", zone: "Pacific/Kiritimati"))
        #expect(desk.state.nextNoticeTime(after: desk.now, calendar) == "2026-10-12T00:00:00Z")
        try desk.sign("starter", from: "2026-10-01", months: 1, for: "kiri")
        #expect(desk.state.nextNoticeTime(after: desk.now, calendar) == "2026-10-11T10:00:00Z")
        #expect(State(StateImage(desk.state)).zonesOfCycles == desk.state.zonesOfCycles)
        try desk.advance(to: "2026-11-01T00:00:00Z")
        #expect(
            desk.state.nextNoticeTime(after: desk.now, calendar) == "2026-11-02T00:00:00Z",
            "the contract in Kiritimati has ended")
    }

    @Test("a month whose hours were all drawn ahead has no share that a notice could name")
    func noHours() throws {
        var desk = try DeskFixture.starter(at: "2026-10-26T09:00:00Z", from: "2026-10-01")
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
        try desk.book("80h", agreedBy: "mara")
        try desk.advance(to: "2026-11-02T09:00:00Z")
        #expect(desk.balance()?.left == "0m")
        #expect(desk.state.contracts[1]?.account.told == nil)
        #expect(notices(try desk.perform(NotifyHours(contract: 1), by: .desk)).isEmpty)
    }

    @Test(
        "hours that are lost on the first day are reported on that day, and none of a cycle that is over"
    )
    func endsAtOnce() throws {
        func ended(with lastDay: CivilDate, at now: Instant) throws -> [HourNotice] {
            let desk = try DeskFixture.starter(at: now, from: "2026-10-01")
            let end = TerminateContract(
                contract: .number(1), lastDay: lastDay, reason: "it closes")
            return notices(try desk.state.decide(end, in: desk.context()).events)
        }
        #expect(try ended(with: "2026-10-04", at: "2026-10-01T00:00:00Z") == [.unusable])
        #expect(try ended(with: "2026-10-02", at: "2026-10-02T23:59:59.999Z") == [.unusable])
        #expect(try ended(with: "2026-10-02", at: "2026-10-03T00:00:00Z").isEmpty)
        #expect(try ended(with: "2026-10-02", at: "2026-10-05T00:00:00Z").isEmpty)
    }
}
