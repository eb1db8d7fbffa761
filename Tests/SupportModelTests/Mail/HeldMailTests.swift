import SupportModel
import SupportTestKit
import Testing

/// The mails that no rule gives to a ticket: kept, listed, filed, discarded, and bounded.
struct HeldMailTests {
    private static func desk() throws -> DeskFixture {
        var desk = DeskFixture(at: "2026-10-05T09:00:00Z")
        try desk.perform(AddStaff(staff: "mara", role: .manager))
        try desk.perform(AddClient(client: "acme", name: "Acme", mails: ["ann@acme.test", "it@x"]))
        try desk.perform(AddClient(client: "beta", name: "Beta", mails: ["bob@beta.test", "IT@x"]))
        try desk.perform(AddClient(client: "gone", name: "Gone", mails: ["gus@gone.test"]))
        try desk.perform(ArchiveClient(client: "gone"))
        return desk
    }

    private static func refusal(
        of command: some Command, on desk: DeskFixture
    ) -> Refusal? {
        var copy = desk
        do throws(Refusal) {
            try copy.perform(command)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            ("who@x.test", .person, .unknownSender), (nil, .person, .noSender),
            ("it@x", .person, .ambiguousSender), ("gus@gone.test", .person, .archivedClient),
            ("ann@acme.test", .automatic, .automatic), ("ann@acme.test", .bounce, .bounce),
            ("ann@acme.test", .list, .list), ("ann@acme.test", .loop, .loop),
            ("ann@acme.test", .undecoded, .undecoded),
        ] as [(String?, MailKind, HoldReason)])
    func reasons(address: String?, kind: MailKind, reason: HoldReason) throws {
        var desk = try Self.desk()
        try desk.perform(ReceiveMail(mail: .example(1, from: address, kind: kind)))
        let held = try desk.state.heldMail(1)
        #expect(held.reason == reason && held.mail == .example(1, from: address, kind: kind))
        #expect(desk.state.tickets.isEmpty)
        // A copy is not held twice.
        #expect(
            try desk.perform(ReceiveMail(mail: .example(1, from: address, kind: kind))).isEmpty)
    }

    @Test("an address of two clients is told by the ticket that it names")
    func sharedAddress() throws {
        var desk = try Self.desk()
        try desk.perform(ReceiveMail(mail: .example(1)))
        try desk.perform(ReceiveMail(mail: .example(2, from: "it@x", subject: "[#1] more")))
        #expect(desk.state.heldMails.isEmpty)
        #expect(try desk.state.ticket(1).remarks.last?.text == "It is slow.")
    }

    @Test func filedForAClientItOpensATicket() throws {
        var desk = try Self.desk()
        try desk.perform(ReceiveMail(mail: .example(1, from: "who@x.test")))
        try desk.perform(FileMail(mail: 1, client: "acme"))
        #expect(desk.state.heldMails.isEmpty)
        #expect(try desk.state.ticket(1).body == "It is slow.")
        // Its copy and its answers are known from then on.
        #expect(try desk.perform(ReceiveMail(mail: .example(1, from: "who@x.test"))).isEmpty)
        try desk.perform(ReceiveMail(mail: .example(2, answering: ["1@acme.test"])))
        #expect(try desk.state.ticket(1).remarks.count == 2)
    }

    @Test func filedOnATicketItIsARemark() throws {
        var desk = try Self.desk()
        try desk.perform(ReceiveMail(mail: .example(1)))
        try desk.perform(ResolveTicket(ticket: 1))
        try desk.perform(ReceiveMail(mail: .example(2, from: "who@x.test", text: "More.")))
        try desk.perform(FileMail(mail: 1, ticket: 1))
        let ticket = try desk.state.ticket(1)
        #expect(ticket.state == .open && ticket.remarks.contains { $0.text == "More." })
        #expect(ticket.remarks.last?.by == DeskFixture.person)
    }

    @Test func whatCannotBeFiled() throws {
        var desk = try Self.desk()
        try desk.perform(ReceiveMail(mail: .example(1, from: "who@x.test")))
        let both = Refusal.invalid(.client, .mail(.clientOrTicket))
        #expect(Self.refusal(of: FileMail(mail: 1), on: desk) == both)
        #expect(Self.refusal(of: FileMail(mail: 1, client: "acme", ticket: 1), on: desk) == both)
        #expect(Self.refusal(of: FileMail(mail: 1, contract: 1, ticket: 1), on: desk) == both)
        #expect(
            Self.refusal(of: FileMail(mail: 2, client: "acme"), on: desk) == .unknown(.mail, "2"))
        #expect(
            Self.refusal(of: FileMail(mail: 1, client: "gone"), on: desk) == .clientArchived("gone")
        )
        #expect(Self.refusal(of: FileMail(mail: 1, ticket: 9), on: desk) == .unknown(.ticket, "9"))
        #expect(
            Self.refusal(of: FileMail(mail: 1, client: "acme", contract: 9), on: desk)
                == .unknown(.contract, "9"))
    }

    @Test func discardedItStaysKnown() throws {
        var desk = try Self.desk()
        let mail = ReceivedMail.example(1, from: "who@x.test")
        try desk.perform(ReceiveMail(mail: mail))
        #expect(
            Self.refusal(of: DiscardMail(mail: 1, reason: " "), on: desk)
                == .invalid(.reason, .text(.empty)))
        try desk.perform(DiscardMail(mail: 1, reason: "spam"))
        #expect(desk.state.heldMails.isEmpty)
        #expect(try desk.perform(ReceiveMail(mail: mail)).isEmpty)
        #expect(
            Self.refusal(of: DiscardMail(mail: 1, reason: "x"), on: desk) == .unknown(.mail, "1"))
    }

    @Test func noMoreAreHeldThanFit() throws {
        var desk = try Self.desk()
        desk.policy.mail.heldMax = 2
        for number in 1...2 {
            try desk.perform(ReceiveMail(mail: .example(number, from: "who@x.test")))
        }
        let third = ReceiveMail(mail: .example(3, from: "who@x.test"))
        let bytes = desk.state.heldBytes
        #expect(
            Self.refusal(of: third, on: desk) == .mail(.holdingFull(count: 2, bytes: bytes)))
        // Mails that need no room go on.
        try desk.perform(ReceiveMail(mail: .example(4)))
        desk.policy.mail.heldMax = 3
        desk.policy.mail.heldBytesMax = bytes + third.mail.heldBytes - 1
        #expect(Self.refusal(of: third, on: desk) != nil)
        desk.policy.mail.heldBytesMax += 1
        try desk.perform(third)
        #expect(desk.state.heldMails.count == 3)
    }

    @Test func moreThanAreTakenInAnHourAreHeld() throws {
        var desk = try Self.desk()
        desk.policy.mail.hourlyMax = 3
        for number in 1...4 { try desk.perform(ReceiveMail(mail: .example(number))) }
        #expect(desk.state.tickets.count == 3)
        #expect(desk.state.heldMails.values.map(\.reason) == [.tooMany])
        // Others are not concerned, and the next hour is a new one.
        try desk.perform(ReceiveMail(mail: .example(5, from: "bob@beta.test")))
        try desk.advance(to: "2026-10-05T10:00:00Z")
        try desk.perform(ReceiveMail(mail: .example(6)))
        #expect(desk.state.tickets.count == 5)
    }

    @Test func mailLoops() throws {
        var desk = try Self.desk()
        desk.policy.mail.hourlyMax = 10
        // What says that no person wrote it, answers nothing and opens nothing.
        for (number, kind) in [MailKind.automatic, .bounce, .loop].enumerated() {
            try desk.perform(ReceiveMail(mail: .example(number + 1, kind: kind)))
        }
        #expect(desk.state.tickets.isEmpty && desk.state.heldMails.count == 3)
        // An answering machine that does not say so gets no answer by itself, on its ticket or another,
        // and is held when it goes on.
        for number in 4...40 {
            try desk.perform(ReceiveMail(mail: .example(number, subject: "[#1] I am away")))
        }
        #expect(desk.state.tickets.count <= 10 && desk.state.outbox.notices.isEmpty)
        #expect(desk.state.heldMails.values.filter { $0.reason == .tooMany }.count >= 27)
    }

    @Test func theLongestMail() throws {
        var desk = try Self.desk()
        let most = desk.policy.mail.bytesMax
        try desk.perform(ReceiveMail(mail: .example(1, bytes: most)))
        #expect(
            Self.refusal(of: ReceiveMail(mail: .example(2, bytes: most + 1)), on: desk)
                == .mail(.tooLong(most + 1, bytesMax: most)))
    }

    @Test func whatNoDecoderMakesIsRefused() throws {
        let desk = try Self.desk()
        func refuses(_ change: (inout ReceivedMail) -> Void) -> Bool {
            var mail = ReceivedMail.example(1)
            change(&mail)
            return Self.refusal(of: ReceiveMail(mail: mail), on: desk) != nil
        }
        let longest = String(repeating: "x", count: Limits.bodyCharactersMax)
        #expect(!refuses { $0.text = longest })
        #expect(refuses { $0.text = longest + "x" })
        #expect(refuses { $0.quoted = longest + "x" })
        #expect(refuses { $0.text = "\u{1B}[2J" })
        #expect(refuses { $0.subject = "a\nb" })
        #expect(refuses { $0.sender?.name = "a\u{0}" })
        let line = String(repeating: "x", count: Limits.mailLineBytesMax)
        #expect(!refuses { $0.references = Array(repeating: line, count: 50) })
        #expect(refuses { $0.references = [line + "x"] })
        #expect(!refuses { $0.references = Array(repeating: "x", count: Limits.mailLinesMax - 3) })
        #expect(refuses { $0.references = Array(repeating: "x", count: Limits.mailLinesMax - 2) })
        let raw = String(repeating: "A", count: Limits.rawMailBytesMax)
        #expect(!refuses { $0.raw = raw })
        #expect(refuses { $0.raw = raw + "A" })
    }

    @Test func aSnapshotKeepsAllOfIt() throws {
        var desk = try Self.desk()
        for (number, address) in ["ann@acme.test", "who@x.test", "y@x.test"].enumerated() {
            try desk.perform(ReceiveMail(mail: .example(number, from: address)))
        }
        try desk.perform(DiscardMail(mail: 1, reason: "spam"))
        var read = DeskFixture(at: desk.now, state: State(StateImage(desk.state)))
        #expect(read.image == desk.image)
        for number in 0...2 {
            #expect(
                try read.perform(ReceiveMail(mail: .example(number, from: "who@x.test"))).isEmpty)
        }
        try read.perform(ReceiveMail(mail: .example(9, from: "who@x.test")))
        #expect(read.state.heldMails.keys.contains(3), "numbers are not given twice")
    }
}
