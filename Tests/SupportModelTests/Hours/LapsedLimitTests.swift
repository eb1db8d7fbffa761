import SupportModel
import SupportTestKit
import Testing

/// An entry that found room in its week keeps it, also where the agreement that gave the room is gone
/// (R9, R11).
struct LapsedLimitTests {
    private static let one = ContractReference.number(1)

    /// November and December as a group whose weeks take 30 hours, on the first Monday of November.
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            GroupHours(
                contract: Self.one, cycles: [1, 2],
                agreement: Agreement(by: "mara", reason: "the relaunch"), weeklyLimit: "30h"))
        try desk.advance(to: "2026-11-02T09:00:00Z")
        return desk
    }

    private func end(_ desk: inout DeskFixture) throws {
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-11-30", reason: "it closes"))
        #expect(desk.state.contracts[1]?.groups == nil)
    }

    @Test("what was booked before the group went keeps its room, what comes after has R9's")
    func theRoomOfEarlierWork() throws {
        var desk = try desk()
        try desk.book("28h")
        try end(&desk)
        #expect(try desk.split(1) == "28h package, 0m extra")
        #expect(throws: Refusal.self) { try desk.book("1m") }
        try desk.book("5h", extra: true)
        #expect(try desk.split(2) == "0m package, 5h extra")
        try desk.advance(to: "2026-11-09T09:00:00Z")
        try desk.book("12h")
        #expect(try desk.split(3) == "12h package, 0m extra")
        try desk.advance(to: "2026-12-01T00:00:00Z")
        #expect(desk.closed().last?.splits.map(\.package) == ["28h", "0m", "12h"])
    }

    @Test("the last entry before the end is one of them, also where others are voided")
    func theLastOfThem() throws {
        var desk = try desk()
        try desk.book("20h")
        try desk.book("10h")
        try end(&desk)
        #expect(try desk.split(2) == "10h package, 0m extra")
        try desk.perform(VoidTime(entry: 1, reason: "booked twice"))
        #expect(try desk.split(2) == "10h package, 0m extra")
        try desk.book("10h")
        #expect(try desk.split(3) == "10h package, 0m extra")
        #expect(throws: Refusal.self) { try desk.book("1m") }
    }

    @Test("a group whose second month still comes stays as it is")
    func anotherGroup() throws {
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        for cycles in [[0, 1], [2, 3]] {
            try desk.perform(
                GroupHours(
                    contract: Self.one, cycles: cycles, agreement: agreed, weeklyLimit: "30h"))
        }
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-12-31", reason: "it closes"))
        #expect(desk.state.contracts[1]?.groups?.map(\.first) == [0])
        #expect(desk.state.contracts[1]?.lapsedLimits?.map(\.cycle) == [2])
        #expect(desk.balance()?.weekLimit == "30h")
        try desk.book("28h")
        try desk.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-10-20", reason: "it closes"))
        #expect(desk.state.contracts[1]?.lapsedLimits?.map(\.cycle) == [2, 0])
        #expect(desk.balance()?.weekLimit == "20h")
        #expect(try desk.split(1) == "28h package, 0m extra")
    }
}
