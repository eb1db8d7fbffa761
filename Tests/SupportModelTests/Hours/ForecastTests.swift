import SupportModel
import SupportTestKit
import Testing

/// What becomes of a contract by a day, by the rules that close cycles.
struct ForecastTests {
    private func forecast(
        _ desk: DeskFixture, at day: CivilDate
    ) throws(Refusal) -> Forecast {
        try desk.state.forecast(.number(1), at: day, desk.context())
    }

    /// Whether one of the lines says so.
    private func says(_ forecast: Forecast, _ text: String) -> Bool {
        forecast.lines.contains { $0.text == text }
    }

    @Test("what is left of this cycle expires, the next one begins with its 40 hours")
    func expiry() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("12h")
        let before = desk.image
        let seen = try forecast(desk, at: "2026-11-02")
        #expect(desk.image == before, "a forecast changes nothing")
        #expect(seen.closing.map(\.expired) == ["28h"])
        #expect(seen.closing.map(\.used) == ["12h"])
        #expect(seen.standing == .active)
        #expect(seen.balance?.cycle.index == 1)
        #expect(seen.balance?.left == "40h")
        #expect(says(seen, "cycle 1 ends with 2026-10-31, and 28h expire"))
    }

    @Test("the day on which a cycle ends belongs to the next: it has closed as that day begins")
    func theBoundaryItself() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        #expect(try forecast(desk, at: "2026-10-31").closing.isEmpty)
        #expect(try forecast(desk, at: "2026-11-01").closing.count == 1)
    }

    @Test("today: nothing closes, the balance is that of now")
    func today() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("2h")
        let seen = try forecast(desk, at: "2026-10-05")
        #expect(seen.closing.isEmpty)
        #expect(seen.balance == desk.balance())
    }

    @Test("a day that has passed is refused with the command that shows what was")
    func thePast() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let refusal = #expect(throws: Refusal.self) {
            try desk.state.forecast(.number(1), at: "2026-10-04", desk.context())
        }
        guard case .dateOutside(let date, _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(date == "2026-10-04")
        #expect(refusal?.why == "is before today, 2026-10-05 in UTC")
        #expect(
            refusal?.hint
                == "a forecast is about the future; supportc hours 1 --at 2026-10-04 shows what was"
        )
    }

    @Test("the weeks: the rest of this one, then each Monday up to the day")
    func weeks() throws {
        // 2026-10-26 is a Monday; the cycle ends with the Tuesday after it.
        var desk = try DeskFixture.starter(at: "2026-10-22T09:00:00Z", from: "2026-09-28")
        try desk.book("15h")
        let weeks = try forecast(desk, at: "2026-11-02").weeks
        #expect(weeks.map(\.from) == ["2026-10-22", "2026-10-26", "2026-10-28", "2026-11-02"])
        #expect(weeks.map(\.cycle) == [0, 0, 1, 1])
        #expect(weeks.map(\.drawn) == ["15h", "0m", "0m", "0m"])
        #expect(weeks.map(\.room) == ["5h", "20h", "20h", "20h"])
    }

    @Test("after a boundary that cuts a week the next cycle has the room that hours then has")
    func aCutWeek() throws {
        var desk = try DeskFixture.starter(at: "2026-01-05T09:00:00Z", from: "2026-01-05")
        func cut() throws -> [WeekRoom] {
            try forecast(desk, at: "2026-02-05").weeks.filter { $0.monday == "2026-02-02" }
        }
        #expect(try cut().map(\.room) == ["20h", "20h"])
        #expect(try cut().map(\.from) == ["2026-02-02", "2026-02-05"])
        try desk.book("20h", on: "2026-01-05")
        try desk.advance(to: "2026-01-12T09:00:00Z")
        try desk.book("15h", on: "2026-01-12")
        #expect(try cut().map(\.room) == ["5h", "20h"], "5h are left of cycle 1")
        try desk.advance(to: "2026-02-02T09:00:00Z")
        try desk.book("4h", on: "2026-02-02")
        #expect(try cut().map(\.room) == ["1h", "16h"], "what is drawn counts on both sides")
        let seen = try cut().last
        try desk.advance(to: "2026-02-05T09:00:00Z")
        #expect(desk.balance()?.weekRoom == seen?.room)
        #expect(desk.balance()?.weekDrawn == seen?.drawn)
    }

    @Test("the weeks of a forecast are bounded")
    func weeksAreBounded() throws {
        let desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 120)
        let seen = try forecast(desk, at: "2036-09-30")
        #expect(seen.weeks.count == Limits.forecastWeeksMax)
        #expect(seen.closing.count == 119)
        #expect(
            seen.lines.map(\.text).first == "119 cycles end until then, and 4760h expire with them")
    }

    @Test("the first of two grouped cycles leaves its hours to the second; nothing expires")
    func grouped() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
        try desk.book("10h")
        let seen = try forecast(desk, at: "2026-11-15")
        #expect(seen.closing.map(\.expired) == ["0m"])
        #expect(seen.balance?.grouped == "30h")
        #expect(seen.balance?.left == "70h")
        let texts = seen.lines.map(\.text)
        #expect(
            texts.contains(
                "cycle 1 ends with 2026-10-31; what it leaves, 30h, goes on to cycle 2, grouped "
                    + "with it"))
        #expect(texts.contains("it is grouped with cycle 1: mara agreed, the relaunch"))
        let after = try forecast(desk, at: "2026-12-01")
        #expect(after.closing.map(\.expired) == ["0m", "70h"])
        let closings = after.lines.map(\.text).filter { $0.hasPrefix("cycle 2 ends") }
        #expect(closings == ["cycle 2 ends with 2026-11-30, and 70h expire"])
    }

    @Test("a downgrade that is planned, a renewal by itself, the end of a term")
    func terms() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 2)
        try desk.perform(ChangeContract(contract: .number(1), package: "standard"))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter"))
        #expect(try forecast(desk, at: "2026-11-10").balance?.granted == "40h")
        let ended = try forecast(desk, at: "2026-12-01")
        #expect(ended.standing == .ended)
        #expect(ended.balance == nil)
        #expect(
            ended.lines.last?.text
                == "the term is over with 2026-11-30, and the contract does not renew itself")
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        let renewed = try forecast(desk, at: "2027-03-01")
        #expect(renewed.standing == .active)
        #expect(
            says(
                renewed,
                "the contract renews itself on 2026-12-01 for 2 months, on the terms that the "
                    + "catalogue has today"))
    }

    @Test("three cycles that end have a line each, four have one together")
    func linesOfCycles() throws {
        let desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        #expect(
            try forecast(desk, at: "2027-01-01").lines.prefix(3).map(\.text) == [
                "cycle 1 ends with 2026-10-31, and 40h expire",
                "cycle 2 ends with 2026-11-30, and 40h expire",
                "cycle 3 ends with 2026-12-31, and 40h expire",
            ])
        #expect(
            try forecast(desk, at: "2027-02-01").lines.first?.text
                == "4 cycles end until then, and 160h expire with them")
    }

    @Test("a rest is shown up to the day on which it is over, and then the next one")
    func twoRests() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        func rests() throws -> [String] {
            try forecast(desk, at: "2026-10-30").lines.map(\.text)
                .filter { $0.hasPrefix("suspended") }
        }
        let meanwhile = ": no hours are granted and none expire meanwhile"
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2026-10-08", until: "2026-10-10", reason: "no shop"))
        try desk.advance(to: "2026-10-09T09:00:00Z")
        #expect(try rests() == ["suspended from 2026-10-08 until 2026-10-09" + meanwhile])
        try desk.advance(to: "2026-10-10T09:00:00Z")
        #expect(try rests().isEmpty)
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2026-10-20", until: "2026-10-25", reason: "no shop"))
        #expect(try rests() == ["suspended from 2026-10-20 until 2026-10-24" + meanwhile])
    }

    @Test("a cycle that begins with other terms says which, and in place of which")
    func otherTerms() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        let kept = try forecast(desk, at: "2026-11-10")
        #expect(!kept.lines.map(\.text).contains { $0.hasPrefix("its terms") })
        try desk.perform(ChangeContract(contract: .number(1), package: "standard"))
        try desk.perform(ChangeContract(contract: .number(1), package: "starter"))
        let changed = try forecast(desk, at: "2026-11-10")
        #expect(
            says(
                changed,
                "its terms are not those of today: Starter with 40h a month in place of Standard "
                    + "with 80h"))
    }

    @Test("while it is suspended no cycle closes, however late the day")
    func suspended() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("4h")
        try desk.perform(
            SuspendContract(contract: .number(1), from: "2026-10-12", reason: "no shop"))
        let seen = try forecast(desk, at: "2027-08-01")
        #expect(seen.closing.isEmpty)
        #expect(seen.standing == .suspended)
        #expect(seen.balance?.left == "36h")
        #expect(seen.weeks.map(\.from) == ["2026-10-05"])
        #expect(
            seen.lines.map(\.text).contains(
                "suspended from 2026-10-12 with no end so far: no hours are granted and none "
                    + "expire meanwhile"))
    }

    @Test("the same as what then happens, for every day of a year")
    func agreesWithTheDesk() throws {
        var desk = try DeskFixture.starter(
            at: "2026-01-31T09:00:00Z", from: "2026-01-31", zone: "Europe/Berlin")
        try desk.book("7h")
        let first = desk
        for days in 1...365 {
            let day = CivilDate("2026-01-31").advanced(byDays: days)
            let seen = try forecast(first, at: day)
            let start = try #require(desk.calendar.zone(named: "Europe/Berlin")).startOfDay(day)
            try desk.advance(to: start)
            #expect(seen.closing == desk.closed(), "\(day)")
            #expect(seen.balance == desk.balance(), "\(day)")
        }
    }

    @Test("a day of rest before a cycle has the balance that hours has on it")
    func restBetweenCycles() throws {
        var desk = try DeskFixture.starter(at: "2026-10-22T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            SuspendContract(
                contract: .number(1), from: "2026-11-01", until: "2026-11-15", reason: "no shop"))
        let balance = try forecast(desk, at: "2026-11-05").balance
        try desk.advance(to: "2026-11-05T09:00:00Z")
        #expect(balance == desk.balance())
        #expect(balance?.cycle.from == "2026-11-15")
        #expect(balance?.expires == "2026-12-15")
    }
}
