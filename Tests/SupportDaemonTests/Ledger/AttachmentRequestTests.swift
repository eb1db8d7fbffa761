import SupportDaemon
import SupportModel
import SupportStore
import SupportTestKit
import SupportWire
import Testing

/// Attachments as a connection asks for them: sent, attached, fetched, taken off, refused.
struct AttachmentRequestTests {
    private static let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    private static let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

    private static func desk(
        _ policy: AttachmentPolicy = AttachmentPolicy(), disk: FaultyStorage = FaultyStorage()
    ) async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest(attachments: policy, disk: disk)
        try await desk.sign()
        return desk
    }

    private static func put(
        _ desk: LedgerUnderTest, _ upload: Int = 1, offset: Int = 0, data: String = "aGVsbG8=",
        end: Bool = true
    ) async throws -> LedgerUnderTest.Answer {
        try await desk.ask(
            "attachment.put",
            #"{"upload":\#(upload),"offset":\#(offset),"data":"\#(data)","end":\#(end)}"#)
    }

    private static func attach(
        _ desk: LedgerUnderTest, _ content: String = hello, name: String = "a.txt", bytes: Int = 5
    ) async throws -> LedgerUnderTest.Answer {
        try await desk.ask(
            "ticket.attach",
            #"{"ticket":1,"files":[{"content":"\#(content)","name":"\#(name)","#
                + #""type":"text/plain","bytes":\#(bytes)}]}"#)
    }

    @Test("a file is sent, attached, shown, fetched in parts and taken off")
    func wholeLife() async throws {
        let desk = try await Self.desk()
        let first = try await Self.put(desk, data: "aGU=", end: false)
        #expect(first.text == #"{"next":2}"#)
        let last = try await Self.put(desk, offset: 2, data: "bGxv")
        #expect(last.text == #"{"next":5,"content":"\#(Self.hello)"}"#)
        #expect(try await Self.attach(desk).error == nil)
        let again = try await Self.attach(desk)
        #expect(again.result?.at("unchanged")?.bool == true)
        let shown = try await desk.ask("ticket.show", #"{"ticket":1}"#)
        let remark = shown.result?.at("history", 0)
        #expect(remark?.at("text")?.string == "attached a.txt")
        #expect(
            remark?.at("attachments", 0)?.rawText
                == #"{"content":"\#(Self.hello)","name":"a.txt","type":"text/plain","bytes":5}"#)
        var got = ""
        var offset: Int? = 0
        while let start = offset {
            let part = try await desk.ask(
                "attachment.get",
                #"{"ticket":1,"attachment":"2cf24d","offset":\#(start),"length":2}"#)
            got += part.result?.at("data")?.string ?? "?"
            offset = part.result?.at("next")?.int
        }
        #expect(got == "aGU=bGw=bw==")
        let past = try await desk.ask(
            "attachment.get", #"{"ticket":1,"attachment":"a.txt","offset":9}"#)
        #expect(past.result?.at("data")?.string == "" && past.result?.at("next") == nil)
        let detached = try await desk.ask(
            "ticket.detach", #"{"ticket":1,"attachment":"a.txt","reason":"by mistake"}"#)
        #expect(detached.error == nil)
        let gone = try await desk.ask("attachment.get", #"{"ticket":1,"attachment":"a.txt"}"#)
        #expect(gone.error?.data.error == "unknown-attachment")
        #expect(gone.error?.code == .notFound)
    }

    @Test("parameters that cannot be are refused, and keep nothing")
    func badParameters() async throws {
        let desk = try await Self.desk()
        let most = WireLimits.attachmentPartBytesMax
        let part = String(repeating: "A", count: most / 3 * 4 + 4)
        for data in ["a", "aGVsbG8", "aGVs bG8=", "=", "äGVs", part] {
            let answer = try await Self.put(desk, data: data)
            #expect(answer.error?.data.error == "bad-parameters", "\(data.prefix(9))")
        }
        #expect(try await Self.put(desk, offset: -1).error?.data.error == "bad-parameters")
        let full = String(repeating: "AAAA", count: most / 3) + "AA=="
        #expect(try await Self.put(desk, 2, data: full).error == nil)
        for params in [
            #"{"ticket":1,"attachment":"x","length":0}"#,
            #"{"ticket":1,"attachment":"x","length":\#(most + 1)}"#,
            #"{"ticket":1,"attachment":"x","offset":-1}"#,
        ] {
            let answer = try await desk.ask("attachment.get", params)
            #expect(answer.error?.data.error == "bad-parameters", "\(params)")
        }
    }

    @Test("what is refused says so with its figures and changes nothing")
    func refused() async throws {
        let policy = AttachmentPolicy(fileBytesMax: 5, ticketBytesMax: 6, totalBytesMax: 7)
        let desk = try await Self.desk(policy)
        let before = desk.log.submitted.count
        #expect(try await Self.attach(desk).error?.data.error == "attachment-not-stored")
        let large = try await Self.put(desk, data: "aGVsbG8h")
        #expect(large.error?.data.error == "attachment-too-large")
        #expect(large.error?.data.figures == ["bytes_max": "5"])
        let gap = try await Self.put(desk, offset: 5, data: "aQ==")
        #expect(gap.error?.data.error == "upload-gap", "nothing is left of the upload")
        #expect(try await Self.put(desk, 2).error == nil)
        let full = try await Self.put(desk, 3, data: "YWFh")
        #expect(full.error?.data.error == "attachments-full")
        #expect(
            full.error?.data.figures == ["bytes": "5", "adding": "3", "bytes_max": "7"])
        let length = try await Self.attach(desk, bytes: 6)
        #expect(length.error?.data.error == "invalid-value")
        let name = try await Self.attach(desk, name: "../a")
        #expect(name.error?.message.contains("is not the name of a file") == true)
        #expect(desk.log.submitted.count == before)
        #expect(try desk.disk.names() == [Self.hello])
    }

    @Test("a disk that is full or fails refuses with 8 and keeps nothing; a full journal too")
    func cannotStore() async throws {
        let desk = try await Self.desk()
        desk.disk.limitSpace(to: 3)
        let full = try await Self.put(desk)
        #expect(full.error?.code == .cannotStore)
        #expect(
            full.error?.data.hint == "nothing of the file was kept; see to the cause and "
                + "attach it again")
        #expect(try desk.disk.names().isEmpty)
        desk.disk.limitSpace(to: nil)
        desk.log.limit(toBytes: 0)
        #expect(try await Self.put(desk, 2).error?.code == .cannotStore)
        desk.log.limit(toBytes: .max)
        #expect(try await Self.put(desk, 3).error == nil)
    }

    @Test("damage and loss are told, and keep nothing else from working")
    func lost() async throws {
        let desk = try await Self.desk()
        _ = try await Self.put(desk)
        _ = try await Self.attach(desk)
        desk.disk.put(Self.hello, Array("hellO".utf8))
        let get = #"{"ticket":1,"attachment":"a.txt"}"#
        let damaged = try await desk.ask("attachment.get", get)
        #expect(damaged.error?.data.error == "attachment-damaged")
        #expect(
            damaged.error?.message
                == "a.txt of ticket 1 (2cf24dba5fb0) does not hold what was stored")
        desk.disk.take(Self.hello)
        let missing = try await desk.ask("attachment.get", get)
        #expect(missing.error?.data.error == "attachment-missing")
        #expect(try await desk.ask("ticket.show", #"{"ticket":1}"#).error == nil)
        // The same file again repairs it.
        _ = try await Self.put(desk, 2)
        #expect(try await desk.ask("attachment.get", get).error == nil)
    }

    @Test("what a connection stores is held while it lasts, and given up with it")
    func connections() async throws {
        let store = AttachmentStore { _ in FaultyStorage() }
        let uploads = Uploads(store)
        var caller = LedgerUnderTest.owner
        caller.connection = 7
        func put(_ number: Int, _ end: Bool) throws -> AttachmentPut.Reply {
            try uploads.take(
                AttachmentPut(upload: number, offset: 0, data: "", end: end), [1], of: caller,
                AttachmentPolicy())
        }
        #expect(throws: WireError.self, "nobody is connected") { try put(1, true) }
        uploads.join(7)
        let content = try #require(try put(1, true).content)
        #expect(uploads.hold(content))
        _ = try put(2, false)
        let (unfinished, stored) = uploads.leave(7)
        #expect(unfinished.count == 1 && stored == [content])
        #expect(!uploads.hold(content) && uploads.count == 0)
        #expect(throws: WireError.self) { try put(3, true) }
    }

    @Test("uploads are bounded by connection, by user and in all, at each and one past it")
    func bounds() throws {
        let storage = FaultyStorage()
        let uploads = Uploads(AttachmentStore { _ in storage })
        func begin(_ number: Int, _ connection: UInt64, _ uid: UInt32) throws {
            var caller = Caller(uid: uid, name: "u", owner: 1000)
            caller.connection = connection
            _ = try uploads.take(
                AttachmentPut(upload: number, offset: 0, data: ""), [1], of: caller,
                AttachmentPolicy())
        }
        func refusal(_ connection: UInt64, _ uid: UInt32) -> String? {
            do {
                try begin(99, connection, uid)
                return nil
            } catch {
                return (error as? WireError)?.message
            }
        }
        for connection: UInt64 in 1...20 { uploads.join(connection) }
        for number in 1...UploadLimits.perConnectionMax { try begin(number, 1, 2000) }
        #expect(
            refusal(1, 2000)
                == "the connection has 4 uploads already that have not ended")
        for number in 1...UploadLimits.perConnectionMax { try begin(number, 2, 2000) }
        #expect(refusal(3, 2000) == "the user has 8 uploads already that have not ended")
        for connection: UInt64 in 4...9 {
            for number in 1...4 { try begin(number, connection, UInt32(connection)) }
        }
        #expect(uploads.count == UploadLimits.countMax)
        #expect(refusal(10, 3000) == "the desk has 32 uploads already that have not ended")
        for file in uploads.leave(9).unfinished { file.abandon() }
        #expect(refusal(10, 3000) == nil)
        #expect(try storage.names().count == 29)
    }

    @Test("a dry run changes nothing, and a key repeats the answer")
    func options() async throws {
        let desk = try await Self.desk()
        _ = try await Self.put(desk, data: "")
        let params =
            #"{"ticket":1,"files":[{"content":"\#(Self.empty)","name":"a","type":"text/plain","#
            + #""bytes":0}]"#
        let before = desk.log.submitted.count
        #expect(try await desk.ask("ticket.attach", params + #","dry_run":true}"#).error == nil)
        #expect(desk.log.submitted.count == before)
        let key = params + #","idempotency_key":"k"}"#
        let first = try await desk.ask("ticket.attach", key)
        #expect(try await desk.ask("ticket.attach", key).text == first.text)
        #expect(desk.log.submitted.count == before + 1)
    }
}
