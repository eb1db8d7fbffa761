import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Which cycles can be grouped and under which weekly limit (R9, R11).
struct GroupingTests {
    private static let one = ContractReference.number(1)
    private static let agreed = Agreement(by: "mara", reason: "the relaunch")

    private func desk(months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: months)
    }

    private func group(_ cycles: [Int], weeklyLimit: Minutes? = nil) -> GroupHours {
        GroupHours(
            contract: Self.one, cycles: cycles, agreement: Self.agreed, weeklyLimit: weeklyLimit)
    }

    /// Why a group is refused, and the hint.
    private func refused(_ command: some Command, _ desk: DeskFixture) -> String? {
        guard let refused = refusal(command, on: desk), case .grouping = refused else { return nil }
        return "\(refused.why): \(refused.hint)"
    }

    @Test func theLastTwoCyclesAreAGroupAndTheLastAloneIsNone() throws {
        var desk = try desk(months: 3)
        let beyond = "contract 1 ends with 2026-12-31, before cycle 4 would begin: "
        #expect(
            refused(group([2, 3]), desk) == beyond + "renew it first, or group earlier cycles")
        try desk.perform(group([1, 2]))
        #expect(desk.state.contracts[1]?.groups?.map(\.first) == [1])
        // One that was terminated ends earlier.
        var ended = try self.desk()
        try ended.perform(
            TerminateContract(contract: Self.one, lastDay: "2026-12-31", reason: "it closes"))
        #expect(refused(group([2, 3]), ended) == beyond + "group earlier cycles")
        try ended.perform(group([1, 2]))
    }

    @Test(
        "two adjacent cycles are two, and each is named once",
        arguments: [
            [], [0], [0, 0], [0, 2], [0, 1, 1], [0, 0, 1], [0, 1, 2], [-1, 0],
        ])
    func notTwo(cycles: [Int]) throws {
        let desk = try desk()
        #expect(
            refusal(group(cycles), on: desk) == .grouping(.notAdjacent(cycles.sorted())))
    }

    @Test("the pool of two months is what each of them grants, also where a new term grants more")
    func thePoolOfTwoTerms() throws {
        var desk = try desk(months: 2)
        try desk.perform(RenewContract(contract: Self.one, months: 2, package: "standard"))
        for (cycles, pool) in [([0, 1], "80h"), ([1, 2], "120h"), ([2, 3], "160h")]
            as [([Int], Minutes)]
        {
            #expect(
                refusal(group(cycles, weeklyLimit: pool + "1m"), on: desk)
                    == .invalid(.weeklyLimit, .work(.weeklyLimit(pool + "1m", pool: pool))))
            _ = try desk.preview(group(cycles, weeklyLimit: pool))
        }
    }

    @Test func aCycleBelongsToOneGroup() throws {
        var desk = try desk()
        try desk.perform(group([0, 1]))
        try desk.perform(group([2, 3]))
        #expect(
            refused(group([1, 2]), desk)
                == "cycles 1 and 2 are grouped already: a cycle belongs to one group; "
                + "to take that one back: supportc contract ungroup 1 --cycles 1,2")
    }

    @Test func aWeeklyLimitIsFromAMinuteToThePool() throws {
        for (limit, fits) in [
            ("0m" as Minutes, false), ("1m", true), ("80h", true), ("80h1m", false),
        ] {
            var desk = try desk()
            #expect(
                ((try? desk.perform(group([0, 1], weeklyLimit: limit))) != nil) == fits,
                "\(limit)")
        }
    }

    @Test func aWeeklyLimitTakesBackNothingThatIsDrawn() throws {
        var desk = try desk()
        try desk.book("20h")
        guard
            case .groupDrawn(let what, let used, _, let extra) = refusal(
                group([0, 1], weeklyLimit: "19h59m"), on: desk)
        else {
            Issue.record("a covered minute would be extra")
            return
        }
        #expect((what, used, extra) == (.weeklyLimit("19h59m"), "20h", "1m"))
        try desk.perform(group([0, 1], weeklyLimit: "20h"))
    }

    @Test func aLaterGroupGoesWhateverTheFirstHasDrawn() throws {
        var desk = try desk()
        try desk.perform(group([0, 1]))
        try desk.perform(group([2, 3]))
        for day in ["2026-10-05", "2026-10-12", "2026-10-19"] as [CivilDate] {
            try desk.advance(to: try #require(Instant("\(day)T09:00:00Z")))
            try desk.book("20h")
        }
        try desk.perform(UngroupHours(contract: Self.one, cycles: [3, 4]))
        #expect(desk.state.contracts[1]?.groups?.map(\.first) == [0])
    }

    @Test func halfOfAGroupIsHalfOfBothMonths() throws {
        var desk = try desk()
        try desk.perform(group([0, 1]))
        try desk.book("20h")
        try desk.advance(to: "2026-10-12T09:00:00Z")
        try desk.book("19h59m")
        #expect(desk.state.contracts[1]?.account.told == nil)
        try desk.book("1m")
        #expect(desk.state.contracts[1]?.account.told == [.half])
    }

    @Test func theLogNamesBothCycles() throws {
        var desk = try desk()
        let made = try desk.perform(group([1, 2]))
        let taken = try desk.perform(UngroupHours(contract: Self.one))
        #expect(
            (made + taken).map { String($0.body.summary.prefix(35)) } == [
                "contract 1: cycles 2 and 3 grouped,", "contract 1: cycles 2 and 3 no longe",
            ])
    }

    @Test func whatWasDrawnAheadIsReadBackFromASnapshot() throws {
        var desk = try desk()
        try desk.perform(group([0, 1]))
        for day in ["2026-10-05", "2026-10-12", "2026-10-19"] as [CivilDate] {
            try desk.advance(to: try #require(Instant("\(day)T09:00:00Z")))
            try desk.book("20h")
        }
        try desk.advance(to: "2026-11-02T09:00:00Z")
        #expect(desk.closed().flatMap(\.splits).map(\.grouped) == ["0m", "0m", "20h"])
        let text = try LineJSONEncoder.encode(StateImage(desk.state))
        let read = try StrictJSONDecoder.decode(
            StateImage.self, from: try JSONDocument(text).root, unknownMembers: .refused)
        #expect(State(read).contracts[1] == desk.state.contracts[1])
    }
}
