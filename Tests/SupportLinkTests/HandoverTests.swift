import SupportLink
import SupportModel
import Testing

struct HandoverTests {
    @Test("a secret opens with the worker's key, for what it was sealed for, and nowhere else")
    func roundTrip() throws {
        let (worker, other) = (HandoverKey(), HandoverKey())
        let sealed = try #require(
            SealedHandover("geheim", for: worker.publicKey, context: "ssh sftp://a root"))
        #expect(worker.open(sealed, context: "ssh sftp://a root") == "geheim")
        #expect(worker.open(sealed, context: "ssh sftp://b root") == nil)
        #expect(other.open(sealed, context: "ssh sftp://a root") == nil)
        #expect(!"\(sealed)".contains("geheim"))
        let again = SealedHandover("geheim", for: worker.publicKey, context: "ssh sftp://a root")
        #expect(again?.key != sealed.key, "each hand-over has a key of its own")
        var mixed = sealed
        mixed.key = again?.key ?? ""
        #expect(worker.open(mixed, context: "ssh sftp://a root") == nil)
    }

    @Test("what is no key seals nothing, and what is no box opens nothing")
    func malformed() throws {
        for key in ["", "AAAA", "no base64!"] {
            #expect(SealedHandover("geheim", for: key, context: "") == nil)
        }
        let worker = HandoverKey()
        var sealed = try #require(SealedHandover("x", for: worker.publicKey, context: ""))
        for box in ["", "AAAA", "no base64!"] {
            sealed.box = box
            #expect(worker.open(sealed, context: "") == nil)
        }
    }

    @Test("an order and its report are read as they were written")
    func lines() throws {
        let entry = LoginTarget.url(of: "shop.example.com:2222", for: .ssh)
        #expect(entry == "sftp://shop.example.com:2222")
        let report = WorkerReport.loggedIn(
            LoginReport(number: 3, result: LoginResult(failedAt: .login, detail: "HTTP 401")))
        let text = #"{"logged_in":{"number":3,"result":{"failed_at":"login","detail":"HTTP 401"}}}"#
        #expect(WorkerLine.encode(report) == Array((text + "\n").utf8))
        #expect(try WorkerLine.decode(WorkerReport.self, from: Array(text.utf8)) == report)
    }
}
