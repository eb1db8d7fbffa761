import SupportClient
import SupportMail
import SupportModel
import SupportTestKit
import Testing

/// Mails that are made to cost time or memory, or to be taken for something else.
struct HostileMailTests {
    private static let head = "From: ann@acme.test\nSubject: x\n"
    private static let mebibyte = 1_048_576

    /// The names, and how each is made; large ones are made when they are tried.
    private static let mails: [(name: String, make: @Sendable () -> String)] = [
        (
            "1000 nested parts",
            {
                (0..<1000).reduce(into: "From: a@b\n") { text, depth in
                    text += "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n"
                } + "\nwords"
            }
        ),
        (
            "1000 nested messages",
            { String(repeating: "Content-Type: message/rfc822\n\n", count: 1000) + "x: y\n\nhi" }
        ),
        (
            "20 000 parts",
            {
                head + "Content-Type: multipart/mixed; boundary=b\n\n"
                    + String(repeating: "--b\n\nx\n", count: 20_000)
            }
        ),
        ("one line of 10 MiB", { head + "\n" + String(repeating: "x", count: 10 * mebibyte) }),
        ("10 MiB of lines", { head + "\n" + String(repeating: "word\n", count: 2 * mebibyte) }),
        ("10 MiB of quotes", { head + "\n" + String(repeating: "> w\n", count: 2_621_440) }),
        (
            "a file of 10 MiB",
            {
                head + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
                    + String(repeating: "AAAA", count: 10 * mebibyte / 4)
            }
        ),
        (
            "a subject of 2 MiB",
            { "Subject: " + String(repeating: "x", count: 2 * mebibyte) + "\n\n" }
        ),
        ("100 000 headers", { head + String(repeating: "X-A: b\n", count: 100_000) + "\nhi" }),
        (
            "50 000 encoded words",
            { "Subject: " + String(repeating: "=?utf-8?b?w7w=?= ", count: 50_000) + "\n\nhi" }
        ),
        (
            "50 000 references",
            { head + "References: " + String(repeating: "<a@b> ", count: 50_000) + "\n\nhi" }
        ),
        (
            "50 000 mailboxes",
            { "From: " + String(repeating: "a@b, ", count: 50_000) + "a@b\n\nhi" }
        ),
        ("1 MiB of NUL", { head + "\n" + String(repeating: "\u{0}", count: mebibyte) }),
        ("nested comments", { "From: " + String(repeating: "(", count: 100_000) + "a@b\n\nhi" }),
        (
            "nested groups",
            { "From: " + String(repeating: "g:", count: 50_000) + "a@b\n\nhi" }
        ),
    ]

    private static let pages: [(name: String, make: @Sendable () -> String)] = [
        ("links", { String(repeating: "<a href=\"http://a.test/\">x</a>", count: 30_000) }),
        ("open tags", { String(repeating: "<p ", count: 300_000) }),
        ("open quotes", { String(repeating: "<a b=\"", count: 100_000) }),
        ("brackets", { String(repeating: "<", count: mebibyte) }),
        ("ampersands", { String(repeating: "&", count: mebibyte) }),
        ("deep quotes", { String(repeating: "<blockquote>", count: 80_000) + "x" }),
        ("open scripts", { String(repeating: "<script>", count: 100_000) }),
        ("open comments", { String(repeating: "<!--", count: 200_000) }),
    ]

    @Test(arguments: mails.indices)
    func costsLittle(index: Int) throws {
        try Self.expectLittle(Self.mails[index].name, Self.mails[index].make())
    }

    @Test(arguments: pages.indices)
    func pagesCostLittle(index: Int) throws {
        let text = Self.head + "Content-Type: text/html\n\n" + Self.pages[index].make()
        try Self.expectLittle(Self.pages[index].name, text)
    }

    /// Those at which the library runs out of its stack: the process dies, and the mail is held.
    private static let deadly: Set = ["nested groups"]

    /// Has a mail decoded by the program in a bounded time; nothing of it is lost.
    private static func expectLittle(_ name: String, _ text: String) throws {
        let bytes = Array(text.utf8)
        let delivery = try MailDelivery(decoder: RunningPlace.program("supportd-mail"))
        let began = ContinuousClock.now
        let decoded = try delivery.decoded(bytes)
        let took = ContinuousClock.now - began
        let (mail, files) = (decoded.mail, decoded.files)
        #expect(took < .seconds(20), "\(name) took \(took)")
        #expect((mail.kind == .undecoded) == deadly.contains(name), "\(name)")
        if mail.kind == .undecoded {
            #expect(mail.raw.flatMap(Base64.bytes) == bytes)
            return
        }
        #expect(mail.text.unicodeScalars.count <= Limits.bodyCharactersMax)
        #expect((mail.quoted ?? "").unicodeScalars.count <= Limits.bodyCharactersMax)
        #expect(mail.subject.unicodeScalars.count <= Limits.lineCharactersMax)
        #expect((mail.references ?? []).count <= Limits.mailReferencesMax)
        #expect(files.count <= 100)
        // What is not in the text is in the first of the files.
        if mail.charactersLeftOut != nil {
            let isWhole = files.first?.bytes == bytes
            #expect(isWhole, "\(name) is not whole")
        }
    }

    @Test("a header cannot be made of another one's value")
    func injection() throws {
        let raw = """
            From: "a\\r\\nBcc: x@y" <ann@acme.test>
            Subject: =?utf-8?q?x=0D=0AFrom:_eve@evil.test=0D=0A=0D=0Abody?=
            Message-ID: <1@a>

            hi
            """
        let mail = try #require(MailDecoding.decode(Array(raw.utf8))?.mail)
        #expect(mail.sender?.address == "ann@acme.test")
        #expect(mail.subject == "x From: eve@evil.test body")
        #expect(mail.text == "hi")
    }
}
