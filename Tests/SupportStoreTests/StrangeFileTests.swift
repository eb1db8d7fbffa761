import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Files whose checks fit and that are not what this desk wrote: mixed up, edited, or of a defect.
@Suite struct StrangeFileTests {
    /// One member of a line with another value, and the fault that is reported, with its place.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        var line = 0
        let member: String
        let value: String
        /// The file that is named, the changed one if it is nil.
        var reported: String?
        /// The line at whose beginning the trouble is.
        var at = 0
        let reason: String
        var testDescription: String { "\(name) line \(line): \(member) \(value)" }
    }

    private static let zeros = "\"" + String(repeating: "0", count: 32) + "\""
    private static let otherDesk = "it belongs to another desk"
    private static let tooMany = "the header line has members too many"
    private static let otherRecords = "it was made from other records than the journal has"
    private static let otherBeginning = "it does not begin as the desk's journal began"

    /// Where the line with a number begins.
    private static func start(ofLine number: Int, in content: [UInt8]) -> Int {
        content.split(separator: 10, omittingEmptySubsequences: false).prefix(number)
            .reduce(0) { $0 + $1.count + 1 }
    }

    @Test(
        "a start refuses what does not belong, and says which file, where and why",
        arguments: [
            Case(
                name: SmallDesk.marker, member: "desk", value: zeros, reported: SmallDesk.first,
                reason: otherDesk),
            Case(
                name: SmallDesk.marker, member: "desk", value: "\"x\"",
                reason: "the header's member desk cannot be read"),
            Case(name: SmallDesk.marker, member: "more", value: "1", reason: tooMany),
            Case(
                name: SmallDesk.marker, member: "format", value: "\"supportd journal\"",
                reason: #"the header line lacks {"format":"supportd state""#),
            Case(name: SmallDesk.first, member: "desk", value: zeros, reason: otherDesk),
            Case(name: SmallDesk.first, member: "previous", value: "1", reason: otherBeginning),
            Case(name: SmallDesk.first, member: "chain", value: zeros, reason: otherBeginning),
            Case(name: SmallDesk.first, member: "more", value: "1", reason: tooMany),
            Case(
                name: SmallDesk.first, member: "first", value: "2",
                reason: "its header says that it begins with record 2"),
            Case(
                name: SmallDesk.first, member: "first", value: "01",
                reason: "the header's member first cannot be read"),
            Case(
                name: SmallDesk.first, member: "first", value: "1:",
                reason: #"the header line lacks ,"previous":"#),
            Case(
                name: SmallDesk.first, member: "bytes", value: "917",
                reason: "it is 916 bytes long where 917 were written"),
            Case(
                name: SmallDesk.last, member: "previous", value: "2",
                reason: "the segment before it, journal-00000000000000000002.jsonl, is not there"),
            Case(
                name: SmallDesk.last, member: "chain", value: zeros, reported: SmallDesk.first,
                at: 6,
                reason: "\(SmallDesk.last) does not follow the last record here"),
            Case(name: SmallDesk.snapshot, member: "chain", value: zeros, reason: otherRecords),
            Case(name: SmallDesk.mark, member: "chain", value: zeros, reason: otherRecords),
            Case(name: SmallDesk.mark, member: "seq", value: "7", reason: otherRecords),
            Case(
                name: SmallDesk.mark, member: "seq", value: "9", reported: SmallDesk.last, at: 4,
                reason: "the journal ends with record 8, but durable.json tells of record 9"),
        ])
    func refused(_ row: Case) throws { try Self.check(row) }

    @Test(
        "a record that does not follow the one before it is damage, whole as its line is",
        arguments: [
            Case(
                name: SmallDesk.first, line: 2, member: "seq", value: "9", at: 2,
                reason: "record 2 is missing before record 9"),
            Case(
                name: SmallDesk.first, line: 2, member: "chain", value: zeros, at: 2,
                reason: "record 2 does not follow the record before it"),
            Case(
                name: SmallDesk.first, line: 2, member: "synced", value: "2", at: 2,
                reason: "record 2 names a wrong durable record"),
            Case(
                name: SmallDesk.first, line: 3, member: "synced", value: "0", at: 3,
                reason: "record 3 names a wrong durable record"),
            Case(
                name: SmallDesk.last, line: 3, member: "seq", value: "9", at: 3,
                reason: "an intact record 9 does not follow the record before it"),
            Case(
                name: SmallDesk.last, line: 3, member: "chain", value: zeros, at: 3,
                reason: "an intact record 8 does not follow the record before it"),
            Case(
                name: SmallDesk.last, line: 3, member: "synced", value: "8", at: 3,
                reason: "an intact record 8 does not follow the record before it"),
            Case(
                name: SmallDesk.last, line: 3, member: "synced", value: "5", at: 3,
                reason: "an intact record 8 does not follow the record before it"),
        ])
    func records(_ row: Case) throws {
        // Without a mark: it would show by itself that the last record was durable.
        let storage = try SmallDesk.made().storage
        storage.take(SmallDesk.mark)
        try Self.check(row, storage)
    }

    @Test(
        "a line with a member of another name is none, whatever its check says",
        arguments: ["synced", "chain"])
    func otherName(member: String) throws {
        let storage = try SmallDesk.made().storage
        let content = try #require(storage.content(of: SmallDesk.first))
        let name = String(member.reversed())
        storage.put(
            SmallDesk.first, Resealing.content(content, line: 2, renaming: member, to: name))
        let fault = SmallDesk.fault(of: storage)
        #expect(fault?.reason == "this line does not match its check")
        #expect(fault?.file == SmallDesk.first)
        #expect(fault?.offset == Self.start(ofLine: 2, in: content))
    }

    @Test("no segment begins with record 0: they are counted from 1")
    func recordZero() throws {
        let storage = try SmallDesk.made().storage
        let content = try #require(storage.content(of: SmallDesk.first))
        let name = "journal-00000000000000000000.jsonl"
        storage.take(SmallDesk.first)
        storage.put(name, try Resealing.content(content, "first", "0"))
        let fault = SmallDesk.fault(of: storage)
        #expect(fault?.file == name)
        #expect(fault?.reason == "its header says that it begins with record 0")
    }

    @Test(
        "a record that cannot be read was durable where an intact one behind it says so",
        arguments: [false, true])
    func theRecordBehind(isZeros: Bool) throws {
        let storage = try SmallDesk.made().storage
        storage.take(SmallDesk.mark)
        var content = try #require(storage.content(of: SmallDesk.last))
        let (place, next) = (Self.start(ofLine: 2, in: content), Self.start(ofLine: 3, in: content))
        for at in isZeros ? place..<next : place + 10..<place + 11 {
            content[at] = isZeros ? 0 : content[at] ^ 1
        }
        storage.put(SmallDesk.last, content)
        let fault = SmallDesk.fault(of: storage)
        #expect(fault?.file == SmallDesk.last && fault?.offset == place)
        #expect(
            fault?.reason
                == "record 7 cannot be read, and record 8 behind it shows that it was durable")
    }

    private static func check(_ row: Case, _ given: FaultyStorage? = nil) throws {
        let storage = try given ?? SmallDesk.marked().storage
        let content = try #require(storage.content(of: row.name))
        storage.put(
            row.name, try Resealing.content(content, line: row.line, row.member, row.value))
        let before = try storage.names()
        let fault = try #require(SmallDesk.fault(of: storage))
        let reported = row.reported ?? row.name
        #expect(fault.file == reported && fault.reason == row.reason && fault.isDamage)
        #expect(
            fault.offset == start(ofLine: row.at, in: try #require(storage.content(of: reported))))
        #expect(try storage.names() == before)
    }

    @Test(
        "a snapshot or a mark that does not belong is passed over and noted",
        arguments: [
            Case(name: SmallDesk.snapshot, member: "desk", value: zeros, reason: otherDesk),
            Case(name: SmallDesk.snapshot, member: "more", value: "1", reason: tooMany),
            Case(
                name: SmallDesk.snapshot, member: "seq", value: "4",
                reason: "its header says that it is snapshot 4"),
            Case(
                name: SmallDesk.snapshot, member: "bytes", value: "130",
                reason: "it holds 129 bytes of content, not 130"),
            Case(
                name: SmallDesk.snapshot, member: "sha256", value: zeros,
                reason: "its content does not match its digest"),
            Case(name: SmallDesk.mark, member: "desk", value: zeros, reason: otherDesk),
            Case(name: SmallDesk.mark, member: "more", value: "1", reason: tooMany),
        ])
    func passedOver(_ row: Case) throws {
        let (storage, texts) = try SmallDesk.marked()
        let content = try #require(storage.content(of: row.name))
        storage.put(row.name, try Resealing.content(content, row.member, row.value))
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        #expect(desk.texts == texts)
        switch desk.recovered.notes.first {
        case .unusableSnapshot(let fault), .unusableMark(let fault):
            #expect(fault.file == row.name && fault.offset == 0 && fault.reason == row.reason)
        case let other: Issue.record("\(String(describing: other))")
        }
        #expect(desk.recovered.notes.count == 1)
        desk.close()
    }

    @Test("a marker or a mark of more than one line is none")
    func moreThanOneLine() throws {
        let (storage, _) = try SmallDesk.marked()
        for name in [SmallDesk.mark, SmallDesk.marker] {
            storage.put(name, try #require(storage.content(of: name)) + [10])
        }
        let fault = try #require(SmallDesk.fault(of: storage))
        let reason = "there is more in it than its one line"
        #expect(fault.file == SmallDesk.marker && fault.offset == 0 && fault.reason == reason)
        storage.put(
            SmallDesk.marker, Array(try #require(storage.content(of: SmallDesk.marker)).dropLast()))
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        guard case .unusableMark(let noted)? = desk.recovered.notes.first else {
            Issue.record("\(desk.recovered.notes)")
            return
        }
        #expect(noted.file == SmallDesk.mark && noted.offset == 0 && noted.reason == reason)
        desk.close()
    }

    @Test("a snapshot of other records is found where a segment begins behind it, too")
    func snapshotBetweenSegments() throws {
        let (storage, texts) = try SmallDesk.marked(snapshot: 5)
        let name = "snapshot-00000000000000000005.json"
        try Desk(storage, SmallDesk.shape).close()
        let content = try #require(storage.content(of: name))
        storage.put(name, try Resealing.content(content, "chain", Self.zeros))
        let fault = try #require(SmallDesk.fault(of: storage))
        #expect(fault.file == name && fault.reason == Self.otherRecords)
        storage.put(name, content)
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        #expect(desk.texts == texts && desk.recovered.snapshot?.sequence == 5)
        desk.close()
    }

    @Test(
        "a check of a desk at work finds what does not belong",
        arguments: [
            Case(
                name: SmallDesk.snapshot, member: "chain", value: zeros, reported: SmallDesk.first,
                at: 3, reason: "\(SmallDesk.snapshot) was made from another record"),
            Case(
                name: SmallDesk.mark, member: "chain", value: zeros, reported: SmallDesk.last,
                at: 3,
                reason: "durable.json was made from another record"),
            Case(
                name: SmallDesk.last, line: 3, member: "seq", value: "9", at: 3,
                reason: "record 8 is missing before record 9"),
            Case(name: SmallDesk.mark, member: "more", value: "1", reason: tooMany),
            Case(name: SmallDesk.snapshot, member: "more", value: "1", reason: tooMany),
        ])
    func verified(_ row: Case) throws {
        let (storage, _) = try SmallDesk.marked()
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        #expect(try desk.store.verify().lastSequence == 8)
        let content = try #require(storage.content(of: row.name))
        storage.put(
            row.name, try Resealing.content(content, line: row.line, row.member, row.value))
        let error = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        let fault = try #require(error)
        let reported = row.reported ?? row.name
        #expect(fault.file == reported && fault.reason == row.reason)
        #expect(
            fault.offset
                == Self.start(ofLine: row.at, in: try #require(storage.content(of: reported))))
        desk.close()
    }
}
