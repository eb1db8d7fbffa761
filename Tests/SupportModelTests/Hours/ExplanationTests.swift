import SupportModel
import SupportTestKit
import Testing

/// `explain` says for any entry which rule covers it, with the figures.
struct ExplanationTests {
    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Shop is down"))
        return desk
    }

    private func lines(
        _ entry: Identifier<TimeEntry>, _ desk: DeskFixture
    ) throws -> [String] {
        try desk.state.explain(entry).lines.map { "\($0.rule) \($0.text)" }
    }

    @Test func aCoveredEntry() throws {
        var desk = try desk()
        try desk.book("5h")
        #expect(
            try lines(1, desk) == [
                "R10 work of 2026-10-05 falls in cycle 1 of contract 1, which is open",
                "R1 5h used from the package; the cycle granted 40h, all its entries use 5h",
                "R9 2026-W41 has used 5h of 20h",
            ])
    }

    @Test func anEntryThatIsPartlyExtra() throws {
        var desk = try desk()
        try desk.book("19h")
        try desk.book("3h", extra: true)
        #expect(
            try lines(2, desk).suffix(3) == [
                "R1 1h used from the package; the cycle granted 40h, all its entries use 20h",
                "R9 2026-W41 has used 20h of 20h",
                "R8 2h beyond the weekly limit, billed at 75.00 EUR an hour",
            ])
    }

    @Test func exceptionsAreNamed() throws {
        var desk = try desk()
        try desk.book("20h")
        try desk.book("1h", agreedBy: "mara")
        try desk.book("1h", ticket: 2)
        try desk.book("1h", service: "development")
        #expect(
            try lines(2, desk).last
                == "R9 2026-W41 has used 22h of 20h; mara lifted the limit: the launch is on Friday"
        )
        #expect(
            try lines(3, desk).last
                == "R9 2026-W41 has used 22h of 20h; Level 1 work passes the limit and still uses the package"
        )
        #expect(
            try lines(4, desk).suffix(2) == [
                "R2 Starter does not include development",
                "R8 1h outside of the package, billed at 75.00 EUR an hour",
            ])
    }

    @Test func aClosedCyclesEntryKeepsItsCover() throws {
        var desk = try desk()
        try desk.advance(to: "2026-10-31T09:00:00Z")
        try desk.book("12h")
        try desk.advance(to: "2026-11-01T09:00:00Z")
        try desk.book("8h")
        #expect(
            try lines(1, desk) == [
                "R10 work of 2026-10-31 falls in cycle 1 of contract 1, "
                    + "closed at the end of 2026-10-31, UTC, and frozen",
                "R1 12h used from the package; the cycle granted 40h, all its entries use 12h",
                "R9 2026-W44 has used 20h of 20h",
            ])
        #expect(try lines(2, desk).last == "R9 2026-W44 has used 20h of 20h")
        try desk.advance(to: "2026-12-01T00:00:00Z")
        #expect(try lines(2, desk).last == "R9 2026-W44 has used 20h of 20h")
    }

    @Test func aClosedCyclesExtraHoursAreBeyondTheWeekAsFarAsBothSidesOfItDraw() throws {
        var desk = try desk()
        // The week of 26 October ends with 1 November, the first day of the second cycle.
        try desk.advance(to: "2026-10-30T09:00:00Z")
        try desk.book("20h", on: "2026-10-12")
        try desk.book("10h", on: "2026-10-19")
        try desk.book("12h")
        try desk.advance(to: "2026-11-01T09:00:00Z")
        #expect(
            try lines(3, desk).last == "R8 2h beyond the package, billed at 75.00 EUR an hour")
        try desk.book("9h59m")
        #expect(
            try lines(3, desk).last == "R8 2h beyond the package, billed at 75.00 EUR an hour")
        try desk.book("1m")
        #expect(
            try lines(3, desk).last
                == "R8 2h beyond the package and the weekly limit, billed at 75.00 EUR an hour")
    }

    @Test func onDemandAndVoided() throws {
        var desk = try desk()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Logo", onDemand: true))
        try desk.book("2h", ticket: 3)
        #expect(
            try lines(1, desk) == [
                "R4 2h billed at 90.00 EUR an hour = 180.00 EUR: no contract pays for the ticket",
                "R10 on the statement of acme for 2026-10, which is open",
            ])
        try desk.perform(VoidTime(entry: 1, reason: "a gift"))
        #expect(
            try lines(1, desk) == [" voided at 2026-10-05T09:00:00.000Z by ann:1000: a gift"])
        #expect(throws: Refusal.unknown(.entry, "9")) { try desk.state.explain(9) }
    }

    @Test func extraWorkSaysWhatItIsBeyond() throws {
        var desk = try desk()
        try desk.book("19h")
        try desk.advance(to: "2026-10-12T09:00:00Z")
        try desk.book("18h")
        try desk.advance(to: "2026-10-19T09:00:00Z")
        try desk.book("2h")
        try desk.advance(to: "2026-10-20T09:00:00Z")
        try desk.book("25h", extra: true)
        #expect(
            try lines(4, desk).last == "R8 24h beyond the package, billed at 75.00 EUR an hour")
        try desk.perform(VoidTime(entry: 1, reason: "booked twice"))
        #expect(
            try lines(4, desk).last
                == "R8 5h beyond the package and 2h beyond the weekly limit, billed at 75.00 EUR an "
                + "hour")
    }

    @Test func lateWorkOfAGroupedMonthDrawsFromThePool() throws {
        var desk = try desk()
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: .number(1), cycles: [0, 1], agreement: agreed))
        try desk.advance(to: "2026-11-05T09:00:00Z")
        try desk.perform(
            AddTime(
                ticket: 1, worked: "3h", date: "2026-10-30",
                late: LateMark(reason: "found in the notes")))
        let draws =
            "R11 3h used from the pool of cycles 1 and 2: 3h that cycle 1 left, 0m of cycle 2; "
            + "mara agreed, the relaunch"
        for now: Instant in ["2026-11-05T09:00:00Z", "2026-12-05T09:00:00Z"] {
            try desk.advance(to: now)
            let lines = try lines(1, desk)
            #expect(
                lines[0].hasPrefix("R10 work of 2026-10-30 falls in cycle 1 of contract 1, closed"))
            #expect(
                lines.dropFirst() == [
                    "R10 booked late, after its cycle had closed: found in the notes", draws,
                    "R9 2026-W44 has used 3h of 20h",
                ])
        }
    }
}
