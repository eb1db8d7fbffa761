import SupportMail
import Testing

/// The conversation of LMTP, however its bytes arrive.
struct LMTPSessionTests {
    /// What one conversation says and delivers.
    private struct Heard: Equatable {
        var replies = ""
        var mails: [LMTPMail] = []
        var isClosed = false
    }

    /// Gives a session pieces, and each mail an outcome.
    private static func hear(
        _ pieces: [[UInt8]], bytesMax: Int = 200, outcome: LMTPOutcome = .stored("yes")
    ) -> Heard {
        var session = LMTPSession(name: "desk", bytesMax: bytesMax)
        var heard = Heard()
        for piece in pieces {
            var actions = session.take(piece)[...]
            while let action = actions.popFirst() {
                switch action {
                case .reply(let text): heard.replies += text
                case .deliver(let mail):
                    heard.mails.append(mail)
                    actions += session.delivered(outcome)
                case .close: heard.isClosed = true
                }
            }
        }
        return heard
    }

    private static func hear(_ text: String, outcome: LMTPOutcome = .stored("yes")) -> Heard {
        hear([Array(text.utf8)], outcome: outcome)
    }

    private static let conversation =
        "LHLO mx.test\r\nMAIL FROM:<ann@acme.test> SIZE=20\r\nRCPT TO:<a@desk.test>\r\n"
        + "RCPT TO:<b@desk.test>\r\nDATA\r\nSubject: x\r\n\r\n..point\r\n.\r\n"
        + "MAIL FROM:<>\r\nRCPT TO:<a@desk.test>\r\nDATA\r\nhi\r\n.\r\nQUIT\r\n"

    private static let expected = Heard(
        replies: "250-desk\r\n250-PIPELINING\r\n250-ENHANCEDSTATUSCODES\r\n250-8BITMIME\r\n"
            + "250-SMTPUTF8\r\n250 SIZE 200\r\n250 2.1.0 yes\r\n250 2.1.5 yes\r\n"
            + "250 2.1.5 yes\r\n354 end with a point on a line of its own\r\n"
            + "250 2.0.0 <a@desk.test> yes\r\n250 2.0.0 <b@desk.test> yes\r\n"
            + "250 2.1.0 yes\r\n250 2.1.5 yes\r\n354 end with a point on a line of its own\r\n"
            + "250 2.0.0 <a@desk.test> yes\r\n221 2.0.0 desk closes\r\n",
        mails: [
            LMTPMail(
                sender: "ann@acme.test", recipients: ["a@desk.test", "b@desk.test"],
                text: Array("Subject: x\r\n\r\n.point\r\n".utf8)),
            LMTPMail(sender: "", recipients: ["a@desk.test"], text: Array("hi\r\n".utf8)),
        ], isClosed: true)

    @Test func aConversation() {
        #expect(Self.hear(Self.conversation) == Self.expected)
        #expect(Self.expected.mails[1].message.starts(with: "Return-Path: <>\r\n".utf8))
    }

    @Test func atEveryCut() {
        let bytes = Array(Self.conversation.utf8)
        for cut in 0...bytes.count {
            let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])]
            #expect(Self.hear(pieces) == Self.expected, "cut at \(cut)")
        }
        #expect(Self.hear(bytes.map { [$0] }) == Self.expected)
    }

    @Test func nothingIsReadBeforeTheOutcome() {
        var session = LMTPSession(name: "desk", bytesMax: 200)
        let text = "LHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nhi\r\n.\r\nQUIT\r\n"
        let actions = session.take(text.utf8)
        #expect(!actions.contains(.close))
        guard case .deliver? = actions.last else {
            Issue.record("no mail: \(actions)")
            return
        }
        #expect(session.take("NOOP\r\n".utf8) == [])
        #expect(
            session.delivered(.later("full")) == [
                .reply("451 4.3.0 <c@d> full\r\n"), .reply("221 2.0.0 desk closes\r\n"), .close,
            ])
    }

    private static let begun = "LHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n"

    @Test(
        "only CRLF, a point and CRLF end a mail",
        arguments: [
            "a\n.\r\nb", "a\r\n.\nb", "a\n.\nb", "a\r.\r\nb", "a\r\n.\rb", "a\r\n..\r\nb",
        ])
    func endings(text: String) {
        let heard = Self.hear(Self.begun + text + "\r\n.\r\n")
        #expect(heard.mails.count == 1)
        let wanted = text.replacing("\r\n..", with: "\r\n.").replacing("\r\n.\n", with: "\r\n\n")
            .replacing("\r\n.\rb", with: "\r\n\rb")
        #expect(
            heard.mails.first.map { String(decoding: $0.text, as: UTF8.self) } == wanted + "\r\n")
    }

    @Test func theLongestMail() {
        let fitting = Self.hear(Self.begun + String(repeating: "x", count: 198) + "\r\n.\r\n")
        #expect(fitting.mails.map(\.text.count) == [200])
        let longer = Self.hear(
            Self.begun + String(repeating: "x", count: 199) + "\r\n.\r\nNOOP\r\n")
        #expect(longer.mails == [])
        #expect(
            longer.replies.hasSuffix(
                "552 5.3.4 <c@d> at most 200 bytes are taken\r\n250 2.0.0 yes\r\n"))
        let said = Self.hear("LHLO x\r\nMAIL FROM:<a@b> SIZE=201\r\n")
        #expect(said.replies.hasSuffix("552 5.3.4 at most 200 bytes are taken\r\n"))
    }

    @Test("a line without an end takes no memory, in a mail or a command")
    func longLines() {
        let long = [UInt8](repeating: UInt8(ascii: "."), count: 1 << 20)
        let mail = Self.hear([Array(Self.begun.utf8), long, long, Array("\r\n.\r\n".utf8)])
        #expect(mail.mails == [])
        #expect(mail.replies.contains("552 5.3.4"))
        let whole = Self.hear(
            [Array(Self.begun.utf8), long, long, Array("\r\n.\r\n".utf8)], bytesMax: 1 << 22)
        // The first point of a line stands for none.
        #expect(whole.mails.map(\.text.count) == [2 * long.count - 1 + 2])
        let command = Self.hear([long, Array("\r\nLHLO x\r\nQUIT\r\n".utf8)])
        #expect(command.replies.hasPrefix("500 5.5.2 that is no command\r\n250-desk"))
        #expect(command.isClosed)
    }

    @Test(arguments: [
        ("MAIL FROM:<a@b>\r\n", "503"), ("LHLO x\r\nRCPT TO:<a@b>\r\n", "503"),
        ("LHLO x\r\nDATA\r\n", "503"), ("LHLO x\r\nMAIL FROM:<a@b>\r\nDATA\r\n", "503"),
        ("LHLO x\r\nMAIL FROM:<a@b>\r\nMAIL FROM:<a@b>\r\n", "503"), ("LHLO\r\n", "501"),
        ("LHLO x\r\nMAIL TO:<a@b>\r\n", "501"), ("LHLO x\r\nMAIL FROM:a@b\r\n", "501"),
        ("LHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<>\r\n", "501"), ("EHLO x\r\n", "500"),
        ("\r\n", "500"), ("WHAT\r\n", "500"), ("NO\u{1}OP\r\n", "500"), ("VRFY a\r\n", "252"),
        ("RSET\r\n", "250"),
    ])
    func whatIsOutOfOrder(text: String, code: String) {
        let last = Self.hear(text).replies.split(separator: "\r\n").last
        #expect(last?.hasPrefix(code) == true, "\(text): \(last ?? "")")
    }

    @Test func theMostRecipients() {
        let many = String(repeating: "RCPT TO:<c@d>\r\n", count: 101)
        let replies = Self.hear("LHLO x\r\nMAIL FROM:<a@b>\r\n" + many).replies
        #expect(
            replies.hasSuffix("250 2.1.5 yes\r\n452 4.5.3 at most 100 recipients of one mail\r\n"))
    }
}
