import SupportModel
import SupportTestKit
import Testing

/// Where a mail goes, by its sender and by what it answers.
struct MailTests {
    /// A desk with two clients, one with a contract, and a member of the staff.
    private static func desk() throws -> DeskFixture {
        var desk = DeskFixture(at: "2026-10-05T09:00:00Z")
        try desk.perform(AddStaff(staff: "mara", role: .manager, mail: "mara@desk.test"))
        try desk.perform(AddClient(client: "acme", name: "Acme", mails: ["Ann@Acme.test"]))
        try desk.perform(AddClient(client: "beta", name: "Beta", mails: ["bob@beta.test"]))
        try desk.sign("starter", from: "2026-10-01", months: 3)
        return desk
    }

    /// Delivers a mail as the mail server's user, and gives what the desk made of it.
    private static func deliver(
        _ mail: ReceivedMail, to desk: inout DeskFixture
    ) throws -> MailOutcome {
        let server = Principal.user(uid: 104, name: "exim")
        let decision = try desk.state.decide(
            ReceiveMail(mail: mail), in: desk.context(by: server))
        try desk.perform(ReceiveMail(mail: mail), by: server)
        return decision.made
    }

    @Test func aClientsMailOpensATicket() throws {
        var desk = try Self.desk()
        let outcome = try Self.deliver(.example(1, from: "ANN@acme.TEST"), to: &desk)
        #expect(outcome.ticket == 1 && outcome.isOpening && outcome.held == nil)
        let ticket = try desk.state.ticket(1)
        #expect(ticket.client == "acme" && ticket.contract == 1 && ticket.level == .regular)
        #expect(ticket.source == .mail && ticket.state == .open)
        #expect(ticket.subject == "Shop is slow" && ticket.body == "It is slow.")
        #expect(ticket.remarks.map(\.text) == ["opened by mail"])
        #expect(ticket.remarks[0].correspondence == .fromClient)
        #expect(ticket.remarks[0].mail?.sender?.address == "ANN@acme.TEST")
    }

    @Test func theSameMailTwiceIsOne() throws {
        var desk = try Self.desk()
        for number in 1...2 { _ = try Self.deliver(.example(number), to: &desk) }
        let before = desk.image
        let again = try Self.deliver(.example(1), to: &desk)
        #expect(again == MailOutcome(ticket: 1, isRepeated: true))
        #expect(desk.image == before)
    }

    @Test func withoutAContractItIsOnDemandOrHeld() throws {
        var desk = try Self.desk()
        let first = try Self.deliver(.example(1, from: "bob@beta.test"), to: &desk)
        #expect(first.ticket.flatMap { desk.state.tickets[$0] }?.contract == nil)
        desk.policy.mail.onDemand = false
        #expect(
            try Self.deliver(.example(2, from: "bob@beta.test"), to: &desk).reason == .noContract)
        try desk.sign("starter", from: "2026-10-01", months: 3)
        #expect(try Self.deliver(.example(3), to: &desk).reason == .ambiguousContract)
        // A person says which.
        try desk.perform(FileMail(mail: 2, client: "acme", contract: 2))
        #expect(desk.state.newestTicket?.contract == 2)
    }

    @Test(
        "threads",
        arguments: [
            ("Re: [#1] Shop", nil), ("[#7] [#1] Shop", nil), ("Re: Shop", ["1@acme.test"]),
            ("Re: Shop", ["nobody@x", "1@acme.test"]), ("Re: Shop", ["supportd.9.t1@desk.test"]),
        ])
    func answersGoToTheirTicket(subject: String, references: [String]?) throws {
        var desk = try Self.desk()
        _ = try Self.deliver(.example(1), to: &desk)
        try desk.perform(WaitForClient(ticket: 1))
        let answer = ReceivedMail.example(2, subject: subject, text: "Yes.", answering: references)
        let outcome = try Self.deliver(answer, to: &desk)
        #expect(outcome == MailOutcome(ticket: 1))
        let ticket = try desk.state.ticket(1)
        #expect(ticket.state == .open, "it waits no longer")
        #expect(ticket.remarks.suffix(2).map(\.text) == ["Yes.", "taken up again"])
        #expect(ticket.remarks.map(\.isNote) == [false, false, true, false])
    }

    @Test(
        "what names no ticket opens one",
        arguments: [
            ("Re: [#99] Shop", nil), ("Shop #1", nil), ("[#1x]", nil), ("[#]", nil), ("[#-1]", nil),
            ("x", ["supportd.9.t99@desk.test"]), ("x", ["supportd.x.t1@desk.test"]),
            ("x", ["supportd.9.t1"]), ("x", ["1@other.test"]),
        ])
    func otherAnswers(subject: String, references: [String]?) throws {
        var desk = try Self.desk()
        _ = try Self.deliver(.example(1), to: &desk)
        let outcome = try Self.deliver(
            .example(2, subject: subject, answering: references), to: &desk)
        #expect(outcome.ticket == 2 && outcome.isOpening)
    }

    @Test(
        "a ticket of another client is out of reach",
        arguments: [
            ("Re: [#1] Shop", nil), ("Re", ["1@acme.test"]), ("Re", ["supportd.9.t1@desk.test"]),
        ])
    func ticketsOfOthers(subject: String, references: [String]?) throws {
        var desk = try Self.desk()
        _ = try Self.deliver(.example(1), to: &desk)
        let version = try desk.state.ticket(1).version
        let outcome = try Self.deliver(
            .example(2, from: "bob@beta.test", subject: subject, answering: references), to: &desk)
        #expect(outcome.held == 1 && outcome.reason == .otherTicket)
        #expect(try desk.state.ticket(1).version == version)
        #expect(try desk.state.heldMail(1).ticket == 1)
    }

    /// Who sends a mail with the Message-ID of another does not draw the answers to that one.
    @Test func anIdentifierStaysWithItsFirstTicket() throws {
        var desk = try Self.desk()
        _ = try Self.deliver(.example(1), to: &desk)
        var forged = ReceivedMail.example(2, from: "bob@beta.test")
        forged.messageId = "1@acme.test"
        #expect(try Self.deliver(forged, to: &desk).ticket == 2)
        let answer = ReceivedMail.example(3, subject: "Re", answering: ["1@acme.test"])
        #expect(try Self.deliver(answer, to: &desk).ticket == 1)
    }

    @Test func aResolvedTicketIsReopenedInTime() throws {
        var desk = try Self.desk()
        _ = try Self.deliver(.example(1), to: &desk)
        try desk.perform(ResolveTicket(ticket: 1))
        let answer = ReceivedMail.example(2, subject: "[#1] again")
        #expect(try Self.deliver(answer, to: &desk) == MailOutcome(ticket: 1))
        #expect(try desk.state.ticket(1).state == .open)
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.advance(to: "2026-10-19T09:00:01Z")
        let late = try Self.deliver(.example(3, subject: "[#1] again"), to: &desk)
        #expect(late.ticket == 2 && late.isOpening)
        #expect(try desk.state.ticket(1).state == .resolved)
        #expect(
            try desk.state.ticket(2).remarks.map(\.text)
                == [
                    "opened by mail; it answers ticket 1, which could not be reopened",
                    "continues ticket 1",
                ])
    }

    @Test func aResolvedTicketTakesAMailOnItsLastMoment() throws {
        var desk = try Self.desk()
        _ = try Self.deliver(.example(1), to: &desk)
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.advance(to: "2026-10-19T09:00:00Z")
        #expect(try Self.deliver(.example(2, subject: "[#1]"), to: &desk).ticket == 1)
    }

    @Test func theStaffWriteOnTicketsOnly() throws {
        var desk = try Self.desk()
        let mara = "Mara@desk.test"
        #expect(
            try Self.deliver(.example(1, from: mara), to: &desk).reason == .staffWithoutTicket)
        _ = try Self.deliver(.example(2), to: &desk)
        try desk.perform(WaitForClient(ticket: 1))
        #expect(
            try Self.deliver(.example(3, from: mara, subject: "[#1] I see"), to: &desk).ticket == 1)
        let ticket = try desk.state.ticket(1)
        #expect(ticket.state == .waiting, "it still waits for the client")
        #expect(ticket.remarks.last?.correspondence == nil)
        desk.policy.mail.authenticationServer = "MX.desk.test"
        var doubted = ReceivedMail.example(4, from: mara, subject: "[#1] I see")
        doubted.authentication = [
            MailAuthentication(server: "mx.desk.test", results: ["dmarc=fail"])
        ]
        #expect(try Self.deliver(doubted, to: &desk).reason == .doubtedStaff)
    }

    @Test(arguments: [
        (["dmarc=fail"], [], "dmarc=fail"), (["dmarc=pass", "spf=fail"], [], nil),
        (["spf=softfail", "dkim=fail"], [], "spf=softfail, dkim=fail"), (["spf=none"], [], nil),
        (["spf=temperror"], [], nil), ([], ["dmarc=fail"], nil),
        // Who forges a header below the server's own is not believed.
        (["dmarc=fail", "dmarc=pass"], [], "dmarc=fail"),
    ])
    func doubt(own: [String], others: [String], wanted: String?) {
        var mail = ReceivedMail.example(1)
        mail.authentication = [
            MailAuthentication(server: "mx.desk.test", results: own),
            MailAuthentication(server: "evil.test", results: others),
            MailAuthentication(server: "mx.desk.test", results: ["dkim=fail"]),
        ]
        #expect(mail.doubt(by: "mx.Desk.test") == wanted)
        #expect(mail.doubt(by: nil) == nil)
    }
}
