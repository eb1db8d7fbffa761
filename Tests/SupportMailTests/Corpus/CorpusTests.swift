import SupportMail
import SupportModel
import SupportTestKit
import Testing

/// Every mail of the corpus says what it should, and reaches a ticket or the held mails.
struct CorpusTests {
    @Test func thereAreManyMails() {
        #expect(MailExample.all.count >= 160)
        #expect(Set(MailExample.all.map(\.raw)).count == MailExample.all.count)
    }

    @Test(arguments: MailExample.all)
    func whatAMailSays(example: MailExample) throws {
        let decoded = MailDecoding.decode(example.raw)
        if case .undecodable? = example.claims.first {
            #expect(decoded == nil)
            return
        }
        let (mail, files) = try #require(decoded)
        for claim in example.claims {
            switch claim {
            case .subject(let subject): #expect(mail.subject == subject)
            case .text(let text): #expect(mail.text == text)
            case .quoted(let quoted): #expect(mail.quoted == quoted)
            case .kind(let kind): #expect(mail.kind == kind)
            case .sender(let address): #expect(mail.sender?.address == address)
            case .named(let name): #expect(mail.sender?.name == name)
            case .files(let wanted):
                #expect(files.map { "\($0.name) \($0.type) \($0.bytes.count)" } == wanted)
            case .origin(let wanted):
                let found = (mail.authentication ?? []).map {
                    ([$0.server] + $0.results).joined(separator: " ")
                }
                #expect(found == wanted)
            case .undecodable: Issue.record("it was decoded")
            }
        }
    }

    @Test func theDeskTakesEachOfThem() throws {
        var desk = DeskFixture(at: "2026-10-05T09:00:00Z")
        desk.policy.mail.hourlyMax = 10_000
        try desk.perform(AddClient(client: "acme", name: "Acme", mails: ["ann@acme.test"]))
        var taken: Set<ContentHash> = []
        for example in MailExample.all {
            guard let (mail, _) = MailDecoding.decode(example.raw) else { continue }
            let events = try desk.perform(ReceiveMail(mail: mail))
            #expect(events.isEmpty != taken.insert(mail.identity).inserted, "\(example.name)")
            // Once more, as from a queue that did not hear the answer.
            #expect(try desk.perform(ReceiveMail(mail: mail)).isEmpty, "\(example.name)")
        }
        let places = desk.state.knownMails.values.filter { $0.ticket != nil || $0.held != nil }
        #expect(places.count == taken.count)
        #expect(!desk.state.heldMails.isEmpty && !desk.state.tickets.isEmpty)
    }

    /// The same mail with another way behind it is the same mail; with other words it is another.
    @Test func theWayMakesNoOtherMail() throws {
        let text = "From: ann@acme.test\nMessage-ID: <1@a>\nSubject: s\n\nhi"
        let identity = MailDecoding.decode(Array(text.utf8))?.mail.identity
        let way = "Received: from a by b; Tue, 1 Dec 2026 09:00:00 +0000\nX-Spam: no\n" + text
        #expect(MailDecoding.decode(Array(way.utf8))?.mail.identity == identity)
        for other in [
            text + "!", text.replacing("Subject: s", with: "Subject: t"),
            text.replacing("1@a", with: "2@a"),
        ] {
            #expect(MailDecoding.decode(Array(other.utf8))?.mail.identity != identity, "\(other)")
        }
    }
}
