import SupportLink
import SupportModel
import SupportProbes
import SupportTestKit
import Testing

/// One attempt of a delivery against receivers that work, and ones that fail at every step.
struct DeliveryTests {
    private func end(_ means: DeliveryMeans, milliseconds: Int = 1_000) -> DeliveryEnd {
        Delivery(
            DeliveryOrder(number: 1, means: means, timeoutMilliseconds: milliseconds),
            key: HandoverKey()
        ).run()
    }

    private func mail(to port: Int, mustEncrypt: Bool = false) throws -> DeliveryMeans {
        let text = try #require(
            MailMessage(
                from: "desk@example.com", to: "ops@example.com", subject: "Grüße",
                identifier: "supportd.1.t0@example.com", date: "2026-12-01T09:00:00Z",
                body: ".a line that begins with a full stop\n..\nend"
            ).text)
        return .smtp(
            SMTPDelivery(
                server: "smtp://127.0.0.1:\(port)", mustEncrypt: mustEncrypt,
                greeting: "example.com", from: "desk@example.com", to: "ops@example.com",
                message: text))
    }

    @Test func aMailArrivesAsItWasWritten() throws {
        let receiver = try MailReceiver()
        #expect(end(try mail(to: receiver.port)) == .delivered)
        let mail = try #require(receiver.mails.first)
        #expect(mail.recipient == "ops@example.com")
        #expect(mail.field("Message-ID") == "<supportd.1.t0@example.com>")
        #expect(mail.field("Subject") == "=?UTF-8?B?R3LDvMOfZQ==?=")
        let body = mail.lines.drop { !$0.isEmpty }.dropFirst()
        #expect(Array(body) == [".a line that begins with a full stop", "..", "end"])
    }

    @Test(
        "a mail server that misbehaves at any step makes a failure, or a refusal where it says 5xx",
        arguments: MailReceiver.Step.allCases)
    func mailTrouble(step: MailReceiver.Step) throws {
        for manner in MailReceiver.Manner.allCases {
            let receiver = try MailReceiver([(step, manner)])
            let end = end(try mail(to: receiver.port))
            switch (end, manner) {
            case (.refused(let why), .refuses): #expect(why.hasPrefix("SMTP 550"), "\(why)")
            case (.failed(let why), .fails): #expect(why.hasPrefix("SMTP 451"), "\(why)")
            case (.failed, .hangs), (.failed, .drops): break
            default: Issue.record("\(step) \(manner): \(end)")
            }
            #expect(self.end(try mail(to: receiver.port)) == .delivered, "then it works")
        }
    }

    @Test("a server that offers no encryption is told nothing where that is wanted")
    func noEncryption() throws {
        let receiver = try MailReceiver()
        guard case .failed = end(try mail(to: receiver.port, mustEncrypt: true)) else {
            Issue.record("it was sent in plain text")
            return
        }
        #expect(receiver.mails.isEmpty)
    }

    @Test func nobodyListens() throws {
        guard case .failed(let why) = end(try mail(to: LoopbackServer.deadPort())) else {
            Issue.record("it was delivered")
            return
        }
        #expect(!why.isEmpty)
    }

    private func post(_ receiver: HookReceiver) -> DeliveryMeans {
        .webhook(
            WebhookDelivery(
                url: receiver.url, headers: ["X-Supportd-Notice: n1"], body: "{\"a\":\"ü\"}"))
    }

    @Test func aPostArrivesAsItWasWritten() throws {
        let receiver = try HookReceiver()
        #expect(end(post(receiver)) == .delivered)
        let post = try #require(receiver.posts.first)
        #expect(post.head.first == "POST /hook HTTP/1.1")
        #expect(post.header("X-Supportd-Notice") == "n1")
        #expect(post.header("Content-Type") == "application/json")
        #expect(post.body == "{\"a\":\"ü\"}")
    }

    @Test(
        "an answer that may pass is a failure, one that stays is a refusal; nothing is followed",
        arguments: [
            (200, true, false), (204, true, false), (301, false, false), (307, false, false),
            (400, false, true), (404, false, false), (410, false, true), (408, false, false),
            (429, false, false), (500, false, false), (503, false, false),
        ])
    func statuses(status: Int, isDelivered: Bool, isFinal: Bool) throws {
        let receiver = try HookReceiver([.answers(status)])
        switch end(post(receiver)) {
        case .delivered: #expect(isDelivered)
        case .refused: #expect(isFinal)
        case .failed: #expect(!isDelivered && !isFinal)
        }
        #expect(receiver.posts.count == 1)
    }

    @Test(arguments: [HookReceiver.Manner.hangs, .drops, .dropsUnread])
    func hookTrouble(manner: HookReceiver.Manner) throws {
        let receiver = try HookReceiver([manner])
        guard case .failed = end(post(receiver)) else {
            Issue.record("\(manner) is no failure")
            return
        }
        #expect(end(post(receiver)) == .delivered)
    }

    private func program(_ script: String, input: String = "") -> DeliveryMeans {
        .program(
            ProgramDelivery(
                program: "/bin/sh", arguments: ["-c", script], input: input,
                environment: ["SUPPORTD_NOTICE": "n1"]))
    }

    @Test func aProgramReadsWhatItIsGiven() {
        let long = String(repeating: "0123456789", count: 50_000)
        #expect(end(program("test $(wc -c) = 500000", input: long)) == .delivered)
        #expect(end(program("test \"$SUPPORTD_NOTICE\" = n1; test $? = 0")) == .delivered)
        #expect(end(program("exit 0", input: long)) == .delivered, "unread input is no failure")
    }

    @Test func aProgramThatFailsSaysWhy() {
        #expect(
            end(program("echo no such; echo pager >&2; exit 3"))
                == .failed("/bin/sh exited with status 3: no such pager"))
        guard case .failed(let why) = end(program("sleep 30"), milliseconds: 300) else {
            Issue.record("it was delivered")
            return
        }
        #expect(why.contains("was killed"))
        // What it writes without an end is not kept.
        guard case .failed(let much) = end(program("yes"), milliseconds: 300) else {
            Issue.record("it was delivered")
            return
        }
        #expect(much.utf8.count < 10_000)
        guard
            case .failed = end(
                .program(ProgramDelivery(program: "/no/such", arguments: [], input: "")))
        else {
            Issue.record("it was delivered")
            return
        }
    }

    @Test("what a program leaves behind ends with it, and is not waited for")
    func leftovers() {
        let began = ContinuousClock.now
        #expect(end(program("sleep 20 & exit 0"), milliseconds: 10_000) == .delivered)
        #expect(ContinuousClock.now - began < .seconds(5))
    }
}
