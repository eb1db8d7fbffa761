import SupportModel
import SupportTestKit
import Testing

/// What a cycle costs: fee, upgrades prorated by days, 10 percent off the fee and nothing else.
///
/// The figures are computed by hand.
struct StatementFeeTests {
    private func catalogue(_ fees: [Name<PackageOffer>: (hours: Int, fee: Int)]) -> Catalogue {
        var catalogue = Catalogue.test
        catalogue.packages = fees.sorted { $0.key < $1.key }.compactMap { name, offer in
            var package = Catalogue.test.offer("standard")
            package?.name = name
            package?.title = name.text
            package?.hours = offer.hours
            package?.monthlyFee = Money(minorUnits: offer.fee, currency: "EUR")
            return package
        }
        return catalogue
    }

    private func desk(_ catalogue: Catalogue, months: Int = 12) throws -> DeskFixture {
        try DeskFixture.starter(
            at: "2026-10-01T09:00:00Z", from: "2026-10-01", months: months, catalogue: catalogue)
    }

    private func statement(_ desk: DeskFixture) throws -> Statement {
        let contract = try #require(desk.state.contracts[1])
        return try desk.state.statement(of: contract, cycle: nil, titles: [:])
    }

    @Test("12 months: 1200.00 less 10 percent, 120.00, is 1080.00; 6 months pay it all")
    func discount() throws {
        let catalogue = catalogue(["starter": (40, 120_000)])
        let year = try statement(try desk(catalogue)).fee
        #expect(year.monthly.description == "1200.00 EUR")
        #expect(year.discountPercent == 10)
        #expect(year.discount.description == "120.00 EUR")
        #expect(year.total.description == "1080.00 EUR")
        let half = try statement(try desk(catalogue, months: 6)).fee
        #expect(half.discount.description == "0.00 EUR")
        #expect(half.total.description == "1200.00 EUR")
    }

    @Test(
        "half a cent of the discount is rounded up, once",
        arguments: [
            (9995, "10.00 EUR", "89.95 EUR"), (9994, "9.99 EUR", "89.95 EUR"),
            (5, "0.01 EUR", "0.04 EUR"), (4, "0.00 EUR", "0.04 EUR"),
        ])
    func halfACent(fee: Int, discount: String, total: String) throws {
        let fee = try statement(try desk(catalogue(["starter": (40, fee)]))).fee
        #expect(fee.discount.description == discount)
        #expect(fee.total.description == total)
    }

    /// October has 31 days. On the 11th 21 are left: 800.00 * 21 / 31 = 541.935… and 2400 minutes
    /// * 21 / 31 = 1625.8…; on the 21st 11 are left: 1000.00 * 11 / 31 = 354.838… and 2400 minutes
    /// * 11 / 31 = 851.6….
    @Test("two upgrades in one cycle: each is prorated, the discount is of the sum")
    func twoUpgrades() throws {
        var desk = try desk(
            catalogue([
                "starter": (40, 120_000), "standard": (80, 200_000), "advanced": (120, 300_000),
            ]))
        try desk.perform(
            ChangeContract(contract: .number(1), package: "standard"), at: "2026-10-11T23:59:59Z")
        try desk.perform(
            ChangeContract(contract: .number(1), package: "advanced"), at: "2026-10-21T00:00:00Z")
        let statement = try statement(desk)
        let fee = statement.fee
        #expect(fee.monthly.description == "1200.00 EUR")
        #expect(fee.upgrades.map(\.fee.description) == ["541.94 EUR", "354.84 EUR"])
        #expect(fee.upgrades.map(\.minutes) == ["27h6m", "14h12m"])
        #expect(fee.upgrades.map { "\($0.days)/\($0.daysOfCycle)" } == ["21/31", "11/31"])
        // 2096.78 * 10 / 100 = 209.678
        #expect(fee.discount.description == "209.68 EUR")
        #expect(fee.total.description == "1887.10 EUR")
        #expect(statement.cycle.granted == "81h18m")
        #expect(statement.left == "81h18m")
        try desk.advance(to: "2026-11-01T00:00:00Z")
        let closed = try #require(desk.closed().first?.statement)
        #expect(closed.fee == fee)
        #expect(closed.expired == "81h18m")
        try desk.advance(to: "2026-11-30T00:00:00Z")
        let contract = try #require(desk.state.contracts[1])
        let november = try desk.state.statement(of: contract, cycle: .number(2), titles: [:])
        #expect(november.fee.monthly.description == "3000.00 EUR", "the whole fee from then on")
        #expect(november.fee.upgrades.isEmpty)
        #expect(november.fee.total.description == "2700.00 EUR")
    }

    @Test("a cycle takes so many upgrades and no more; the next cycle takes one again")
    func upgradesOfACycle() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        for hours in 41...(40 + Limits.upgradesPerCycleMax) {
            try desk.perform(
                ChangeContract(contract: .number(1), package: "flexible", hours: .hours(hours)))
        }
        let more = ChangeContract(contract: .number(1), package: "flexible", hours: "99h")
        let refused = refusal(more, on: desk)
        #expect(refused == .invalid(.package, .agreement(.tooManyUpgrades(next: "2026-11-01"))))
        #expect(refused?.message == "the upgrade would be number 32 of the cycle")
        #expect(refused?.hint == "wait for the next cycle, which begins on 2026-11-01")
        try desk.advance(to: "2026-11-01T00:00:00Z")
        #expect(desk.closed().first?.statement?.fee.upgrades.count == Limits.upgradesPerCycleMax)
        try desk.perform(more)
    }

    @Test(
        "a half of a cent goes away from zero: a credit mirrors the charge",
        arguments: [
            // Amount, numerator, denominator, rounded.
            (1, 1, 2, 1), (-1, 1, 2, -1), (3, 1, 2, 2), (-3, 1, 2, -2), (150, -1, 60, -3),
            (150, 1, 60, 3), (149, 1, 60, 2), (-149, 1, 60, -2), (-150, -1, 60, 3),
            (33, 10, 100, 3), (35, 10, 100, 4), (-35, 10, 100, -4), (0, 1, 2, 0),
            (Int.max, 1, 1, Int.max), (-Int.max, 1, 1, -Int.max), (5, 1, 0, 0),
        ])
    func halves(minorUnits: Int, numerator: Int, denominator: Int, rounded: Int) {
        let amount = Money(minorUnits: minorUnits, currency: "EUR")
        #expect(amount.part(numerator, of: denominator).minorUnits == rounded)
    }

    @Test("what work costs and what its void gives back are the same, whatever the rate")
    func mirror() {
        for rate in 0...120 {
            for minutes in 0...90 {
                let hour = Money(minorUnits: rate, currency: "EUR")
                let (charge, credit) = (
                    hour.forWork(Minutes(minutes)), hour.forWork(Minutes(-minutes))
                )
                #expect((charge + credit).minorUnits == 0, "\(minutes)m at \(hour)")
            }
        }
    }

    @Test(arguments: [
        (0, "0.00 EUR"), (1, "0.01 EUR"), (-1, "-0.01 EUR"), (-100, "-1.00 EUR"),
        (-5625, "-56.25 EUR"), (123_456_789, "1234567.89 EUR"),
        (Int.min, "-92233720368547758.08 EUR"), (Int.max, "92233720368547758.07 EUR"),
    ])
    func moneyIsWritten(minorUnits: Int, text: String) {
        #expect(Money(minorUnits: minorUnits, currency: "EUR").description == text)
    }
}
