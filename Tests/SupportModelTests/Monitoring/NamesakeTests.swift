import SupportModel
import SupportTestKit
import Testing

/// A monitor that takes the name of one that was removed, and the tickets of the first.
struct NamesakeTests {
    private static let check = Check.tcp(TCPCheck(host: "shop.example.com", port: 443))

    /// A desk whose monitor `shop` went down, was removed, and was set up again for a client.
    private func desk(for client: Name<Client>) throws -> WatchedDesk {
        var desk = try WatchedDesk()
        try desk.probe("bad bad bad")
        try desk.fixture.perform(RemoveMonitor(monitor: "shop"))
        if client != "acme" {
            try desk.fixture.perform(AddClient(client: client, name: "Another"))
        }
        try desk.fixture.perform(AddMonitor(monitor: "shop", client: client, check: Self.check))
        desk.tracker.forget("shop")
        try desk.probe("bad bad bad")
        #expect(desk.opened == [2, 3])
        return desk
    }

    @Test func itsTicketIsItsOwnWhateverIsSaidOnTheOldOne() throws {
        var desk = try desk(for: "acme")
        try desk.fixture.perform(NoteTicket(ticket: 2, text: "the old host"))
        #expect(desk.monitor?.ticket == 3)
        try desk.fixture.perform(ResolveTicket(ticket: 2))
        #expect(desk.monitor?.ticket == 3)
        #expect(
            refusal(ReopenTicket(ticket: 2, reason: "again"), on: desk.fixture)
                == .inUse(.openTicket("shop"), by: .otherTicket(3)),
            "two open tickets of one monitor")
    }

    @Test func anotherClientsOutageIsNoReasonToLeaveATicketResolved() throws {
        var desk = try desk(for: "boot")
        try desk.fixture.perform(ResolveTicket(ticket: 2))
        try desk.fixture.perform(ReopenTicket(ticket: 2, reason: "it is not done"))
        #expect(desk.fixture.state.tickets[2]?.state == .open)
        #expect(desk.monitor?.ticket == 3)
    }
}
