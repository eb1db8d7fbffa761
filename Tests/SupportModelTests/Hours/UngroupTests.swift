import SupportModel
import SupportTestKit
import Testing

/// What the end of a group would take back, in figures (R11).
struct UngroupTests {
    private static let one = ContractReference.number(1)
    private static let agreed = Agreement(by: "mara", reason: "the relaunch")

    private func grouped(
        _ cycles: [Int] = [0, 1], weeklyLimit: Minutes? = nil
    ) throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            GroupHours(
                contract: Self.one, cycles: cycles, agreement: Self.agreed,
                weeklyLimit: weeklyLimit))
        return desk
    }

    private func figures(_ desk: DeskFixture) -> String? {
        guard
            case .groupDrawn(.ungrouping, let used, let own, let extra) = refusal(
                UngroupHours(contract: Self.one), on: desk)
        else { return nil }
        return "ungrouping them: \(used) of \(own), \(extra) extra"
    }

    @Test func onlyWhatBecomesExtraIsReported() throws {
        var desk = try grouped(weeklyLimit: "40h")
        // 4h are extra in any case, as development is not included; 30h pass half of 40.
        try desk.book("4h", service: "development")
        try desk.book("30h")
        #expect(figures(desk) == "ungrouping them: 30h of 40h, 10h extra")
        try desk.book("20h", on: "2026-10-05", agreedBy: "mara")
        #expect(figures(desk) == "ungrouping them: 50h of 40h, 10h extra")
    }

    @Test func oneMinuteIsEnough() throws {
        var desk = try grouped(weeklyLimit: "40h")
        try desk.book("20h")
        try desk.perform(UngroupHours(contract: Self.one))
        desk = try grouped(weeklyLimit: "40h")
        try desk.book("20h1m")
        #expect(figures(desk) == "ungrouping them: 20h1m of 40h, 1m extra")
    }

    @Test func oneGroupOfSeveralIsNamed() throws {
        var desk = try grouped()
        try desk.perform(
            GroupHours(contract: Self.one, cycles: [2, 3], agreement: Self.agreed))
        func why(_ command: UngroupHours) -> String? {
            let refused = refusal(command, on: desk)
            guard case .grouping = refused else { return nil }
            return refused?.why
        }
        #expect(why(UngroupHours(contract: Self.one)) == "contract 1 has 2 groups")
        for cycles in [[1, 2], [0], [0, 1, 2], [0, 1, 1], [0, 2], [4, 5]] {
            let command = UngroupHours(contract: Self.one, cycles: cycles.map { $0 + 1 })
            #expect(why(command)?.hasPrefix("there is no group of") == true, "\(cycles)")
        }
        try desk.perform(UngroupHours(contract: Self.one, cycles: [4, 3]))
        #expect(desk.state.contracts[1]?.groups?.map(\.first) == [0])
        try desk.perform(UngroupHours(contract: Self.one))
        #expect(why(UngroupHours(contract: Self.one)) == "contract 1 has no grouped cycles")
    }

    @Test func aGroupThatIsOverNeedsNoEnd() throws {
        var desk = try grouped()
        try desk.advance(to: "2026-11-05T09:00:00Z")
        let shown = refusal(UngroupHours(contract: Self.one), on: desk)
        #expect(shown == .grouping(.shown(first: 0, second: 1)))
        #expect(
            shown?.why
                == "cycle 1 has closed, and R10 leaves its statement as it is, which shows the group"
        )
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(refusal(UngroupHours(contract: Self.one), on: desk) == .grouping(.none(1)))
    }
}
