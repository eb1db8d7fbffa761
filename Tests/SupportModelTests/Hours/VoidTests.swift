import SupportModel
import SupportTestKit
import Testing

/// Voiding needs a reason, gives the hours back and never deletes.
struct VoidTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2026-10-21T12:00:00Z")
        return desk
    }

    @Test func theHoursReturnAndTheEntryStays() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-06")
        try desk.perform(VoidTime(entry: 1, reason: "booked for the wrong client"))
        let balance = try #require(desk.balance())
        #expect(balance.left == "40h")
        #expect(balance.used == "0m")
        let entry = try #require(desk.state.entries[1])
        #expect(entry.void?.reason == "booked for the wrong client")
        #expect(entry.void?.by == DeskFixture.person)
        #expect(entry.void?.at == desk.now)
        #expect(desk.state.tickets[1]?.entries == [1])
        #expect(
            desk.state.tickets[1]?.remarks.map(\.text)
                == ["20h booked as entry 1", "entry 1 voided: booked for the wrong client"])
        try desk.book("20h", on: "2026-10-06")
        #expect(try desk.split(2) == "20h package, 0m extra")
    }

    @Test func aVoidMayUncoverTheExtraHoursOfAnotherEntry() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-06")
        try desk.book("20h", on: "2026-10-13")
        try desk.book("3h", on: "2026-10-20")
        #expect(try desk.split(3) == "0m package, 3h extra")
        try desk.perform(VoidTime(entry: 1, reason: "not billable"))
        #expect(try desk.split(3) == "3h package, 0m extra")
        #expect(try #require(desk.balance()).left == "17h")
    }

    @Test func aVoidGivesTheWeeksRoomBackToThoseBookedAfter() throws {
        var desk = try desk()
        try desk.book("15h", on: "2026-10-12")
        try desk.book("8h", on: "2026-10-13", extra: true)
        #expect(try desk.split(2) == "5h package, 3h extra")
        try desk.perform(VoidTime(entry: 1, reason: "not billable"))
        #expect(try desk.split(2) == "8h package, 0m extra")
    }

    @Test func itIsDoneOnceAndNeedsAReason() throws {
        var desk = try desk()
        try desk.book("1h")
        for reason in ["", " ", "\t", "two\nlines"] {
            guard
                case .invalid(.reason, .text) = refusal(
                    VoidTime(entry: 1, reason: reason), on: desk)
            else {
                Issue.record("voided for \"\(reason)\"")
                continue
            }
        }
        try desk.perform(VoidTime(entry: 1, reason: "twice"))
        let mark = try #require(desk.state.entries[1]?.void)
        #expect(refusal(VoidTime(entry: 1, reason: "again"), on: desk) == .alreadyVoided(1, mark))
        #expect(refusal(VoidTime(entry: 7, reason: "again"), on: desk) == .unknown(.entry, "7"))
    }

    @Test func aVoidedEntryOfAClosedCycleIsNotInIt() throws {
        var desk = try desk()
        try desk.book("2h")
        try desk.book("5h")
        try desk.perform(VoidTime(entry: 2, reason: "not billable"))
        try desk.advance(to: "2026-11-01T00:00:00Z")
        #expect(desk.closed().map(\.used) == ["2h"])
        #expect(desk.closed().first?.splits.map(\.entry) == [1])
        #expect(try desk.split(2) == nil)
    }

    @Test func onDemandWorkCanBeVoidedToo() throws {
        var desk = try desk()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Logo", onDemand: true))
        try desk.book("2h", ticket: 2)
        #expect(desk.state.entries[1]?.contract == nil)
        #expect(try #require(desk.balance()).used == "0m")
        try desk.perform(VoidTime(entry: 1, reason: "a gift"))
        #expect(desk.state.entries[1]?.isLive == false)
    }

    @Test("a void is a change of the entry, whose version is that of the record")
    func aVoidIsAChange() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("1h")
        let booked = try desk.state.entry(1).version
        try desk.perform(VoidTime(entry: 1, reason: "booked twice"))
        #expect(try desk.state.entry(1).version == desk.state.sequence)
        #expect(desk.state.sequence > booked)
    }
}
