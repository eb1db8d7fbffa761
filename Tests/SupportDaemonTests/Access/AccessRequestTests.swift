import Foundation
import Glibc
import SupportDaemon
import SupportModel
import SupportStore
import SupportTestKit
import SupportWire
import Testing

/// R6 as callers meet it: set, list, reveal, verify, remove, and what no record may hold.
struct CredentialRequestTests {
    private let folder: KeyFolder
    private let desk: LedgerUnderTest
    private static let secret = "Geheim-7f3\\\"a-Zutritt"
    private static let json = #""secret":"Geheim-7f3\\\"a-Zutritt""#

    init() throws {
        folder = try KeyFolder()
        desk = try LedgerUnderTest(accessKey: folder.own)
    }

    private func set(_ kind: String = "ssh", _ more: String = "") async throws
        -> LedgerUnderTest.Answer
    {
        try await desk.ask(
            "access.set", #"{"client":"acme","kind":"\#(kind)",\#(Self.json)\#(more)}"#)
    }

    private func reveal(_ kind: String = "ssh", _ more: String = "") async throws
        -> LedgerUnderTest.Answer
    {
        let reason = more.contains("reason") ? "" : #","reason":"r""#
        return try await desk.ask(
            "access.reveal", #"{"client":"acme","kind":"\#(kind)"\#(reason)\#(more)}"#)
    }

    /// Everything that the journal has, as text.
    private var journal: String {
        desk.log.submitted.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }

    /// No record shows the secret, plain, in base64 at any of its three phases, or as a digest
    /// that could be guessed.
    private func expectSecretNowhere(in text: String) {
        #expect(!text.contains("Geheim-7f3"))
        for phase in 0..<3 {
            let padded = Array(repeating: UInt8(0), count: phase) + Array(Self.secret.utf8)
            let base64 = Data(padded).base64EncodedString()
            #expect(!text.contains(base64.dropFirst(4).prefix(12)))
        }
    }

    @Test("what is set is sent, exactly, once the reveal is durable")
    func setAndReveal() async throws {
        try await desk.sign()
        let set = try await set("ssh", #","user":"deploy","address":"shop.example.com""#)
        #expect(set.error == nil)
        #expect(set.result?.at("user")?.string == "deploy")
        expectSecretNowhere(in: set.text)
        let before = set.after
        let sent = try await reveal("ssh", #","reason":"ticket 1""#)
        #expect(sent.result?.at("secret")?.string == Self.secret)
        #expect(sent.result?.at("access", "looks")?.int == 1)
        #expect(sent.after == before + 1, "the answer waits for the record of the reveal")
        let record = try RecordText.read(try #require(desk.log.submitted.last))
        #expect(record.events.map(\.body.summary) == ["ssh access of acme looked at: ticket 1"])
        #expect(record.stamp.by == LedgerUnderTest.owner.principal)
        expectSecretNowhere(in: journal)
        let list = try await desk.ask("access.list", "{}")
        #expect(
            list.result?.at("access")?.array.first?.at("last_look", "reason")?.string == "ticket 1")
        #expect(list.result?.at("missing")?.array.first?.at("kinds")?.array.count == 2)
        expectSecretNowhere(in: list.text)
    }

    @Test("the log and the stream show neither secret nor box")
    func logged() async throws {
        try await desk.sign()
        _ = try await set()
        let box = try #require(journal.firstMatch(of: /"box":"([A-Za-z0-9+\/=]+)"/)?.1)
        let log = try await desk.ask("log.list", #"{"client":"acme"}"#)
        #expect(log.text.contains("access.set"))
        #expect(!log.text.contains(box))
        var watch = Watch(since: 0)
        let next = watch.nextPage(durable: .max)
        guard case .lines(let page) = try #require(next).read(desk.log, knowing: try desk.state)
        else {
            Issue.record("the records cannot be read")
            return
        }
        #expect(!String(decoding: page.lines, as: UTF8.self).contains(box))
        expectSecretNowhere(in: log.text)
    }

    @Test("an unknown kind is refused with the list of kinds")
    func otherKind() async throws {
        try await desk.sign()
        #expect(
            try await set("sftp").error?.message
                == "access.set: params.kind: not one of admin, ftp, ssh")
    }

    @Test(
        "a secret that does not open is recorded as asked for, and logged",
        arguments: [true, false])
    func revealFailed(keyIsGone: Bool) async throws {
        let seen = SeenLines()
        let desk = try LedgerUnderTest(accessKey: folder.own, logger: seen.logger)
        try await desk.sign()
        _ = try await desk.ask("access.set", #"{"client":"acme","kind":"ssh",\#(Self.json)}"#)
        if keyIsGone {
            unlink(folder.own.path)
        } else {
            try folder.put([UInt8](repeating: 7, count: 32))
        }
        let count = desk.log.submitted.count
        let answer = try await desk.ask(
            "access.reveal", #"{"client":"acme","kind":"ssh","reason":"ticket 1"}"#)
        let word = keyIsGone ? "access-key" : "access-sealed"
        #expect(answer.error?.data.error == word)
        #expect(answer.after == UInt64(count) + 1, "the answer waits for the record")
        let record = try RecordText.read(try #require(desk.log.submitted.last))
        let summary = "ssh access of acme asked for in vain (\(word)): ticket 1"
        #expect(record.events.map(\.body.summary) == [summary])
        #expect(record.stamp.by == LedgerUnderTest.owner.principal)
        let expected = "error access data could not be revealed user=desk what=\(summary)"
        #expect(seen.all == [expected])
        for _ in 1...20 {
            _ = try await desk.ask(
                "access.reveal", #"{"client":"acme","kind":"ssh","reason":"ticket 1"}"#)
        }
        #expect(desk.log.submitted.count == count + 21, "each is recorded")
        // On a machine that is slow enough for a minute to pass, what came meanwhile is counted.
        #expect(seen.all.filter { !$0.contains(" again=") } == [expected])
        let list = try await desk.ask("access.list")
        #expect(list.result?.at("access", 0, "looks")?.int == 0)
    }

    @Test("a reveal that cannot be recorded is refused, and sends nothing")
    func fullDisk() async throws {
        try await desk.sign()
        _ = try await set()
        desk.log.limit(toBytes: 0)
        let refused = try await reveal()
        #expect(refused.error?.code == .cannotStore)
        #expect(refused.result == nil)
        #expect(try await set().error?.code == .cannotStore)
        desk.log.limit(toBytes: .max)
        #expect(try await reveal().result?.at("access", "looks")?.int == 1)
    }

    @Test("only who may write reveals a secret; who may read sees the rest")
    func rights() async throws {
        try await desk.sign()
        _ = try await set()
        let count = desk.log.submitted.count
        for method in ["access.set", "access.reveal", "access.remove", "access.verify"] {
            let answer = try await desk.ask(
                method, #"{"client":"acme","kind":"ssh","reason":"r"}"#,
                by: LedgerUnderTest.stranger)
            #expect(answer.error?.code == .notPermitted)
        }
        #expect(desk.log.submitted.count == count)
    }

    @Test("a set is repeated by its key, and the key remembers no digest that can be guessed")
    func idempotentSet() async throws {
        try await desk.sign()
        let first = try await set("ftp", #","idempotency_key":"k1""#)
        let count = desk.log.submitted.count
        #expect(try await set("ftp", #","idempotency_key":"k1""#).text == first.text)
        #expect(desk.log.submitted.count == count)
        let other = try await desk.ask(
            "access.set",
            #"{"client":"acme","kind":"ftp","secret":"other","idempotency_key":"k1"}"#)
        #expect(other.error?.data.error == "key-conflict")
        expectSecretNowhere(in: journal)
        let line =
            #"{"jsonrpc":"2.0","id":1,"method":"access.set","params":"#
            + #"{"client":"acme","kind":"ftp",\#(Self.json),"idempotency_key":"k1"}}"#
        let plain = RequestKey(
            "k1", of: try Envelope(line: Array(line.utf8)), by: LedgerUnderTest.owner)
        #expect(!journal.contains(plain.digest))
    }

    @Test("a reveal without a reason is refused, and recorded neither")
    func reasonWanted() async throws {
        try await desk.sign()
        _ = try await set()
        let count = desk.log.submitted.count
        for reason in ["", #","reason":"""#, #","reason":" ""#, #","reason":null"#] {
            let answer = try await desk.ask(
                "access.reveal", #"{"client":"acme","kind":"ssh"\#(reason)}"#)
            #expect(answer.error?.code == .usage)
            #expect(answer.error?.message.contains("reason") == true)
            #expect(answer.result == nil)
        }
        #expect(desk.log.submitted.count == count)
    }

    @Test("a reveal takes no idempotency key: its answer is never kept")
    func idempotentReveal() async throws {
        try await desk.sign()
        _ = try await set()
        let count = desk.log.submitted.count
        let refused = try await reveal("ssh", #","idempotency_key":"k""#)
        #expect(refused.error?.code == .usage)
        #expect(desk.log.submitted.count == count)
        #expect(
            try await reveal("ssh", #","if_version":1"#).error?.data.error == "version-conflict")
        #expect(desk.log.submitted.count == count)
    }

    @Test("a request that is refused makes no key")
    func refusedMakesNoKey() async throws {
        let unknown = try await set()
        #expect(unknown.error?.data.error == "unknown-client")
        try await desk.sign()
        #expect(try await set("ssh", #","project":"wiki""#).error?.data.error == "unknown-project")
        for secret in ["\"\"", #""\n""#, #""a\u0000b""#, #""\u001b[2J""#] {
            let answer = try await desk.ask(
                "access.set", #"{"client":"acme","kind":"ssh","secret":\#(secret)}"#)
            #expect(answer.error?.data.error == "invalid-value")
        }
        #expect(folder.bytes == nil)
    }

    @Test("a secret of 16384 bytes is taken, whatever its characters; one more is refused")
    func bounds() async throws {
        try await desk.sign()
        for unit in ["x", #"\""#, #"\n"#] {
            let fill = String(repeating: unit, count: 16_383)
            let taken = try await desk.ask(
                "access.set", #"{"client":"acme","kind":"ssh","secret":"y\#(fill)"}"#)
            #expect(taken.error == nil)
            #expect(try await reveal().result?.at("secret")?.string?.utf8.count == 16_384)
            let refused = try await desk.ask(
                "access.set", #"{"client":"acme","kind":"ssh","secret":"yz\#(fill)"}"#)
            #expect(refused.error?.data.error == "invalid-value")
            #expect((refused.error?.message.utf8.count ?? .max) < 200)
        }
    }

    @Test("a lost, foreign or open key closes everything but the list, and verify says why")
    func lostKey() async throws {
        try await desk.sign()
        _ = try await set()
        #expect(try await desk.ask("access.verify").result?.at("closed")?.array.isEmpty == true)
        let kept = try #require(folder.bytes)
        func expectClosed(_ word: String) async throws {
            #expect(try await reveal().error?.data.error == word)
            let last = try RecordText.read(try #require(desk.log.submitted.last))
            #expect(
                last.events.map(\.body.summary) == [
                    "ssh access of acme asked for in vain (\(word)): r"
                ])
            #expect(try await desk.ask("access.list").error == nil)
        }
        try FileManager.default.removeItem(atPath: folder.own.path)
        try await expectClosed("access-key")
        #expect(try await set("ftp").error?.data.error == "access-key")
        #expect(try await desk.ask("access.verify").error?.data.error == "access-key")
        #expect(folder.bytes == nil, "no new key was made")
        let closed = try await desk.ask("desk.status").result?.at("access_closed")?.string
        #expect(closed == "the access data is closed: its key \(folder.own.path) is not there")
        try folder.put([UInt8](repeating: 3, count: 32))
        try await expectClosed("access-sealed")
        let verified = try await desk.ask("access.verify")
        #expect(verified.result?.at("closed")?.array.count == 1)
        #expect(verified.text.contains("sealed with key"))
        try folder.put(kept, mode: 0o644)
        try await expectClosed("access-key")
        try folder.put(kept)
        #expect(try await reveal().result?.at("secret")?.string == Self.secret)
        #expect(try await desk.ask("desk.status").result?.at("access_closed") == nil)
        try FileManager.default.removeItem(atPath: folder.own.path)
        #expect(
            try await desk.ask("access.remove", #"{"client":"acme","kind":"ssh"}"#).error == nil)
        #expect(try await set().error == nil, "nothing is kept any more: a new key is made")
        #expect(folder.bytes != kept)
    }

    @Test("no secret is sealed with a key that sealed none of those that are kept")
    func strangeKey() async throws {
        try await desk.sign()
        _ = try await set("ssh")
        try folder.put([UInt8](repeating: 3, count: 32))
        let refused = try await set("ftp")
        #expect(refused.error?.data.error == "access-key")
        #expect(refused.error?.message.contains("the ssh access of acme names key") == true)
        #expect(try await set("ssh").error == nil, "what nobody can read is handed over anew")
        #expect(try await set("ftp").error == nil)
    }

    @Test("the client's page and the status say what is missing")
    func mentioned() async throws {
        try await desk.sign()
        #expect(try await desk.ask("desk.status").result?.at("missing_access")?.int == 3)
        for kind in ["admin", "ftp"] { #expect(try await set(kind).error?.message == nil) }
        let client = try await desk.ask("client.show", #"{"client":"acme"}"#)
        #expect(client.text.contains(#""missing_access":[{"client":"acme","kinds":["ssh"]}]"#))
        _ = try await set()
        #expect(
            !(try await desk.ask("client.show", #"{"client":"acme"}"#)).text.contains("missing"))
        #expect(try await desk.ask("desk.status").result?.at("missing_access") == nil)
    }
}
