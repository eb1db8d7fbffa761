import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A compressed segment that was cut, flipped or made up: refused with its name and a place in it,
/// and never read as something else than was written.
struct CompressedDamageTests {
    private static let name = OldDesk.compressed

    /// What verifying and reading a running desk finds of a changed file; nil for nothing.
    private static func fault(
        _ storage: FaultyStorage, _ desk: Desk, _ content: [UInt8]
    ) -> StoreFault? {
        storage.put(name, content)
        do {
            let texts = desk.texts
            // Reading gives what was written, or the fault.
            for first in texts.indices.prefix(7) {
                let read = try? desk.store.readRecords(
                    after: UInt64(first), countMax: 100, bytesMax: 100_000)
                let found = (read ?? []).map { String(decoding: $0.text, as: UTF8.self) }
                #expect(texts[first...].starts(with: found))
                if read == nil {
                    let next = try desk.store.firstReadable(after: UInt64(first))
                    #expect((next ?? 0) > UInt64(first) + 1)
                }
            }
            _ = try desk.store.verify()
            return nil
        } catch {
            return error as? StoreFault
        }
    }

    /// What a start without snapshots finds, which reads everything; nil for nothing.
    private static func startFault(_ storage: FaultyStorage, _ content: [UInt8]) throws
        -> StoreFault?
    {
        let changed = try OldDesk.withoutSnapshots(storage)
        changed.put(name, content)
        do {
            try Desk(changed, OldDesk.shape, beginning: .refused).close()
            return nil
        } catch {
            return error as? StoreFault
        }
    }

    @Test("a flipped bit in any byte is found, where it is")
    func flipped() throws {
        let (desk, storage, _) = try OldDesk.opened(compressing: true)
        defer { desk.close() }
        let content = try #require(storage.content(of: Self.name))
        var offsets: Set<Int> = []
        for position in content.indices {
            var changed = content
            changed[position] ^= 1 << UInt8(position % 8)
            let fault = Self.fault(storage, desk, changed)
            #expect(
                fault?.file == Self.name && fault?.isDamage == true, "\(position) \(fault as Any)")
            #expect((fault?.offset ?? .max) <= position, "\(position)")
            #expect(fault?.segment == .older)
            offsets.insert(fault?.offset ?? -1)
            let atStart = try Self.startFault(storage, changed)
            #expect(atStart?.file == Self.name && atStart?.offset == fault?.offset)
        }
        // The lead, its table, and each of the frames.
        #expect(offsets.count == 6, "\(offsets.sorted())")
    }

    @Test("a file that was cut or that grew is found")
    func cut() throws {
        let (desk, storage, _) = try OldDesk.opened(compressing: true)
        defer { desk.close() }
        let content = try #require(storage.content(of: Self.name))
        for length in content.indices {
            let fault = Self.fault(storage, desk, Array(content.prefix(length)))
            #expect(fault?.file == Self.name && fault?.offset == 0, "\(length)")
        }
        let grown = Self.fault(storage, desk, content + [0])
        #expect(
            grown?.reason
                == "it is \(content.count + 1) bytes long where \(content.count) were written")
    }

    @Test("records behind a damaged frame are read, and the damage is told where it lies")
    func behind() throws {
        let (desk, storage, texts) = try OldDesk.opened(compressing: true)
        defer { desk.close() }
        var content = try #require(storage.content(of: Self.name))
        // In the first frame, which holds the header and the first record.
        content[1_070] ^= 4
        storage.put(Self.name, content)
        let fault = #expect(throws: StoreFault.self) {
            try desk.store.readRecords(after: 0, countMax: 1, bytesMax: 10_000)
        }
        #expect(fault?.reason == "this frame does not match its check" && fault?.offset == 1_064)
        let next = try #require(try desk.store.firstReadable(after: 0))
        #expect((2...4).contains(next))
        let read = try desk.store.readRecords(after: next - 1, countMax: 1, bytesMax: 10_000)
        #expect(read.map { String(decoding: $0.text, as: UTF8.self) } == [texts[Int(next) - 1]])
    }

    @Test("a start with a snapshot looks at the end of each old segment")
    func start() throws {
        let (storage, _) = try OldDesk.made(compressing: true)
        var content = try #require(storage.content(of: Self.name))
        content[content.count - 30] ^= 4
        storage.put(Self.name, content)
        let fault = SmallDesk.fault(of: storage)
        #expect(fault?.file == Self.name && fault?.reason == "this frame does not match its check")
    }

    @Test("a missing segment is named as such, whether it was compressed or not")
    func missing() throws {
        let (storage, _) = try OldDesk.made(compressing: true)
        for name in try OldDesk.journal(storage) {
            let changed = try OldDesk.withoutSnapshots(storage)
            changed.take(name)
            let fault = SmallDesk.fault(of: changed)
            #expect(fault?.reason.contains("is not there") == true, "\(name) \(fault as Any)")
        }
        // All that follow a compressed one, so that it is the last.
        let changed = try OldDesk.withoutSnapshots(storage)
        for name in try OldDesk.journal(storage).dropFirst() { changed.take(name) }
        changed.take("durable.json")
        let fault = SmallDesk.fault(of: changed)
        #expect(fault?.file == Self.name)
        #expect(fault?.reason.hasPrefix("the segment that follows, journal-0000") == true)
    }

    /// The content with a member of one of the lead's two lines changed, and its check with it.
    private static func resealed(
        _ content: [UInt8], line: Int, _ member: String, _ value: String
    ) throws -> [UInt8] {
        let lead = try Resealing.content(Array(content[8..<1_032]), line: line, member, value)
        return content[..<8] + lead + content[1_032...]
    }

    @Test(
        "figures that no segment has are refused, and take no memory",
        arguments: [
            (0, "bytes", "\(1 << 40)"), (0, "bytes", "1073741825"), (0, "bytes", "10"),
            (0, "first", "2"), (0, "desk", "\"0123456789abcdef0123456789abcdef\""),
            (1, "text", "0"), (1, "text", "917"), (1, "text", "9223372036854775807"),
            (1, "text", "300"), (1, "frame", "0"), (1, "frame", "255"), (1, "frame", "1048577"),
            (1, "frame", "900"), (1, "bytes", "0"), (1, "bytes", "9223372036854775807"),
            (1, "next", "1"), (1, "table", "7"), (1, "table", "4294967296"),
        ])
    func madeUp(line: Int, member: String, value: String) throws {
        let (storage, _) = try OldDesk.made(compressing: true)
        let content = try #require(storage.content(of: Self.name))
        let changed = try Self.resealed(content, line: line, member, value)
        let fault = try Self.startFault(storage, changed)
        #expect(fault?.file == Self.name && fault?.isDamage == true, "\(fault as Any)")
        #expect((fault?.offset ?? .max) <= 1_032)
    }

    @Test("a later format, and another desk's segment, are named as such")
    func foreign() throws {
        let (storage, _) = try OldDesk.made(compressing: true)
        let content = try #require(storage.content(of: Self.name))
        for line in [0, 1] {
            let later = try Self.startFault(
                storage, Self.resealed(content, line: line, "version", "2"))
            #expect(later?.cause == .laterFormat(version: 2) && later?.file == Self.name)
        }
        let (other, _) = try OldDesk.made(compressing: true)
        let theirs = try Self.startFault(storage, try #require(other.content(of: Self.name)))
        #expect(theirs?.cause == .damaged("it belongs to another desk"))
    }

    @Test("a marker of a later release is refused with what this one reads")
    func laterMarker() throws {
        let (storage, _) = try OldDesk.made(compressing: true)
        let marker = try #require(storage.content(of: SmallDesk.marker))
        storage.put(SmallDesk.marker, try Resealing.content(marker, "version", "3"))
        let fault = SmallDesk.fault(of: storage)
        #expect(fault?.reason == "it has format 3, this release reads formats 1 and 2")
    }
}
