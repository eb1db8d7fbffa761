import SupportModel
import SupportTestKit
import Testing

/// What a statement says of work that was booked or voided after its cycle had closed (R8, R10, R11).
struct AdjustmentTests {
    private static let one = ContractReference.number(1)
    private static let agreed = Agreement(by: "mara", reason: "the relaunch")

    /// Starter from 1 October, with an hour of Standard dearer than one of Starter.
    private func desk() throws -> DeskFixture {
        var catalogue = Catalogue.test
        let place = try #require(catalogue.packages.firstIndex { $0.name == "standard" })
        catalogue.packages[place].extraRate = Money(minorUnits: 10_000, currency: "EUR")
        return try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", catalogue: catalogue)
    }

    /// `2: cycle 1, 6h settled in 2, 0m extra = 0.00 EUR, note`, for every adjustment so far.
    private func lines(_ desk: DeskFixture) throws -> [String] {
        let contract = try #require(desk.state.contracts[1])
        return contract.adjustments(Coverage(of: contract)).map { it in
            let place = it.settledIn.map { " in \($0 + 1)" } ?? ""
            return "\(it.entry): cycle \(it.cycle + 1), \(it.settled) settled\(place), "
                + "\(it.extra) extra = \(it.amount)"
        }
    }

    @Test func lateExtraHoursCostWhatTheyCostInTheirOwnCycle() throws {
        var desk = try desk()
        try desk.advance(to: "2026-11-02T09:00:00Z")
        try desk.perform(ChangeContract(contract: Self.one, package: "standard"))
        try desk.advance(to: "2026-12-07T09:00:00Z")
        try desk.book("2h", on: "2026-10-20", service: "development", late: true)
        // Of all 80 hours and some nothing is left after 40 a week.
        for day in ["2026-11-02", "2026-11-09"] as [CivilDate] {
            try desk.book("40h", on: day, late: true)
        }
        let before = try lines(desk)
        #expect(before.first == "1: cycle 1, 0m settled, 2h extra = 150.00 EUR")
        try desk.book("1h", on: "2026-11-16", late: true)
        #expect(try lines(desk).last == "4: cycle 2, 0m settled, 1h extra = 100.00 EUR")
        let adjustments = try desk.state.statement(
            of: try #require(desk.state.contracts[1]), cycle: .number(3), titles: [:]
        ).adjustments
        #expect(adjustments.map(\.reason) == Array(repeating: "the note was found later", count: 4))
    }

    @Test func lateWorkOfAGroupIsSettledWhereThePoolExpired() throws {
        var desk = try desk()
        try desk.perform(
            GroupHours(contract: Self.one, cycles: [1, 2], agreement: Self.agreed))
        try desk.advance(to: "2027-01-04T09:00:00Z")
        try desk.book("1h", on: "2026-10-20", late: true)
        try desk.book("2h", on: "2026-11-17", late: true)
        try desk.book("3h", on: "2026-12-15", late: true)
        #expect(
            try lines(desk) == [
                "1: cycle 1, 1h settled, 0m extra = 0.00 EUR",
                "2: cycle 2, 2h settled in 3, 0m extra = 0.00 EUR",
                "3: cycle 3, 3h settled, 0m extra = 0.00 EUR",
            ])
    }

    @Test func whatOneStatementSettledNoLaterOneSettlesAgain() throws {
        // Of the 80 hours of October and November 70 were used, 20 a week, and 10 expired.
        var desk = try desk()
        try desk.perform(
            GroupHours(contract: Self.one, cycles: [0, 1], agreement: Self.agreed))
        for (day, hours) in [
            ("2026-10-05", "20h"), ("2026-10-12", "20h"), ("2026-10-19", "20h"),
            ("2026-10-26", "10h"),
        ] as [(CivilDate, Minutes)] {
            try desk.advance(to: try #require(Instant("\(day)T09:00:00Z")))
            try desk.book(hours)
        }
        try desk.advance(to: "2026-12-07T09:00:00Z")
        try desk.book("6h", on: "2026-10-28", late: true)
        try desk.advance(to: "2027-01-04T09:00:00Z")
        try desk.book("6h", on: "2026-11-17", late: true)
        #expect(try lines(desk) == ["6: cycle 2, 4h settled, 2h extra = 150.00 EUR"])
    }
}
