import SupportModel
import SupportTestKit
import Testing

/// "Rounding, if a contract has any, happens once per entry; actual and billed minutes are both
/// kept."
struct RoundingTests {
    @Test(
        arguments: [
            // Steps, worked, billed up, billed nearest.
            (15, "1m", "15m", "15m"), (15, "7m", "15m", "15m"), (15, "15m", "15m", "15m"),
            (15, "16m", "30m", "15m"), (15, "22m", "30m", "15m"), (15, "23m", "30m", "30m"),
            (15, "1h", "1h", "1h"), (10, "25m", "30m", "30m"), (10, "24m", "30m", "20m"),
            (60, "1h29m", "2h", "1h"), (60, "1h30m", "2h", "2h"), (60, "29m", "1h", "1h"),
            (480, "1m", "8h", "8h"), (480, "12h", "16h", "16h"), (480, "11h59m", "16h", "8h"),
            (1, "1m", "1m", "1m"), (1, "44640m", "44640m", "44640m"), (7, "3m", "7m", "7m"),
            (15, "0m", "0m", "0m"),
        ] as [(Int, Minutes, Minutes, Minutes)])
    func anEntryIsBilledInWholeSteps(step: Int, worked: Minutes, up: Minutes, nearest: Minutes) {
        #expect(Rounding(stepMinutes: step, mode: .up).billed(worked) == up)
        #expect(Rounding(stepMinutes: step, mode: .nearest).billed(worked) == nearest)
    }

    @Test(arguments: RoundingMode.allCases)
    func whatIsBilledIsTheNextWholeStepOnOneSide(mode: RoundingMode) {
        for step in [1, 2, 3, 5, 6, 10, 15, 30, 59, 60, 61, 479, 480] {
            let rounding = Rounding(stepMinutes: step, mode: mode)
            for worked in 1...1000 {
                let billed = rounding.billed(Minutes(worked)).count
                #expect(billed % step == 0 && billed >= step && abs(billed - worked) < step)
                #expect(rounding.billed(Minutes(billed)).count == billed, "rounding twice is once")
                if mode == .up { #expect(billed >= worked) }
            }
        }
    }

    @Test(arguments: RoundingMode.allCases)
    func thereIsAnAnswerToEverything(mode: RoundingMode) {
        for step in [Int.min, -1, 0, 1, 480, 481, Int.max] {
            let rounding = Rounding(stepMinutes: step, mode: mode)
            #expect(rounding.billed(Minutes(.max)) >= Minutes(.max - 480))
            #expect(rounding.billed(Minutes(.min)) == Minutes(.min))
            #expect(rounding.billed("0m") == "0m")
        }
        #expect(Rounding(stepMinutes: 0, mode: mode).billed("7m") == "7m")
        #expect(Rounding(stepMinutes: 481, mode: mode).billed("7m") == "8h")
    }

    /// Starter in quarters of an hour, signed and with ticket 1.
    private func desk(_ rounding: Rounding?) throws -> DeskFixture {
        var catalogue = Catalogue.test
        for index in catalogue.packages.indices { catalogue.packages[index].rounding = rounding }
        return try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", catalogue: catalogue)
    }

    @Test func bothMinutesAreKeptAndTheBilledOnesDraw() throws {
        var desk = try desk(Rounding(stepMinutes: 15))
        try desk.book("50m")
        try desk.book("1m")
        let first = try desk.state.entry(1)
        #expect(first.actual == "50m")
        #expect(first.billed == "1h")
        #expect(try desk.split(1) == "1h package, 0m extra")
        #expect(try #require(desk.balance()).used == "1h15m", "each entry is rounded, not the sum")
    }

    @Test func theWeeklyLimitCountsBilledMinutes() throws {
        var desk = try desk(Rounding(stepMinutes: 60))
        try desk.book("19h1m")
        #expect(try #require(desk.balance()).used == "20h")
        let more = refusal(AddTime(ticket: 1, worked: "1m"), on: desk)
        guard case .weeklyLimit = more else {
            Issue.record("a minute was booked into a full week: \(more as Any)")
            return
        }
    }

    @Test("each entry is rounded as its own month's package says, late ones too")
    func theRoundingOfAMonth() throws {
        var catalogue = Catalogue.test
        catalogue.packages[0].rounding = Rounding(stepMinutes: 15)
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z", catalogue: catalogue)
        try desk.sign("standard", from: "2026-10-01", months: 12)
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "Banner"))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter"))
        try desk.book("7m")
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.book("7m")
        try desk.book("7m", on: "2026-10-06", late: true)
        #expect(try [1, 2, 3].map { try desk.state.entry($0).billed } == ["7m", "15m", "7m"])
    }

    @Test func workOnDemandIsNotRounded() throws {
        var desk = try desk(Rounding(stepMinutes: 15))
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.book("50m", ticket: 2)
        #expect(try desk.state.entry(1).billed == "50m")
    }

    @Test func explainMentionsIt() throws {
        var desk = try desk(Rounding(stepMinutes: 15))
        try desk.book("50m")
        try desk.book("45m")
        let line = "50m worked, 1h billed: rounded in steps of 15m"
        #expect(try desk.state.explain(1).lines.map(\.text).contains(line))
        #expect(try !desk.state.explain(2).lines.contains { $0.text.contains("rounded") })
    }
}
