import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// Files whose checks fit and that are not what this desk wrote: mixed up, edited, or of a defect.
@Suite struct StrangeFileTests {
    /// One member of a line with another value, and the fault that is reported, with its place.
    struct Case: CustomTestStringConvertible, Sendable {
        /// The member of a line that gets another value.
        let change: (name: String, line: Int, member: String, value: String)
        /// What is reported: the file, the line at whose beginning the trouble is, and the reason.
        let fault: (name: String, line: Int, reason: String)

        /// The trouble is in the changed file and at the changed line unless others are given.
        init(
            _ name: String, _ member: String, _ value: String, line: Int = 0,
            reported: String? = nil, at: Int? = nil, _ reason: String
        ) {
            change = (name, line, member, value)
            fault = (reported ?? name, at ?? line, reason)
        }

        var testDescription: String {
            "\(change.name) line \(change.line): \(change.member) \(change.value)"
        }
    }

    private static let (first, last) = (SmallDesk.first, SmallDesk.last)
    private static let zeros = "\"" + String(repeating: "0", count: 32) + "\""
    private static let otherDesk = "it belongs to another desk"
    private static let tooMany = "the header line has members too many"
    private static let otherRecords = "it was made from other records than the journal has"
    private static let otherBeginning = "it does not begin as the desk's journal began"

    private static func intact(_ record: Int) -> String {
        "an intact record \(record) does not follow the record before it"
    }

    /// Where the line with a number begins.
    private static func start(ofLine number: Int, in content: [UInt8]) -> Int {
        content.split(separator: 10, omittingEmptySubsequences: false).prefix(number)
            .reduce(0) { $0 + $1.count + 1 }
    }

    @Test(
        "a start refuses what does not belong, and says which file, where and why",
        arguments: [
            Case(SmallDesk.marker, "desk", zeros, reported: first, otherDesk),
            Case(SmallDesk.marker, "desk", "\"x\"", "the header's member desk cannot be read"),
            Case(SmallDesk.marker, "more", "1", tooMany),
            Case(
                SmallDesk.marker, "format", "\"supportd journal\"",
                #"the header line lacks {"format":"supportd state""#),
            Case(first, "desk", zeros, otherDesk),
            Case(first, "previous", "1", otherBeginning),
            Case(first, "chain", zeros, otherBeginning),
            Case(first, "more", "1", tooMany),
            Case(first, "first", "2", "its header says that it begins with record 2"),
            Case(first, "first", "01", "the header's member first cannot be read"),
            Case(first, "first", "1:", #"the header line lacks ,"previous":"#),
            Case(first, "bytes", "917", "it is 916 bytes long where 917 were written"),
            Case(
                last, "previous", "2",
                "the segment before it, journal-00000000000000000002.jsonl, is not there"),
            Case(
                last, "chain", zeros, reported: first, at: 6,
                "\(last) does not follow the last record here"),
            Case(SmallDesk.snapshot, "chain", zeros, otherRecords),
            Case(SmallDesk.mark, "chain", zeros, otherRecords),
            Case(SmallDesk.mark, "seq", "7", otherRecords),
            Case(
                SmallDesk.mark, "seq", "9", reported: last, at: 4,
                "the journal ends with record 8, but durable.json tells of record 9"),
        ])
    func refused(_ row: Case) throws { try Self.check(row) }

    @Test(
        "a record that does not follow the one before it is damage, whole as its line is",
        arguments: [
            Case(first, "seq", "9", line: 2, "record 2 is missing before record 9"),
            Case(first, "chain", zeros, line: 2, "record 2 does not follow the record before it"),
            Case(first, "synced", "2", line: 2, "record 2 names a wrong durable record"),
            Case(first, "synced", "0", line: 3, "record 3 names a wrong durable record"),
            Case(last, "seq", "9", line: 3, intact(9)),
            Case(last, "chain", zeros, line: 3, intact(8)),
            Case(last, "synced", "8", line: 3, intact(8)),
            Case(last, "synced", "5", line: 3, intact(8)),
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
        try change(row, storage)
        let before = try storage.names()
        let fault = try #require(SmallDesk.fault(of: storage))
        #expect(fault.isDamage)
        try expect(fault, row, storage)
        #expect(try storage.names() == before)
    }

    /// Gives the member its other value.
    private static func change(_ row: Case, _ storage: FaultyStorage) throws {
        let (name, line, member, value) = row.change
        let content = try #require(storage.content(of: name))
        storage.put(name, try Resealing.content(content, line: line, member, value))
    }

    /// Expects that a fault names the file, the place and the reason.
    private static func expect(
        _ fault: StoreFault, _ row: Case, _ storage: FaultyStorage
    ) throws {
        let (name, line, reason) = row.fault
        #expect(fault.file == name && fault.reason == reason)
        let content = try #require(storage.content(of: name))
        #expect(fault.offset == start(ofLine: line, in: content))
    }

    @Test(
        "a snapshot or a mark that does not belong is passed over and noted",
        arguments: [
            Case(SmallDesk.snapshot, "desk", zeros, otherDesk),
            Case(SmallDesk.snapshot, "more", "1", tooMany),
            Case(SmallDesk.snapshot, "seq", "4", "its header says that it is snapshot 4"),
            Case(SmallDesk.snapshot, "bytes", "130", "it holds 129 bytes of content, not 130"),
            Case(SmallDesk.snapshot, "sha256", zeros, "its content does not match its digest"),
            Case(SmallDesk.mark, "desk", zeros, otherDesk),
            Case(SmallDesk.mark, "more", "1", tooMany),
        ])
    func passedOver(_ row: Case) throws {
        let (storage, texts) = try SmallDesk.marked()
        try Self.change(row, storage)
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        #expect(desk.texts == texts)
        switch desk.recovered.notes.first {
        case .unusableSnapshot(let fault), .unusableMark(let fault):
            #expect(
                fault.file == row.fault.name && fault.offset == 0
                    && fault.reason == row.fault.reason)
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
                SmallDesk.snapshot, "chain", zeros, reported: first, at: 3,
                "\(SmallDesk.snapshot) was made from another record"),
            Case(
                SmallDesk.mark, "chain", zeros, reported: last, at: 3,
                "durable.json was made from another record"),
            Case(last, "seq", "9", line: 3, "record 8 is missing before record 9"),
            Case(SmallDesk.mark, "more", "1", tooMany),
            Case(SmallDesk.snapshot, "more", "1", tooMany),
        ])
    func verified(_ row: Case) throws {
        let (storage, _) = try SmallDesk.marked()
        let desk = try Desk(storage, SmallDesk.shape, beginning: .refused)
        #expect(try desk.store.verify().lastSequence == 8)
        try Self.change(row, storage)
        let fault = #expect(throws: StoreFault.self) { _ = try desk.store.verify() }
        try Self.expect(try #require(fault), row, storage)
        desk.close()
    }
}
