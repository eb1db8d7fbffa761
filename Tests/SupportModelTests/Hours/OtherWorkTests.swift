import SupportModel
import SupportTestKit
import Testing

/// What a booking or a void does to other entries is told with it (R8).
struct OtherWorkTests {
    private func change(_ number: Identifier<TimeEntry>, _ desk: DeskFixture) throws -> Minutes {
        let contract = try #require(desk.state.contracts[1])
        let entry = try #require(desk.state.entries[number])
        return contract.changeOfOthers(by: entry, Coverage(of: contract))
    }

    @Test func anEarlierDayTakesHoursFromLaterOnesAndItsVoidGivesThemBack() throws {
        var desk = try DeskFixture.starter(at: "2026-10-19T12:00:00Z", from: "2026-10-01")
        try desk.book("20h", on: "2026-10-12")
        try desk.book("20h", on: "2026-10-19")
        #expect(try change(2, desk) == "0m")
        try desk.book("5h", on: "2026-10-05")
        #expect(try desk.split(2) == "15h package, 5h extra")
        #expect(try change(3, desk) == "5h")
        try desk.perform(VoidTime(entry: 3, reason: "booked twice"))
        #expect(try change(3, desk) == Minutes(-300))
        #expect(try desk.split(2) == "20h package, 0m extra")
    }

    @Test func aFrozenCycleIsTouchedByNothing() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T12:00:00Z", from: "2026-10-01")
        try desk.book("20h")
        try desk.advance(to: "2026-11-05T12:00:00Z")
        try desk.perform(VoidTime(entry: 1, reason: "booked twice", late: true))
        #expect(try change(1, desk) == "0m")
    }
}
