import SupportModel
import SupportTestKit
import Testing

/// Replies to the client of a ticket.
struct ReplyTests {
    @Test func aReplyIsMailAndHistoryAndTheFirstResponse() throws {
        var desk = try NoticeDesk()
        try desk.desk.perform(
            ChangeClient(
                client: "acme", mails: ["it@acme.example", "shop@acme.example"], language: .german))
        try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Fixed.\nHave a look."))
        let ticket = try #require(desk.desk.state.tickets[1])
        let remark = try #require(ticket.remarks.last)
        #expect(remark.correspondence == .toClient)
        #expect((remark.isNote, remark.text) == (true, "Fixed.\nHave a look."))
        #expect(ticket.clock?.respondedAt == desk.desk.now)
        #expect(ticket.state == .open)
        #expect(desk.notices.map(\.recipient) == ["it@acme.example", "shop@acme.example"])
        #expect(desk.notices.allSatisfy { $0.isReply && $0.language == .german })
        #expect(desk.words(1)?.subject == ticket.subject)
        #expect(desk.words(1)?.body == "Fixed.\nHave a look.")
        #expect(desk.ready.count == 2, "nobody waits for what others have to say")
    }

    @Test("a reply follows the one before in the thread, of the same address and ticket")
    func thread() throws {
        var desk = try NoticeDesk()
        try desk.desk.perform(ReplyToTicket(ticket: 1, text: "One"))
        try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Two", wait: true))
        #expect(desk.notices.map(\.previous) == [nil, 1])
        #expect(desk.desk.state.tickets[1]?.state == .waiting)
        try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Three", wait: true))
        #expect(desk.desk.state.tickets[1]?.remarks.last?.text == "Three")
    }

    @Test func whatCannotGoOutChangesNothing() throws {
        var desk = try NoticeDesk()
        #expect(throws: Refusal.invalid(.note, .ticket(.emptyNote))) {
            try desk.desk.perform(ReplyToTicket(ticket: 1, text: " \n"))
        }
        #expect(throws: Refusal.unknown(.ticket, "9")) {
            try desk.desk.perform(ReplyToTicket(ticket: 9, text: "Hello"))
        }
        try desk.desk.perform(ResolveTicket(ticket: 1))
        #expect(throws: Refusal.ticketState(1, .resolved, .change)) {
            try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Hello", wait: true))
        }
        try desk.desk.perform(ChangeClient(client: "acme", mails: []))
        #expect(throws: Refusal.noMail(.client("acme"))) {
            try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Hello"))
        }
        desk.desk.notices.hasMail = false
        #expect(throws: Refusal.noMail(.noServer)) {
            try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Hello"))
        }
        #expect(desk.notices.isEmpty)
    }

    @Test("a note for a route in the same record has a number of its own")
    func numbers() throws {
        var desk = try NoticeDesk(
            NoticeDesk.route("ops", to: [.address("ops@example.com")], kinds: [.ticketWaiting]))
        try desk.desk.perform(ReplyToTicket(ticket: 1, text: "Which one?", wait: true))
        #expect(desk.notices.map(\.number) == [1, 2])
        #expect(desk.notices.map { $0.items.map(\.kind) } == [[.reply], [.ticketWaiting]])
    }
}
