import SupportModel
import SupportTestKit
import Testing

/// What `hours` answers, and what is usable before it expires (R12).
struct BalanceTests {
    @Test func everyFigureCanBeCheckedByHand() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.book("5h", on: "2026-10-01")
        try desk.advance(to: "2026-10-07T12:00:00Z")
        try desk.book("6h30m")
        let balance = try #require(desk.balance())
        #expect(balance.granted == "40h")
        #expect(balance.used == "11h30m")
        #expect(balance.extra == "0m")
        #expect(balance.left == "28h30m")
        #expect(balance.week == "2026-10-05")
        #expect(balance.weekLimit == "20h")
        #expect(balance.weekDrawn == "6h30m")
        #expect(balance.weekRoom == "13h30m")
        #expect(balance.nextWeek == "2026-10-12")
        #expect(balance.usable == "28h30m", "28h30m are left; 13h30m and three weeks would fit")
    }

    @Test func lateInACycleTheWeeksDecideWhatIsUsable() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: "2026-10-28T12:00:00Z")
        try desk.book("3h")
        let balance = try #require(desk.balance())
        // 37 hours are left. The week of 26 October takes 17 more and is the cycle's last.
        #expect(balance.left == "37h")
        #expect(balance.usable == "17h")
    }

    @Test func aDayEarlierTheNextWeekCountsToo() throws {
        var desk = try DeskFixture.starter(at: "2026-10-02T09:00:00Z", from: "2026-10-02")
        // The cycle ends on Monday 2 November; on Sunday 25 October two weeks reach into it.
        try desk.advance(to: "2026-10-25T12:00:00Z")
        #expect(try #require(desk.balance()).usable == "40h")
        try desk.advance(to: "2026-10-26T12:00:00Z")
        #expect(try #require(desk.balance()).usable == "20h")
    }

    @Test func aWeekThatIsSuspendedFromEndToEndLetsNothingThrough() throws {
        var desk = try DeskFixture.starter(at: "2026-10-26T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2026-10-30", until: "2026-11-30", reason: "no shop"))
        // Two days of October are left for 30 November and 1 December: of all weeks only those of
        // 26 October and 30 November are worked in.
        let balance = try #require(desk.balance())
        #expect(balance.cycle.to == "2026-12-02")
        #expect(balance.usable == "40h")
        try desk.book("10h", on: "2026-10-26")
        #expect(try #require(desk.balance()).usable == "30h")
        try desk.perform(AddTime(ticket: 1, worked: "10h", agreement: nil))
        #expect(try #require(desk.balance()).usable == "20h")
        try desk.advance(to: "2026-11-02T09:00:00Z")
        #expect(try #require(desk.balance()).usable == "20h", "it rests; one week is still to come")
    }

    @Test func moreThanTheLimitLeavesNoRoomRatherThanLess() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("26h", agreedBy: "mara")
        let balance = try #require(desk.balance())
        #expect(balance.weekDrawn == "26h")
        #expect(balance.weekRoom == "0m")
        #expect(balance.usable == "14h")
    }

    @Test func aDryRunSaysWhatWouldComeOfItAndChangesNothing() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("18h")
        let before = desk.image
        let command = AddTime(ticket: 1, worked: "4h", extra: true)
        let preview = try desk.preview(command)
        #expect(desk.image == before)
        #expect(try preview.split(2) == "2h package, 2h extra")
        #expect(try #require(preview.balance()).left == "20h")
        try desk.perform(command)
        #expect(desk.image == preview.image)
    }

    @Test("the next week with room is one in which the contract runs on a day")
    func theNextWeek() throws {
        let one = ContractReference.number(1)
        func desk() throws -> DeskFixture {
            try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        }
        var resting = try desk()
        try resting.perform(
            SuspendContract(
                contract: one, from: "2026-10-12", until: "2026-10-19", reason: "no shop"))
        #expect(resting.balance()?.nextWeek == "2026-10-19")
        // A later rest, whose end nobody knows, leaves the weeks before it as they are.
        try resting.perform(
            SuspendContract(contract: one, from: "2026-10-26", reason: "no shop again"))
        #expect(resting.balance()?.nextWeek == "2026-10-19")
        try resting.advance(to: "2026-10-19T09:00:00Z")
        #expect(resting.balance()?.nextWeek == nil)
        for (lastDay, next) in [
            ("2026-10-11", nil), ("2026-10-12", "2026-10-12"),
        ] as [(CivilDate, CivilDate?)] {
            var ending = try desk()
            try ending.perform(
                TerminateContract(contract: one, lastDay: lastDay, reason: "it closes"))
            #expect(ending.balance()?.nextWeek == next, "it ends with \(lastDay)")
        }
    }

    @Test("what saving a group's hours delays is said from the middle of both months on")
    func theMiddleOfAGroup() throws {
        let one = ContractReference.number(1)
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(GroupHours(contract: one, cycles: [0, 1], agreement: agreed))
        try desk.advance(to: "2026-10-31T09:00:00Z")
        #expect(desk.balance()?.saved == nil, "30 of 61 days are over")
        var resting = desk
        try desk.advance(to: "2026-11-01T09:00:00Z")
        // The last day is Monday 30 November, so the last week takes 20 of the 80 hours.
        #expect(desk.balance()?.saved?.week == "2026-11-30")
        #expect(desk.balance()?.saved?.fits == "20h")
        #expect(desk.balance()?.saved?.delayed == "60h")
        try resting.perform(
            SuspendContract(
                contract: one, from: "2026-11-01", until: "2026-12-01", reason: "no shop"))
        try resting.advance(to: "2026-11-10T09:00:00Z")
        #expect(resting.balance()?.saved == nil, "the second month has not begun")
        try resting.advance(to: "2026-12-01T09:00:00Z")
        #expect(resting.balance()?.saved?.week == "2026-12-28")
    }

    @Test("what a group's second month lets through is by its own limit, each week once")
    func theSecondMonthsWeeks() throws {
        let one = ContractReference.number(1)
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 2)
        try desk.perform(RenewContract(contract: one, months: 2, package: "standard"))
        try desk.perform(
            GroupHours(
                contract: one, cycles: [0, 1],
                agreement: Agreement(by: "mara", reason: "the relaunch")))
        try desk.perform(
            TerminateContract(contract: one, lastDay: "2026-11-08", reason: "it closes"))
        for (day, usable) in [
            ("2026-10-19T09:00:00Z", "60h"), ("2026-10-26T09:00:00Z", "40h"),
        ] as [(Instant, Minutes)] {
            try desk.advance(to: day)
            #expect(desk.balance()?.left == "80h")
            #expect(desk.balance()?.usable == usable, "\(day)")
        }
    }

    @Test(
        "what saving the hours delays is said from the middle of the cycle until its last week",
        arguments: [
            // From 1 to 30 November; the week of its last day begins on the 30th itself.
            ("2026-11-15T09:00:00Z", nil), ("2026-11-16T09:00:00Z", "20h"),
            ("2026-11-29T09:00:00Z", "20h"), ("2026-11-30T09:00:00Z", nil),
        ] as [(Instant, Minutes?)])
    func whenSavingIsSaid(now: Instant, delayed: Minutes?) throws {
        var desk = try DeskFixture.starter(at: "2026-11-01T09:00:00Z", from: "2026-11-01")
        try desk.advance(to: now)
        #expect(desk.balance()?.saved?.delayed == delayed)
        guard delayed != nil else { return }
        #expect(desk.balance()?.saved?.until == "2026-12-01")
        // Twenty hours fit into the last week: nothing of them would be delayed.
        for hours in ["10h", "10h"] as [Minutes] { try desk.book(hours, agreedBy: "mara") }
        #expect(desk.balance()?.saved == nil)
    }
}
