import SupportDaemon
import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// `verify` computes every closed cycle and its statement again: an untouched journal is clean, and
/// one figure that is one off is named.
struct VerifyTests {
    /// What `desk.verify` says of these records.
    private func verify(_ texts: [[UInt8]]) async throws -> (cycles: Int?, texts: [String]) {
        let desk = try LedgerUnderTest(texts)
        let result = try #require(try await desk.ask("desk.verify").result)
        #expect(result[member: "records"]?.int == texts.count)
        let differences = Array(try #require(result[member: "differences"]).elements)
        for difference in differences {
            #expect(difference[member: "contract"]?.int == 1)
        }
        return (
            result[member: "cycles"]?.int,
            differences.map {
                "\($0[member: "cycle"]?.int ?? -1): \($0[member: "text"]?.string ?? "")"
            }
        )
    }

    private func texts(_ desk: DeskFixture) throws -> [[UInt8]] {
        try desk.records.map(StoredJournal.text)
    }

    @Test("a quiet month is clean") func quiet() async throws {
        let found = try await verify(try texts(.quietMonth()))
        #expect(found == (1, []))
    }

    @Test("late entries, voids, an upgrade, a group and its second cycle are clean")
    func eventful() async throws {
        var desk = try DeskFixture.eventfulMonth()
        try desk.book("50h", on: "2026-12-01", agreedBy: "mara")
        try desk.perform(VoidTime(entry: 8, reason: "it was not late at all", late: true))
        try desk.advance(to: "2027-02-02T09:00:00Z")
        #expect(desk.closed()[2].grouped == Minutes(-690))
        #expect(try await verify(try texts(desk)) == (4, []))
    }

    @Test("a renewal in the same record as the end of the term is clean")
    func renewal() async throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-01", months: 1, catalogue: .priced)
        try desk.perform(ChangeContract(contract: .number(1), renewal: .auto))
        try desk.book("5h")
        desk.catalogue = .test
        try desk.advance(to: "2026-12-02T09:00:00Z")
        #expect(desk.records.contains { $0.events.count == 2 && $0.events[1].body is CycleClosed })
        #expect(desk.closed().compactMap(\.terms?.monthlyFee.minorUnits) == [120_000, 240_000])
        #expect(try await verify(try texts(desk)) == (2, []))
    }

    /// A figure that is another one, and what is said of it.
    private static func off(
        _ recorded: String, _ changed: String, place: Int = 0, _ says: String
    ) -> (Tampering, String) {
        (Tampering(recorded, changed, place: place), says)
    }

    private static let figures = [
        off(#""used":630"#, #""used":631"#, "used: recorded 10h31m, computed 10h30m"),
        off(
            #""used":630"#, #""used":629"#, place: 1,
            "the statement's used: recorded 10h29m, computed 10h30m"),
        off(#""extra":0"#, #""extra":1"#, "extra: recorded 1m, computed 0m"),
        off(#""expired":1770"#, #""expired":1769"#, "expired: recorded 29h29m, computed 29h30m"),
        off(
            #""expired":1770"#, #""expired":1769"#, place: 1,
            "the statement's expired: recorded 29h29m, computed 29h30m"),
        off(
            #""entry":2,"package":180"#, #""entry":2,"package":179"#,
            "the cover of entry 2: recorded 2h59m package, 0m grouped, 0m extra, computed "
                + "3h package, 0m grouped, 0m extra"),
        off(
            #""drawn":630"#, #""drawn":629"#,
            "the use of the week of 2026-10-05: recorded 10h29m, computed 10h30m"),
        off(
            #""minor_units":12000,"#, #""minor_units":12001,"#,
            "the statement's discount: recorded 120.01 EUR, computed 120.00 EUR"),
        off(
            #""minor_units":108000,"#, #""minor_units":108001,"#, place: 1,
            "the statement's total: recorded 1080.01 EUR, computed 1080.00 EUR"),
        off(
            #""level":4,"package":450"#, #""level":4,"package":449"#,
            "the statement's work in troubleshooting, level 4: recorded 7h29m package, 0m "
                + "grouped, 0m extra, computed 7h30m package, 0m grouped, 0m extra"),
        off(
            #"banner","package":180"#, #"banner","package":181"#,
            "the statement's ticket 2: recorded 3h1m package, 0m extra, computed 3h "
                + "package, 0m extra"),
        off(
            "Autumn banner", "Winter banner",
            "the statement's ticket 2: recorded 3h package, 0m extra, computed 3h package, "
                + "0m extra and other words"),
        off(
            #""client_title":"Acme Outdoor GmbH""#, #""client_title":"Acme""#,
            "the statement's client: recorded Acme, computed Acme Outdoor GmbH"),
        off(#""title":"Starter""#, #""title":"Other""#, "the terms differ"),
    ]

    @Test("one minute, one cent or one word that is off is named", arguments: figures.indices)
    func tampered(place: Int) async throws {
        let (tampering, text) = Self.figures[place]
        let whole = try texts(.quietMonth())
        let changed = try #require(tampering.applied(to: whole, in: "cycle.closed"))
        let found = try await verify(changed)
        #expect(found.cycles == 1)
        #expect(found.texts == ["1: \(text)"])
    }

    @Test("a figure of an adjustment, of a group and of an upgrade is named")
    func tamperedEventful() async throws {
        let whole = try texts(.eventfulMonth())
        let off = [
            (Tampering(#""settled":1200"#, #""settled":1199"#), "adjustment of entry 8"),
            (Tampering(#""minor_units":-5625"#, #""minor_units":-5624"#), "adjustment of entry 2"),
            (Tampering(#""minor_units":31875"#, #""minor_units":31874"#), "adjustments: recorded"),
            (Tampering(#""grouped":690"#, #""grouped":689"#, place: 0), "grouped: recorded 11h29m"),
            (Tampering(#""by":"mara""#, #""by":"emil""#), "the statement's agreement differs"),
        ]
        for (tampering, words) in off {
            let changed = try #require(tampering.applied(to: whole, in: #""cycle":{"index":1,"#))
            let found = try await verify(changed)
            #expect(found.texts.contains { $0.hasPrefix("2: ") && $0.contains(words) }, "\(found)")
        }
    }

    /// A desk with an hour on demand in October.
    private func onDemand() throws -> DeskFixture {
        var desk = try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Banner", onDemand: true))
        try desk.book("1h")
        return desk
    }

    @Test("a month of work on demand is computed again, and what is off is named")
    func months() async throws {
        var desk = try onDemand()
        try desk.advance(to: "2026-11-02T09:00:00Z")
        let whole = try texts(desk)
        let clean = try #require(try await LedgerUnderTest(whole).ask("desk.verify").result)
        #expect(clean[member: "months"]?.int == 1)
        #expect(clean[member: "month_differences"] == nil)
        let off = Tampering(
            #""minor_units":9000,"currency":"EUR"}],"#, #""minor_units":9001,"currency":"EUR"}],"#)
        let changed = try #require(off.applied(to: whole, in: "month.closed"))
        let found = try #require(try await LedgerUnderTest(changed).ask("desk.verify").result)
        let differences = Array(try #require(found[member: "month_differences"]).elements)
        #expect(differences.compactMap { $0[member: "client"]?.string } == ["acme"])
        #expect(
            differences.compactMap { $0[member: "text"]?.string } == [
                "the total in EUR: recorded 90.01 EUR, computed 90.00 EUR"
            ])
    }

    @Test("the desk closes a month that ended while it was off, once")
    func missedMonth() async throws {
        let desk = try LedgerUnderTest(texts(onDemand()), at: "2026-11-03T09:00:00Z")
        #expect(await desk.ledger.settle() == Settled(cycles: 0, months: 1))
        #expect(await desk.ledger.settle() == Settled())
        let shown = try await desk.ask(
            "statement.month", #"{"client":"acme","month":"2026-10"}"#)
        #expect(shown.result?[member: "closed_at"]?.string == "2026-11-01T00:00:00.000Z")
        let none = try await desk.ask(
            "statement.month", #"{"client":"acme","month":"2026-11"}"#)
        #expect(none.error?.data.error == "unknown-month")
    }
}
