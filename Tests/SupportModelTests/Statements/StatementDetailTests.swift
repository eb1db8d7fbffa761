import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Whose statement it is, the level of each piece of work, and statements of journals that kept less.
struct StatementDetailTests {
    private static let one = ContractReference.number(1)

    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    private func statement(_ desk: DeskFixture, _ cycle: Int) throws -> Statement {
        let contract = try #require(desk.state.contracts[1])
        return try desk.state.statement(of: contract, cycle: .number(cycle), titles: [:])
    }

    /// The desk whose snapshot has another text in place of one.
    private func read(
        _ desk: DeskFixture, replacing old: String, with new: String
    ) throws -> DeskFixture {
        let image = try LineJSONEncoder.encode(StateImage(desk.state))
        let text = String(decoding: image, as: UTF8.self)
        #expect(text.contains(old))
        let changed = text.replacing(old, with: new)
        let read = try StrictJSONDecoder.decode(
            StateImage.self, from: try JSONDocument(text: changed).root, unknownMembers: .refused)
        return DeskFixture(at: desk.now, state: State(read))
    }

    @Test func itNamesTheClientAsItIsCalledAndItsOwnFormat() throws {
        let it = try statement(try desk(), 1)
        #expect((it.client, it.clientTitle) == ("acme", "Acme Outdoor GmbH"))
        #expect(it.format == 1)
    }

    @Test func workIsListedUnderTheLevelThatItHadWhenItWasBooked() throws {
        var desk = try desk()
        try desk.book("1h")
        try desk.perform(ChangeTicketLevel(ticket: 1, level: .highPriority))
        try desk.book("2h")
        #expect(
            try statement(desk, 1).work.map { "\($0.level.rawValue): \($0.package)" }
                == ["3: 2h", "4: 1h"])
    }

    @Test func entriesThatKeptNoLevelHaveThatOfTheirTicket() throws {
        var desk = try desk()
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Down"))
        try desk.book("1h", ticket: 2)
        try desk.perform(ChangeTicketLevel(ticket: 2, level: .highPriority))
        try desk.book("2h", ticket: 1)
        let old = try read(
            try read(
                desk, replacing: #""emergency":true,"level":1"#, with: #""emergency":true"#),
            replacing: #""emergency":false,"level":4"#, with: #""emergency":false"#)
        // Work that passed the limit as an emergency was one.
        #expect(
            try statement(old, 1).work.map { "\($0.level.rawValue): \($0.package)" }
                == ["1: 1h", "4: 2h"])
    }

    @Test func aStatementThatWasNotKeptIsMadeOfItsCyclesOwnTerms() throws {
        var desk = try desk()
        let agreed = Agreement(by: "mara", reason: "the relaunch")
        try desk.perform(GroupHours(contract: Self.one, cycles: [0, 1], agreement: agreed))
        try desk.book("3h")
        try desk.book("2h", service: "development")
        try desk.advance(to: "2026-12-07T09:00:00Z")
        try desk.perform(ChangeContract(contract: Self.one, package: "standard"))
        let kept = try statement(desk, 1)
        let bytes = try LineJSONEncoder.encode(kept)
        let text = String(decoding: bytes, as: UTF8.self)
        let made = try statement(
            try read(desk, replacing: #","statement":\#(text)"#, with: ""), 1)
        #expect(made.format == 0)
        #expect((made.title, made.grouped) == (kept.title, Minutes(-37 * 60)))
        #expect(made.extra == kept.extra)
        // 2400.00 less 10 percent, and 2 hours of 75.00.
        #expect(made.total == Money(minorUnits: 231_000, currency: "EUR"))
    }

    @Test func aContractThatWasCalledOffHasNoStatement() throws {
        var desk = try desk()
        try desk.sign("starter", from: "2026-12-01", months: 3)
        try desk.perform(
            TerminateContract(contract: .number(2), lastDay: "2026-11-30", reason: "no shop"))
        let contract = try #require(desk.state.contracts[2])
        #expect(contract.standing(at: desk.now) == .ended)
        #expect(throws: Refusal.unknownCycle(2, .number(1), known: [], isCalledOff: true)) {
            try desk.state.statement(of: contract, cycle: nil, titles: [:])
        }
        let change = #expect(throws: Refusal.self) {
            try desk.perform(ChangeContract(contract: .number(2), extra: .ask))
        }
        #expect(change?.why == "was called off: it ended before its first day, 2026-12-01")
    }
}
