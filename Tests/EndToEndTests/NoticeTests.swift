import Glibc
import SupportJSON
import SupportModel
import SupportTestKit
import Testing

/// Notices with the real daemon and its worker, against receivers that fail, hang and drop the connection
/// at every step, and across the sudden end of both.
struct NoticeTests {
    /// A configuration that writes mail about tickets to a receiver.
    private static func configuration(_ receiver: MailReceiver, _ more: String = "") -> String {
        """
        [notices]
        domain = "desk.example.com"
        group = "0s"
        first_wait = "1s"
        longest_wait = "1s"
        [smtp]
        host = "127.0.0.1"
        port = \(receiver.port)
        security = "none"
        from = "desk@example.com"
        timeout = "1s"
        [[route]]
        name = "ops"
        events = ["ticket-opened", "outage", "recovery"]
        to = ["ops@example.com"]
        \(more)
        """
    }

    private static func desk(_ configuration: String) throws -> (RunningDesk, WireClient) {
        let desk = try RunningDesk(
            .init(clock: nil, configuration: configuration, startsWorker: true))
        let client = try desk.client()
        try client.result(
            "client.add", #"{"client":"acme","name":"Acme","mails":["it@acme.example"]}"#)
        return (desk, client)
    }

    private static func open(_ client: WireClient, _ number: Int) throws {
        try client.result(
            "ticket.open",
            #"{"client":"acme","level":1,"on_demand":true,"subject":"Ticket \#(number)"}"#)
    }

    /// How many notices are listed.
    private static func count(_ client: WireClient, _ params: String = "{}") throws -> Int {
        let notices = try client.result("notice.list", params).at("notices")
        return notices.map { Array($0.elements).count } ?? -1
    }

    /// The subjects of the tickets that mail tells of, by its identifier: several where a notice waited
    /// for a worker and others joined it.
    private static func tickets(_ mails: [MailReceiver.Mail]) -> [String: [Set<String>]] {
        var found: [String: [Set<String>]] = [:]
        for mail in mails {
            let told = mail.lines.drop { !$0.isEmpty }.filter { $0.hasPrefix("Ticket ") }
            found[mail.field("Message-ID") ?? "", default: []].append(Set(told))
        }
        return found
    }

    /// Expects mail about so many tickets, each under one identifier that always says the same.
    private static func expectAll(_ count: Int, _ receiver: MailReceiver) {
        let isThere = receiver.await { mails in
            Set(tickets(mails).values.joined().joined()).count >= count
        }
        let found = tickets(receiver.mails)
        #expect(isThere, "\(found)")
        #expect(Set(found.values.joined().joined()).count == count)
        for (identifier, contents) in found {
            #expect(Set(contents).count == 1, "\(identifier) says different things")
            #expect(
                identifier.hasPrefix("<supportd.") && identifier.hasSuffix("@desk.example.com>"))
        }
        let told = found.values.compactMap(\.first).joined()
        #expect(Array(told).count == count, "a ticket is told under two identifiers")
    }

    @Test(
        "a mail server that misbehaves at every step gets every notice, each under one identifier")
    func noticesThatVanishWhenTheNetworkBlinks() throws {
        var script: [(MailReceiver.Step, MailReceiver.Manner)] = []
        for step in MailReceiver.Step.allCases {
            for manner in [MailReceiver.Manner.drops, .fails, .hangs] {
                script.append((step, manner))
            }
        }
        let receiver = try MailReceiver(script)
        let (desk, client) = try Self.desk(Self.configuration(receiver))
        for number in 1...6 { try Self.open(client, number) }
        Self.expectAll(6, receiver)
        #expect(
            try RunningProgram.eventually(within: .seconds(60)) {
                try Self.count(client) == 0
            }, "all are delivered")
        // Only what comes after them is served well.
        #expect(receiver.connections > script.count)
        _ = desk
    }

    @Test("a webhook that misbehaves gets every notice, signed, each under one identifier")
    func hookTrouble() throws {
        let hook = try HookReceiver([
            .drops, .answers(500), .dropsUnread, .hangs, .answers(429), .answers(301), .drops,
        ])
        let receiver = try MailReceiver()
        let place = try RunningPlace()
        let secret = "\(place.path)/secret"
        let more = """
            [[route]]
            name = "hook"
            events = ["ticket-opened"]
            url = "\(hook.url)"
            secret_file = "\(secret)"
            """
        try Self.writePrivate("geheim\n", to: secret)
        let (desk, client) = try Self.desk(Self.configuration(receiver, more))
        for number in 1...4 { try Self.open(client, number) }
        #expect(hook.await { Set($0.flatMap(Self.told)).count == 4 })
        #expect(
            try RunningProgram.eventually(within: .seconds(60)) {
                try Self.count(client) == 0
            })
        var contents: [String: Set<[String]>] = [:]
        for post in hook.posts {
            let document = try JSONDocument(text: post.body)
            let identifier = post.header("X-Supportd-Notice") ?? ""
            #expect(document.root[member: "id"]?.string == identifier)
            #expect(document.root[member: "v"]?.int == 1)
            #expect(post.header("X-Supportd-Signature")?.hasPrefix("sha256=") == true)
            contents[identifier, default: []].insert(Self.told(post))
        }
        #expect(contents.values.allSatisfy { $0.count == 1 })
        #expect(Array(contents.values.joined().joined()).count == 4, "each is told under one")
        _ = desk
    }

    /// The subjects of the tickets that a post tells of.
    private static func told(_ post: HookReceiver.Post) -> [String] {
        let items = try? JSONDocument(text: post.body).root[member: "items"]?.elements
        return items.map { $0.compactMap { $0[member: "subject"]?.string } } ?? []
    }

    private static func writePrivate(_ text: String, to path: String) throws {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try #require(file >= 0)
        defer { close(file) }
        #expect(write(file, text, text.utf8.count) == text.utf8.count)
    }

    @Test(
        "every notice arrives, under one identifier, though desk and worker are killed again and again"
    )
    func killed() throws {
        let receiver = try MailReceiver()
        let (desk, first) = try Self.desk(Self.configuration(receiver))
        var client = first
        var opened = 0
        for round in 1...8 {
            for _ in 1...4 {
                opened += 1
                try Self.open(client, opened)
            }
            // Some of them are under way, in a conversation that ends badly.
            receiver.misbehave([(.end, .drops), (.end, .hangs), (.data, .drops)])
            usleep(useconds_t(round * 13_000))
            if round.isMultiple(of: 2) {
                for worker in RunningProgram.children(of: desk.process) { kill(worker, SIGKILL) }
            } else {
                let workers = RunningProgram.children(of: desk.process)
                desk.kill()
                for worker in workers { kill(worker, SIGKILL) }
                try desk.start()
                client = try desk.client()
            }
        }
        receiver.behave()
        Self.expectAll(opened, receiver)
        #expect(
            try RunningProgram.eventually(within: .seconds(60)) {
                try Self.count(client) == 0
            })
    }

    @Test(
        "a reply goes to the client, in one thread, and what is refused is a dead letter that can be retried"
    )
    func replies() throws {
        let receiver = try MailReceiver()
        let (desk, client) = try Self.desk(Self.configuration(receiver))
        try Self.open(client, 1)
        #expect(receiver.await { $0.count == 1 })
        let one = try desk.supportc("ticket", "reply", "1", "Fixed.\nPlease look – ok?")
        #expect(one.code == 0, "\(one.output)")
        #expect(one.output == "ticket 1: reply to it@acme.example\n")
        #expect(receiver.await { $0.count == 2 })
        receiver.misbehave([(.recipient, .refuses)])
        #expect(try desk.supportc("ticket", "reply", "1", "And this?", "--wait").code == 0)
        #expect(
            try RunningProgram.eventually(within: .seconds(60)) {
                try Self.count(client, #"{"state":"given-up"}"#) == 1
            })
        let dead = try desk.supportc("notice", "list", "--dead")
        #expect(dead.output.contains("SMTP 550"), "\(dead.output)")
        #expect(try desk.supportc("status").output.contains("1 dead letter"))
        #expect(try desk.supportc("notice", "retry", "--dead").code == 0)
        #expect(receiver.await { $0.count == 3 })
        let mails = receiver.mails
        #expect(
            mails.map(\.recipient) == ["ops@example.com", "it@acme.example", "it@acme.example"])
        #expect(mails[0].field("Auto-Submitted") == "auto-generated")
        #expect(mails[1].field("Auto-Submitted") == nil)
        #expect(mails[1].field("Subject") == "[#1] Ticket 1")
        #expect(mails[1].field("Message-ID") == "<supportd.2.t1@desk.example.com>")
        #expect(mails[1].field("In-Reply-To") == "<supportd.0.t1@desk.example.com>")
        #expect(mails[2].field("In-Reply-To") == "<supportd.2.t1@desk.example.com>")
        #expect(mails[2].field("References") == "<supportd.0.t1@desk.example.com>")
        let shown = try client.result("ticket.show", #"{"ticket":1}"#)
        #expect(shown.at("ticket", "state")?.string == "waiting")
        #expect(try desk.supportc("notice", "show", "2").output.contains("Please look"))
    }

    @Test("a regular ticket of the night is told in the morning, an emergency at once")
    func night() throws {
        let receiver = try MailReceiver()
        let desk = try RunningDesk(
            .init(
                clock: "2026-01-05T22:00:00Z", configuration: Self.configuration(receiver),
                startsWorker: true))
        let client = try desk.client()
        try client.result("client.add", #"{"client":"acme","name":"Acme"}"#)
        try client.result(
            "ticket.open", #"{"client":"acme","level":4,"on_demand":true,"subject":"Banner"}"#)
        try Self.open(client, 2)
        #expect(receiver.await { $0.count == 1 })
        #expect(receiver.mails.first?.field("Subject") == "[#2] new ticket: Ticket 2")
        #expect(try desk.supportc("clock", "advance", "10h59m").code == 0)
        #expect(try Self.count(client) == 1)
        #expect(receiver.mails.count == 1)
        #expect(try desk.supportc("clock", "advance", "1m").code == 0)
        #expect(receiver.await { $0.count == 2 })
        #expect(receiver.mails.last?.field("Subject") == "[#1] new ticket: Banner")
    }

    @Test("a test of a route says how it ends")
    func routes() throws {
        let receiver = try MailReceiver()
        let more = """
            [[route]]
            name = "good"
            events = ["outage"]
            command = ["/bin/sh", "-c", "read line && test -n \\"$SUPPORTD_NOTICE\\""]
            [[route]]
            name = "bad"
            events = ["outage"]
            command = ["/bin/sh", "-c", "echo no pager here; exit 4"]
            """
        let (desk, client) = try Self.desk(Self.configuration(receiver, more))
        #expect(
            try RunningProgram.eventually {
                try client.result("desk.status").at("worker", "connected")?.bool == true
            })
        let good = try desk.supportc("notice", "test", "good")
        #expect(good.code == 0 && good.output.contains("delivered"), "\(good.output)")
        let bad = try desk.supportc("notice", "test", "bad")
        #expect(bad.code == 1 && bad.output.contains("no pager here"), "\(bad.output)")
        let mail = try desk.supportc("notice", "test", "ops")
        #expect(mail.code == 0 && mail.output.contains("to ops@example.com"), "\(mail.output)")
        #expect(try desk.supportc("notice", "test", "none").code == 3)
    }
}
