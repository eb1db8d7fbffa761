import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// The statement of a closed cycle never changes, whatever changes afterwards (R10).
struct FrozenStatementTests {
    private func statement(_ state: State, _ cycle: Int) throws -> String {
        let contract = try #require(state.contracts[1])
        let found = try state.statement(
            of: contract, cycle: .number(cycle), titles: ["design": "Another title"])
        return String(decoding: try LineJSONEncoder.encode(found), as: UTF8.self)
    }

    /// 1439.98 of fee, 2h20m at 69.90, 5h at 75.00 for October less the 45m that were voided.
    @Test("November's figures, by hand")
    func figures() throws {
        let november = try #require(try DeskFixture.eventfulMonth().closed().last?.statement)
        #expect(november.cycle.granted == "60h", "40h and half of 40h more")
        #expect(november.used == "71h30m")
        #expect(november.grouped == "11h30m")
        #expect(november.expired == "0m")
        #expect(november.left == "0m")
        #expect(november.fee.upgrades.map(\.fee.description) == ["399.98 EUR"])
        #expect(november.fee.discount.description == "160.00 EUR")
        #expect(november.fee.total.description == "1439.98 EUR")
        #expect(november.extra.minutes == "2h20m")
        #expect(november.extra.amount.description == "163.10 EUR")
        #expect(november.adjustments.map(\.entry) == [2, 8])
        #expect(november.adjustments.map(\.amount.description) == ["-56.25 EUR", "375.00 EUR"])
        #expect(november.adjustments.map(\.settled) == ["0m", "20h"])
        #expect(november.adjusted.description == "318.75 EUR")
        #expect(november.total.description == "1921.83 EUR")
    }

    @Test("whatever changes afterwards, the statements of closed cycles stay, also when replayed")
    func nothingChangesIt() throws {
        var desk = try DeskFixture.eventfulMonth()
        let before = try [1, 2].map { try statement(desk.state, $0) }
        try changeEverything(&desk)
        #expect(try [1, 2].map { try statement(desk.state, $0) } == before)
        var replayed = State()
        for record in desk.records { replayed.apply(record) }
        #expect(try [1, 2].map { try statement(replayed, $0) } == before)
        let image = try LineJSONEncoder.encode(StateImage(replayed))
        let restored = State(
            try StrictJSONDecoder.decode(
                StateImage.self, from: try JSONDocument(image).root, unknownMembers: .refused))
        #expect(try [1, 2].map { try statement(restored, $0) } == before)
    }

    private func changeEverything(_ desk: inout DeskFixture) throws {
        desk.catalogue = .test
        desk.catalogue.services = desk.catalogue.services.map {
            Service(name: $0.name, title: "Renamed \($0.name)")
        }
        try desk.perform(
            ChangeClient(client: "acme", name: "Renamed", zone: "UTC", mails: ["a@example.org"]))
        try desk.perform(AddStaff(staff: "mona", role: .manager))
        try desk.perform(
            ChangeContract(
                contract: .number(1), manager: "mona", project: "renamed", extra: .refuse,
                renewal: .auto))
        try desk.perform(ChangeStaff(staff: "mara", role: .viewer, user: nil, mail: nil))
        for ticket in [1, 2, 3, 4] as [Identifier<Ticket>] {
            try desk.perform(ChangeTicketLevel(ticket: ticket, level: .partialOutage))
        }
        try desk.perform(
            VoidTime(entry: 3, reason: "the whole of it was not asked for", late: true))
        try desk.perform(RenewContract(contract: .number(1), months: 24))
        try desk.advance(to: "2027-01-02T09:00:00Z")
        try desk.perform(
            ChangeContract(contract: .number(1), package: "flexible", hours: "200h"))
        try desk.advance(to: "2029-12-01T09:00:00Z")
    }

    @Test("the statement of the open cycle is the one that is frozen, but for what expires")
    func openAndClosed() throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.book("7h30m")
        let contract = try #require(desk.state.contracts[1])
        var open = try desk.state.statement(
            of: contract, cycle: nil, titles: desk.catalogue.serviceTitles)
        #expect(open.left == "32h30m")
        #expect(open.expired == "0m")
        #expect(open.closedAt == nil)
        try desk.advance(to: "2026-11-05T00:00:00Z")
        open.left = .zero
        open.expired = "32h30m"
        open.closedAt = "2026-11-01T00:00:00Z"
        #expect(desk.closed().first?.statement == open)
    }

    @Test(
        "a subject and a service's title are shown up to 80 bytes, cut between two characters",
        arguments: [
            (String(repeating: "s", count: 80), 80), (String(repeating: "s", count: 81), 80),
            (String(repeating: "s", count: 79) + "ü", 79),
            (String(repeating: "ü", count: 40), 80), (String(repeating: "\"", count: 200), 80),
        ])
    func longTexts(text: String, count: Int) throws {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        desk.catalogue.services = desk.catalogue.services.map {
            Service(name: $0.name, title: text)
        }
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: text))
        try desk.book("1h", ticket: 2)
        try desk.advance(to: "2026-11-01T00:00:00Z")
        let statement = try #require(desk.closed().first?.statement)
        #expect(statement.tickets.map(\.subject.utf8.count) == [count])
        #expect(statement.work.map(\.title.utf8.count) == [count])
        #expect(statement.tickets.allSatisfy { text.hasPrefix($0.subject) })
    }
}
