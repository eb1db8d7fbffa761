import Foundation
import Glibc
import SupportDaemon
import SupportModel
import SupportStore
import SupportTestKit
import SupportWire
import Testing

/// R6: a client's key seals its secrets, the desk's key seals the clients', and the desk's is changed
/// while everything goes on.
struct KeyChangeTests {
    private let folder: KeyFolder
    private let desk: LedgerUnderTest

    init() throws {
        folder = try KeyFolder()
        desk = try LedgerUnderTest(accessKey: folder.own)
    }

    private func set(
        _ secret: String, _ kind: String = "ssh", of client: String = "acme"
    ) async throws {
        let answer = try await desk.ask(
            "access.set", #"{"client":"\#(client)","kind":"\#(kind)","secret":"\#(secret)"}"#)
        #expect(answer.error?.message == nil)
    }

    private func reveal(
        _ kind: String = "ssh", of client: String = "acme", on desk: LedgerUnderTest? = nil
    ) async throws -> LedgerUnderTest.Answer {
        try await (desk ?? self.desk).ask(
            "access.reveal", #"{"client":"\#(client)","kind":"\#(kind)","reason":"r"}"#)
    }

    private func reseal() async throws -> (resealed: Int?, left: Int?, closed: Int?) {
        let result = try await desk.ask("access.reseal").result
        return (
            result?.at("resealed")?.int, result?.at("left")?.int,
            result?.at("closed")?.array.count
        )
    }

    private func putAside() { #expect(rename(folder.own.path, folder.own.oldPath) == 0) }

    /// A desk that goes on from the records of this one, some of them changed; each is given with its
    /// number, from 1.
    private func desk(changing change: (Int, String) -> String) throws -> LedgerUnderTest {
        let records = desk.log.submitted.enumerated().map { index, record in
            Array(change(index + 1, String(decoding: record, as: UTF8.self)).utf8)
        }
        return try LedgerUnderTest(records, accessKey: folder.own)
    }

    /// The box of the secret that a record sets.
    private func box(inRecord number: Int) throws -> String {
        let text = String(decoding: desk.log.submitted[number - 1], as: UTF8.self)
        let event = try #require(text.firstRange(of: #""access.set""#))
        return String(
            try #require(text[event.upperBound...].firstMatch(of: /"box":"([^"]+)"/)?.1))
    }

    @Test("the key is changed: all opens throughout, and one short record does it")
    func changed() async throws {
        try await desk.sign()
        for kind in ["admin", "ftp"] { try await set("first", kind) }
        putAside()
        #expect(try await reveal("ftp").error?.data.error == "access-key")
        try await set("second")
        #expect(try await reveal("ftp").result?.at("secret")?.string == "first")
        #expect(try await desk.ask("access.verify").result?.at("old")?.int == 3)
        let versions = try await desk.ask("access.list").result?.at("access", 0, "version")?.int
        let count = desk.log.submitted.count
        let boxes = try desk.state.access.values.map(\.sealed.box)
        #expect(try await reseal() == (3, 0, 0))
        #expect(desk.log.submitted.count == count + 1)
        #expect(try desk.state.access.values.map(\.sealed.box) == boxes, "secrets stay as they are")
        #expect(unlink(folder.own.oldPath) == 0)
        #expect(try await desk.ask("access.verify").result?.at("closed")?.array.isEmpty == true)
        #expect(try await desk.ask("access.verify").result?.at("old") == nil)
        #expect(try await reveal("admin").result?.at("secret")?.string == "first")
        let list = try await desk.ask("access.list")
        #expect(list.result?.at("access", 0, "version")?.int == versions)
        #expect(list.result?.at("access", 0, "key")?.string == (try folder.own.read().current.mark))
        let after = desk.log.submitted.count
        #expect(try await reseal() == (0, 0, 0))
        #expect(desk.log.submitted.count == after, "nothing to do makes no record")
        let log = try await desk.ask("log.list", #"{"type":"access.keyed"}"#)
        #expect(log.text.contains(#""box":"""#))
        #expect(log.text.firstMatch(of: /"box":"[^"]/) == nil)
    }

    @Test("the keys of 70 clients are sealed anew in one record, whatever they seal")
    func oneRecord() async throws {
        let long = String(repeating: "k", count: 16_000)
        for number in 1...70 {
            _ = try await desk.ask("client.add", #"{"client":"client-\#(number)","name":"C"}"#)
            try await set(long, of: "client-\(number)")
        }
        putAside()
        #expect(try await reseal() == (70, 0, 0))
        #expect((desk.log.submitted.last?.count ?? .max) < 40_000)
    }

    @Test("more new boxes than a record takes go into several, and what no key opens is named")
    func severalRecords() async throws {
        let long = String(repeating: "k", count: 16_000)
        for number in 1...30 {
            _ = try await desk.ask("client.add", #"{"client":"client-\#(number)","name":"C"}"#)
            for kind in ["ssh", "ftp"] { try await set(long, kind, of: "client-\(number)") }
            try await set(long, of: "client-\(number)")
        }
        putAside()
        let first = try await reseal()
        let left = try #require(first.left)
        #expect((1...59).contains(left))
        #expect(try #require(first.resealed) + left == 60)
        #expect((desk.log.submitted.last?.count ?? .max) < StoreLimits.recordBytesMax / 2)
        #expect(try await reseal() == (left, 0, 0))
        #expect(unlink(folder.own.oldPath) == 0)
        try folder.put([UInt8](repeating: 4, count: 32))
        #expect(try await reseal() == (0, 0, 60))
    }

    @Test("what was replaced or removed cannot be opened any more once the key was changed")
    func gone() async throws {
        try await desk.sign()
        try await set("replaced")
        let replacedIn = desk.log.submitted.count
        try await set("kept")
        try await set("removed", "ftp")
        _ = try await desk.ask("access.remove", #"{"client":"acme","kind":"ftp"}"#)
        let place = CredentialPlace(client: "acme", kind: .ssh)
        let sealed = SealedSecret(
            box: try box(inRecord: replacedIn), key: try desk.state.access(place).sealed.key)
        func openedByWhoHas(_ keys: CredentialKeys, _ state: State) throws -> String? {
            let kept = try #require(state.clientKeys["acme"])
            return keys.current.unwrap(kept)?
                .open(sealed, for: place, inRecord: UInt64(replacedIn))
        }
        let before = try desk.state
        #expect(try openedByWhoHas(folder.own.read(), before) == "replaced", "so far it opens")
        putAside()
        #expect(try await reseal() == (1, 0, 0))
        #expect(unlink(folder.own.oldPath) == 0)
        let keys = try folder.own.read()
        for number in 1...desk.log.submitted.count {
            var state = State()
            for text in desk.log.submitted.prefix(number) { state.apply(try RecordText.read(text)) }
            guard state.clientKeys["acme"] != nil else { continue }
            #expect(try openedByWhoHas(keys, state) == nil, "no key of the journal opens it")
        }
        #expect(try await reveal().result?.at("secret")?.string == "kept")
        #expect(try desk.state.clientKeys["acme"]?.isSpent == false)
    }

    @Test("a client's key goes with its last secret")
    func lastSecret() async throws {
        try await desk.sign()
        try await set("one")
        let first = try desk.state.clientKeys["acme"]?.mark
        try await set("two", "ftp")
        #expect(try desk.state.clientKeys["acme"]?.mark == first, "one key for all of a client's")
        for kind in ["ssh", "ftp"] {
            _ = try await desk.ask("access.remove", #"{"client":"acme","kind":"\#(kind)"}"#)
        }
        #expect(try desk.state.clientKeys.isEmpty)
        try await set("three")
        #expect(try desk.state.clientKeys["acme"]?.mark != first)
    }

    @Test(
        "what an earlier release sealed opens, and the next change of keys gives it its client's key"
    )
    func earlierRelease() async throws {
        let records =
            [#"{"type":"client.added","client":"acme","title":"Acme","zone":"UTC","mails":[]}"#]
            + EarlierSecrets.events
        let desk = try LedgerUnderTest(
            records.enumerated().map { index, event in
                Array(
                    (#"{"seq":\#(index + 1),"at":"2026-01-05T09:00:00.000Z","by":"root:0","#
                        + #""events":[\#(event)]}"#).utf8)
            }, accessKey: folder.own)
        try folder.put([UInt8](repeating: 7, count: 32))
        #expect(
            try await reveal("ssh", on: desk).result?.at("secret")?.string == EarlierSecrets.ssh)
        let done = try await desk.ask("access.reseal").result
        #expect(done?.at("resealed")?.int == 2)
        #expect(try desk.state.clientKeys["acme"] != nil)
        #expect(
            try await reveal("ftp", on: desk).result?.at("secret")?.string == EarlierSecrets.ftp)
        let events = try RecordText.read(try #require(desk.log.submitted.dropLast().last)).events
        #expect(
            events.map { type(of: $0.body).type } == [
                "access.keyed", "access.resealed", "access.resealed",
            ])
    }

    // MARK: What somebody changed in the journal

    /// Expects that acme's ssh access does not open on a changed desk, and that everything else does.
    private func expectClosed(_ changed: LedgerUnderTest, others: [String]) async throws {
        #expect(try await reveal("ssh", on: changed).error?.data.error == "access-sealed")
        for client in others {
            #expect(try await reveal("ssh", of: client, on: changed).error?.message == nil)
        }
        let closed = try await changed.ask("access.verify").result?.at("closed")?.array
        #expect(closed?.map { $0.at("client")?.string } == ["acme"])
        #expect(try await changed.ask("client.show", #"{"client":"acme"}"#).error == nil)
    }

    /// Expects the same of a desk on which acme's box is another one.
    private func expectClosed(with other: String) async throws {
        let own = try box(inRecord: 5)
        let changed = try desk { number, text in
            number == 5 ? text.replacing(own, with: other) : text
        }
        try await expectClosed(changed, others: ["boot", "zoo"])
    }

    /// Secrets of acme in records 2 and 3, the second in place of the first, and of boot and zoo.
    private func fill() async throws {
        for client in ["acme", "boot", "zoo"] {
            _ = try await desk.ask("client.add", #"{"client":"\#(client)","name":"C"}"#)
        }
        for (secret, client) in [("one", "acme"), ("two", "acme"), ("b", "boot"), ("z", "zoo")] {
            try await set(secret, of: client)
        }
    }

    @Test("a box in the place of another client's stays closed, and nothing else is touched")
    func swapped() async throws {
        try await fill()
        try await expectClosed(with: try box(inRecord: 6))
    }

    @Test("an old box in the place of the one that replaced it stays closed")
    func replayed() async throws {
        try await fill()
        try await expectClosed(with: try box(inRecord: 4))
    }

    @Test("a box with one character changed stays closed")
    func flipped() async throws {
        try await fill()
        let box = try box(inRecord: 5)
        try await expectClosed(
            with: box.replacing(
                box.prefix(40), with: box.prefix(39) + (box.dropFirst(39).first == "A" ? "B" : "A"))
        )
    }

    @Test("the key of another client opens nothing")
    func movedKey() async throws {
        try await fill()
        let changed = try desk { number, text in
            [4, 5].contains(number)
                ? text.replacing(#""client":"acme""#, with: #""client":"boot""#) : text
        }
        let answer = try await reveal("ssh", of: "boot", on: changed)
        #expect(answer.error == nil, "boot's own secret came later")
        let moved = try desk { number, text in
            guard number == 6 else { return text }
            return text.replacing(#""client":"boot""#, with: #""client":"acme""#)
        }
        try await expectClosed(moved, others: ["zoo"])
    }
}
