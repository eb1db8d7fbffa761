import SupportModel
import SupportTestKit
import Testing

/// Tickets out of a file: all or none, each key once, whatever people have done with them since.
struct ImportTicketTests {
    private static let header = [
        "key", "client", "level", "subject", "body", "service", "contract", "on_demand",
    ]

    private func desk() throws -> DeskFixture {
        var desk = try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        return desk
    }

    private func tickets(_ lines: [String]...) -> ImportTickets {
        ImportTickets(rows: rows(Self.header, of: lines))
    }

    @Test("every row becomes a ticket, on the one active contract, a named one or on demand")
    func opened() throws {
        var desk = try desk()
        try desk.perform(
            tickets(
                ["T-1", "acme", "1", "Down", "two\nlines", "monitoring"],
                ["T-2", "acme", "4", "Footer", "", "", "1"],
                ["T-3", "boot", "3", "Search", "", "", "", "yes"]))
        let opened = (2...4).compactMap { desk.state.tickets[Identifier(after: $0 - 1)] }
        #expect(opened.map { $0.contract?.number } == [1, 1, nil])
        #expect(opened.map(\.level) == [.emergency, .regular, .highPriority])
        #expect(opened.map(\.service) == ["monitoring", "troubleshooting", "troubleshooting"])
        #expect(opened.map(\.body) == ["two\nlines", "", ""])
        #expect(opened.map { $0.importKey?.text } == ["T-1", "T-2", "T-3"])
        #expect(desk.state.importedTickets.count == 3)
    }

    @Test("every row that fails is reported with its column")
    func everyRefusalIsReported() throws {
        let desk = try desk()
        let refused = refusal(
            tickets(
                ["1", "acme", "1", "fine"],
                ["2", "zoo", "1", "s"],
                ["3", "boot", "1", "s"],
                ["4", "acme", "5", "s"],
                ["5", "acme", "4", ""],
                ["6", "acme", "4", "two\nlines"],
                ["7", "acme", "4", "s", "", "gardening"],
                ["8", "boot", "4", "s", "", "", "1"],
                ["9", "acme", "4", "s", "", "", "1", "yes"],
                ["10", "acme", "4", "s", "", "", "7"],
                ["11", "ACME", "4", "s"],
                ["1", "acme", "1", "fine"]), on: desk)
        #expect(
            rowWords(refused) == [
                "3 client: no client zoo",
                "4 contract: contractAmbiguous(boot, active: [], inactive: [], "
                    + "use: SupportModel.ContractUse.newTicket)",
                "5 level: \"5\" cannot be read",
                "6 subject: the cell is empty",
                "7 subject: the subject holds a control character",
                "8 service: no service gardening",
                "9 contract: contract 1 is acme's, not boot's",
                "10 on_demand: a contract does not go with on demand",
                "11 contract: no contract 7",
                "12 client: \"ACME\" cannot be read",
                "13 key: the key 1 stands on line 2 already",
            ])
    }

    @Test("twice is once, also after people have worked on the ticket")
    func idempotent() throws {
        var desk = try desk()
        let file = tickets(
            ["T-1", "acme", "4", "Down"], ["T-2", "boot", "4", "Up", "", "", "", "yes"])
        try desk.perform(file)
        #expect(try desk.perform(file).isEmpty)
        try desk.perform(ChangeTicketLevel(ticket: 2, level: .emergency))
        try desk.perform(ResolveTicket(ticket: 3))
        #expect(try desk.perform(file).isEmpty)
        #expect(try desk.perform(tickets(["T-1", "acme", "1", "Down"])).isEmpty, "as it is now")
        let refused = refusal(
            tickets(
                ["T-1", "acme", "3", "Down"], ["T-2", "boot", "4", "Up"],
                ["ticket:1", "acme", "4", "Newsletter page"],
                ["ticket:1 ", "acme", "4", "Newsletter page"]), on: desk)
        #expect(
            rowWords(refused) == [
                "2 level: T-1 made ticket 2: 1, not 3",
                "3 on_demand: T-2 made ticket 3: yes, not no",
            ])
    }

    @Test("an export of this desk imports as known, also where the level has changed")
    func exported() throws {
        var desk = try desk()
        let file = tickets(["ticket:1", "acme", "4", "Newsletter page"])
        #expect(try desk.perform(file).isEmpty)
        try desk.perform(ChangeTicketLevel(ticket: 1, level: .emergency))
        #expect(
            rowWords(refusal(file, on: desk)) == ["2 level: ticket:1 made ticket 1: 1, not 4"])
        #expect(try desk.perform(tickets(["ticket:1", "acme", "4", "Another"])).count == 1)
    }

    @Test("a snapshot knows every key again")
    func snapshot() throws {
        var desk = try desk()
        try desk.perform(tickets(["T-1", "acme", "4", "Down"]))
        try desk.perform(
            ImportTime(
                rows: rows(
                    ["key", "ticket_key", "date", "minutes"], ["E-1", "T-1", "2026-10-05", "5"])))
        let restored = State(StateImage(desk.state))
        #expect(restored.importedTickets == desk.state.importedTickets)
        #expect(restored.importedEntries == desk.state.importedEntries)
        #expect(restored.importedEntries.count == 1)
    }
}
