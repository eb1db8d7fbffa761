import SupportModel
import SupportTestKit
import Testing

/// What a ticket's history and the queue say, word by word.
struct TicketDetailTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.starter(at: "2026-10-05T09:00:00Z", from: "2026-10-01")
    }

    @Test func theHistoryDistinguishesNotesFromEvents() throws {
        var desk = try desk()
        try desk.perform(NoteTicket(ticket: 1, text: "the client called"))
        try desk.perform(
            ChangeTicketLevel(ticket: 1, level: .emergency, reason: "orders fail"))
        try desk.perform(ChangeTicketLevel(ticket: 1, level: .partialOutage))
        let remarks = try #require(desk.state.tickets[1]).remarks
        #expect(
            remarks.map { "\($0.isNote ? "note" : "event"): \($0.text)" } == [
                "note: the client called", "event: level 4 to 1: orders fail",
                "event: level 1 to 2",
            ])
    }

    @Test func theLogNamesWhoTakesATicket() throws {
        var desk = try desk()
        let given = try desk.perform(AssignTicket(ticket: 1, to: "emil"))
        let taken = try desk.perform(AssignTicket(ticket: 1, to: nil))
        #expect(
            (given + taken).map(\.body.summary)
                == ["ticket 1 assigned to emil", "ticket 1 assigned to nobody"])
    }

    @Test func whatIsToBeClosedSaysWhatComesFirst() throws {
        let desk = try desk()
        func hint() -> String? {
            let refused = refusal(CloseTicket(ticket: 1), on: desk)
            guard case .ticketState(1, _, .close) = refused else { return nil }
            return refused?.hint
        }
        #expect(hint() == "supportc ticket resolve 1")
    }

    @Test func ageIsByTheClockAlsoWhereItWasSetBack() throws {
        var desk = try desk()
        let open = OpenTicket(client: "acme", level: .regular, subject: "Work")
        try desk.perform(open, at: "2026-10-05T08:00:00Z")
        // Ticket 2 was opened an hour before ticket 1, by the clock that was right.
        #expect(desk.state.queue(at: desk.now).map(\.ticket.number) == [2, 1])
    }

    @Test func waitingIsShownToTheDay() throws {
        let desk = try desk()
        // Two months of 31 and 30 days.
        let place = desk.state.queue(at: "2026-12-05T09:00:59.999Z").first
        #expect(place?.reason == "package, level 4, waiting 61 d")
        #expect(
            desk.state.queue(at: "2026-12-05T08:59:59.999Z").first?.reason
                == "package, level 4, waiting 60 d")
    }
}
