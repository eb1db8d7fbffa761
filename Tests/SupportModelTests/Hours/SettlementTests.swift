import SupportModel
import SupportTestKit
import Testing

/// R10: late work is settled against the hours that expired with its own cycle, and holds the limit of
/// its own week, also where that work is on several statements.
struct SettlementTests {
    /// Contract 1 from Thursday 2026-10-01, at an instant.
    private func desk(at now: Instant) throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.advance(to: now)
        return desk
    }

    private func left(_ cycle: Int, _ desk: DeskFixture) -> Minutes? {
        desk.state.contracts[1]?.account.expiredLeft(ofCycle: cycle)
    }

    @Test("two late entries of one week count together once their statement has closed")
    func oneWeek() throws {
        var desk = try desk(at: "2026-11-05T09:00:00Z")
        try desk.book("9h", on: "2026-10-05", late: true)
        try desk.book("10h", on: "2026-10-06", late: true)
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(left(0, desk) == "21h")
        #expect(throws: Refusal.self) { try desk.book("61m", on: "2026-10-07", late: true) }
        try desk.book("1h", on: "2026-10-07", late: true)
        try desk.book("20h", on: "2026-10-12", late: true)
        try desk.book("1h", on: "2026-10-19", late: true)
        #expect(try desk.split(4) == "20h package, 0m extra")
        #expect(try desk.split(5) == "0m package, 1h extra", "all that expired is drawn")
    }

    @Test("in a week that a boundary cuts each side is settled with its own cycle")
    func aCutWeek() throws {
        // The week of Monday 26 October ends with Sunday 1 November.
        var desk = try desk(at: "2026-11-05T09:00:00Z")
        try desk.book("3h", on: "2026-10-31", late: true)
        try desk.advance(to: "2026-12-05T09:00:00Z")
        try desk.book("5h", on: "2026-11-01", late: true)
        try desk.advance(to: "2027-01-05T09:00:00Z")
        #expect(left(0, desk) == "37h")
        #expect(left(1, desk) == "35h")
        try desk.book("2h", on: "2026-10-30", late: true)
        try desk.advance(to: "2027-02-05T09:00:00Z")
        #expect(left(0, desk) == "35h")
        #expect(left(1, desk) == "35h")
        #expect(
            desk.state.contracts[1]?.account.drawnBefore(in: Week(containing: "2026-11-01"))
                == "10h")
    }

    @Test("the void of late work gives its hours back to the cycle that they expired with")
    func aVoid() throws {
        var desk = try desk(at: "2026-11-05T09:00:00Z")
        try desk.book("3h", on: "2026-10-05", late: true)
        try desk.advance(to: "2026-12-05T09:00:00Z")
        #expect(left(0, desk) == "37h")
        try desk.perform(VoidTime(entry: 1, reason: "booked twice", late: true))
        #expect(left(0, desk) == "40h")
        #expect(
            desk.state.contracts[1]?.account.drawnBefore(in: Week(containing: "2026-10-05")) == "0m"
        )
        try desk.advance(to: "2027-01-05T09:00:00Z")
        #expect(left(0, desk) == "40h", "what a void gave back is not settled again")
    }

    @Test("what expired with one cycle is not there for late work of another")
    func eachCyclesOwn() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-01T09:00:00Z", from: "2026-10-01", extra: .refuse)
        try desk.advance(to: "2026-12-05T09:00:00Z")
        try desk.book("20h", on: "2026-11-03", late: true)
        try desk.book("20h", on: "2026-11-10", late: true)
        let refused = #expect(throws: Refusal.self) {
            try desk.book("1m", on: "2026-11-17", late: true)
        }
        guard case .extraRefused(let figures) = refused else {
            Issue.record("refused for another reason: \(String(describing: refused))")
            return
        }
        #expect((figures.left, figures.extra) == ("0m", "1m"))
        try desk.book("20h", on: "2026-10-06", late: true)
        #expect(try desk.split(3) == "20h package, 0m extra")
    }
}
