import Foundation
import SupportModel
import SupportTestKit
import Testing

/// Mail as it is written.
struct MailMessageTests {
    private func message(_ change: (inout MailMessage) -> Void = { _ in }) -> MailMessage {
        var message = MailMessage(
            from: "desk@example.com", to: "ops@example.com", subject: "shop is down",
            identifier: "supportd.7.t12@example.com", date: "2026-12-01T09:23:18.500Z",
            body: "one\ntwo")
        change(&message)
        return message
    }

    @Test func plainText() {
        #expect(
            message().text == """
                From: desk@example.com\r
                To: ops@example.com\r
                Subject: shop is down\r
                Date: Tue, 01 Dec 2026 09:23:18 +0000\r
                Message-ID: <supportd.7.t12@example.com>\r
                Auto-Submitted: auto-generated\r
                X-Auto-Response-Suppress: All\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 7bit\r
                \r
                one\r
                two\r

                """)
    }

    @Test func threadsAndPeople() throws {
        let text = try #require(
            message {
                $0.isAutomatic = false
                $0.fromName = "Support Desk"
                $0.inReplyTo = "a@b"
                $0.references = ["r@b", "a@b"]
            }.text)
        #expect(text.contains("From: Support Desk <desk@example.com>\r\n"))
        #expect(text.contains("In-Reply-To: <a@b>\r\nReferences: <r@b>\r\n <a@b>\r\n"))
        #expect(!text.contains("Auto-Submitted"))
    }

    @Test(
        "whatever a text holds, no header field ends early and no line is long",
        arguments: [
            "a\r\nBcc: x@example.com", "a\nb", "a\u{0}b", "Кошик не працює після оновлення сайту",
            "=?UTF-8?B?YQ==?=", String(repeating: "x", count: 2_000),
            String(repeating: "ü", count: 256), "\u{2028}x", "🛒🛒🛒",
        ])
    func hostile(text: String) throws {
        let written = try #require(
            message {
                $0.subject = text
                $0.fromName = text
                $0.body = text + "\r\n.\r\nQUIT\r" + text
            }.text)
        let parts = written.components(separatedBy: "\r\n\r\n")
        let head = parts[0].components(separatedBy: "\r\n")
        #expect(!parts[0].replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
        for line in written.components(separatedBy: "\r\n") {
            #expect(line.utf8.count <= 998)
            #expect(line.utf8.allSatisfy { (32...126).contains($0) || $0 == 9 })
        }
        let names = head.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted",
                "X-Auto-Response-Suppress", "MIME-Version", "Content-Type",
                "Content-Transfer-Encoding",
            ])
    }

    @Test("encoded words and bodies decode to what was written", arguments: ["ü", "Кошик", "a🛒b"])
    func decodes(word: String) throws {
        let long = Array(repeating: word, count: 60).joined(separator: " ")
        let written = try #require(
            message {
                $0.subject = long
                $0.body = long
            }.text)
        let parts = written.components(separatedBy: "\r\n\r\n")
        let subject = parts[0].components(separatedBy: "Subject: ")[1]
            .components(separatedBy: "\r\nDate")[0]
        let decoded = subject.components(separatedBy: "\r\n ").map { word in
            #expect(word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=") && word.utf8.count <= 75)
            let data = Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) ?? Data()
            return String(decoding: data, as: UTF8.self)
        }
        #expect(decoded.joined() == long)
        let body = parts[1].replacing("\r\n", with: "")
        let data = try #require(Data(base64Encoded: body))
        #expect(String(decoding: data, as: UTF8.self) == long + "\r\n")
    }

    @Test(
        "an address that means something else in a field is not written",
        arguments: [
            "a b@example.com", "a@b@c", "<a@example.com>", "a@example.com,b", "a\r\n@b", "", "@b",
            "ü@example.com", "a@", "\"a\"@b",
        ])
    func addresses(address: String) {
        #expect(message { $0.to = address }.text == nil)
        #expect(message { $0.from = address }.text == nil)
    }

    @Test func lineEndsAreAllTheSame() throws {
        let text = try #require(message { $0.body = "a\rb\r\nc\n\nd\n" }.text)
        #expect(
            text.components(separatedBy: "\r\n\r\n")[1...].joined(separator: "|")
                == "a\r\nb\r\nc|d\r\n")
    }
}
