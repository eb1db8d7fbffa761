import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// A clock set forward by a year: nothing expires before an operator confirms it (R10).
struct ClockDoubtTests {
    private static let since: Instant = "2026-10-05T09:00:00Z"
    private static let ahead: Instant = "2027-10-05T09:00:00Z"
    private static let doubt = ClockDoubt(cause: .setForward, since: since, jumpedTo: ahead)

    /// Contract 1 from 1 October with 1h30m booked, and a clock that has just gone a year ahead.
    private func doubtful() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: Self.since, from: "2026-10-01")
        try desk.book("1h30m")
        try desk.perform(DoubtClock(Self.doubt), by: .desk)
        try desk.advance(to: Self.ahead)
        return desk
    }

    @Test func nothingClosesHoweverOftenTheDeskTries() throws {
        let desk = try doubtful()
        for index in 0..<12 {
            let close = CloseCycle(contract: 1, index: index)
            #expect(try desk.state.decide(close, in: desk.context(by: .desk)).events.isEmpty)
        }
        #expect(desk.closed().isEmpty)
        #expect(desk.state.contracts[1]?.account.open?.index == 0)
    }

    @Test func aConfirmationClosesAllInOrderWithTheirBoundariesTimes() throws {
        var desk = try doubtful()
        let before = desk.records.count
        try desk.perform(TrustClock(.confirmed))
        #expect(desk.state.clockDoubt == nil)
        #expect(desk.closed().map(\.cycle.index) == Array(0..<12))
        #expect(desk.closed().allSatisfy { $0.closedAt == $0.cycle.end })
        #expect(desk.closed().map(\.expired) == ["38h30m"] + Array(repeating: "40h", count: 11))
        #expect(desk.records.count == before + 13, "the confirmation and each cycle once")
        try desk.advance(to: "2027-10-06T09:00:00Z")
        #expect(desk.closed().count == 12)
    }

    @Test func aClockThatIsSetBackHasExpiredNothing() throws {
        var desk = try doubtful()
        // Before the first cycle's end by a millisecond, then at it.
        try desk.perform(TrustClock(.setBack), at: "2026-10-31T23:59:59.999Z", by: .desk)
        #expect(desk.closed().isEmpty)
        try desk.book("2h")
        #expect(desk.balance()?.left == "36h30m")
        try desk.advance(to: "2026-11-01T00:00:00Z")
        #expect(desk.closed().map(\.expired) == ["36h30m"])
    }

    @Test func noDayIsTakenFromADoubtedClock() throws {
        var desk = try doubtful()
        try desk.perform(
            OpenTicket(client: "acme", level: .emergency, subject: "Shop is down", onDemand: true))
        let refused = Refusal.clockInDoubt(Self.doubt, now: Self.ahead)
        let commands: [any Command] = [
            AddTime(ticket: 1, worked: "1h"), AddTime(ticket: 1, worked: "1h", date: "2026-10-05"),
            AddTime(ticket: 2, worked: "1h"), VoidTime(entry: 1, reason: "by mistake"),
        ]
        for command in commands { #expect(refusal(command, on: desk) == refused, "\(command)") }
        // What is wrong without the clock is reported first.
        #expect(
            refusal(AddTime(ticket: 9, worked: "1h"), on: desk) == .unknown(.ticket, "9"))
    }

    @Test func ticketsAreOpenedAndTakenUpAsOnTheLastDayThatWasBelieved() throws {
        var desk = try DeskFixture.starter(at: Self.since, from: "2026-10-01")
        try desk.sign("starter", from: "2027-01-01", months: 12)
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(DoubtClock(Self.doubt), by: .desk)
        try desk.advance(to: Self.ahead)
        // Contract 2 has not begun: the client has one that is active, and not two.
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Shop is down"))
        #expect(desk.state.tickets[2]?.contract == 1)
        #expect(
            refusal(
                OpenTicket(client: "acme", level: .regular, subject: "New page", contract: 2),
                on: desk)
                == .contractNotActive(
                    2, .pending, start: "2027-01-01", end: "2028-01-01", use: .newTicket))
        // A year after its resolution by the doubted clock; on the same day by the believed one.
        try desk.perform(ReopenTicket(ticket: 1, reason: "it came back"))
        #expect(desk.state.believed(Self.ahead) == Self.since)
        #expect(desk.state.believed("2026-10-04T00:00:00Z") == "2026-10-04T00:00:00Z")
    }

    @Test func theAnswersOfTheDayAreNotForgottenByADoubtedClock() throws {
        var state = try doubtful().state
        let sequence = state.sequence
        for (number, at) in [(1 as UInt64, Self.since), (2, Self.ahead)] {
            let answer = StoredAnswer(key: "1000/\(number)", digest: "d", reply: "{}")
            state.apply(
                Record(
                    stamp: Stamp(sequence: sequence + number, at: at, by: .desk), events: [],
                    answer: answer))
        }
        #expect(state.answers.answer("1000/1") != nil)
        #expect(state.answers.answer("1000/2") != nil)
    }

    @Test func aSecondDoubtKeepsTheFirstOnesFigures() throws {
        var desk = try doubtful()
        let later = ClockDoubt(
            cause: .longGap, since: Self.ahead, jumpedTo: "2030-01-01T00:00:00Z")
        #expect(try desk.perform(DoubtClock(later), by: .desk).isEmpty)
        #expect(desk.state.clockDoubt == Self.doubt)
        #expect(Self.doubt.days == 365)
        #expect(ClockDoubt(cause: .longGap, since: Self.ahead, jumpedTo: Self.since).days == 0)
    }

    @Test func withoutADoubtThereIsNothingToConfirm() throws {
        var desk = try DeskFixture.starter(at: Self.since, from: "2026-10-01")
        #expect(
            refusal(TrustClock(.confirmed), on: desk) == .clockNotInDoubt(now: Self.since))
        for ground in [TrustClock.Ground.setBack, .believed] {
            #expect(try desk.perform(TrustClock(ground), by: .desk).isEmpty)
        }
        #expect(try desk.perform(DoubtClock(Self.doubt), by: .desk).count == 1)
        #expect(
            refusal(TrustClock(.confirmed), on: desk, ifVersion: 3)
                == .invalid(.version, .noVersion))
    }

    @Test func whatIsDueIsSaidBeforeAndTheDeskStaysAsItIs() throws {
        var desk = try doubtful()
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        try desk.sign("standard", from: "2027-08-01", months: 12, for: "boot")
        let image = desk.image
        let due = DueCycles(desk.state, desk.context(by: .desk))
        #expect(desk.image == image)
        #expect(due.shares.map(\.contract) == [1, 2])
        #expect(due.shares.map(\.client.text) == ["acme", "boot"])
        #expect(due.shares.map(\.closed) == [12, 2])
        try desk.perform(TrustClock(.confirmed))
        #expect(due.cycles == desk.closed(1).count + desk.closed(2).count)
        #expect(
            due.expired
                == (desk.closed(1) + desk.closed(2)).map(\.expired).reduce(.zero, +))
        #expect(DueCycles(desk.state, desk.context(by: .desk)).shares.isEmpty)
    }

    @Test("a contract whose zone is not known any more keeps nothing of the others from being said")
    func whatIsDueBesideAZoneThatIsGone() throws {
        var desk = try doubtful()
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd", zone: "Asia/Tokyo"))
        try desk.sign("standard", from: "2027-08-01", months: 12, for: "boot")
        #expect(DueCycles(desk.state, desk.context(by: .desk)).shares.map(\.contract) == [1, 2])
        desk.calendar = UTCAlone()
        let due = DueCycles(desk.state, desk.context(by: .desk))
        #expect(due.shares.map(\.contract) == [1])
        #expect(due.cycles == 12)
    }

    @Test func theDoubtOutlastsAReplayAndASnapshot() throws {
        let desk = try doubtful()
        var replayed = State()
        for record in desk.records { replayed.apply(record) }
        #expect(replayed.clockDoubt == Self.doubt)
        let document = try JSONDocument(text: desk.image)
        let read = try StrictJSONDecoder.decode(
            StateImage.self, from: document.root, unknownMembers: .refused)
        #expect(State(read).clockDoubt == Self.doubt)
        #expect(DeskFixture.image(of: State(read)) == desk.image)
        // An image of an earlier release has no such member.
        let trusted = try DeskFixture.starter(at: Self.since, from: "2026-10-01")
        #expect(!trusted.image.contains("clock_doubt"))
    }
}

/// Zone data that knows UTC and nothing else.
private struct UTCAlone: CivilCalendar {
    func zone(named name: ZoneName) -> (any CivilZone)? {
        name == "UTC" ? TestCalendar().zone(named: name) : nil
    }
}
