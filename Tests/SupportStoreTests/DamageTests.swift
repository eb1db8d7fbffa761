import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A small desk whose files are cut and flipped at every byte: the same records, or a refusal that
/// names file and place, or a cut tail that is reported; never a silent difference.
@Suite struct DamageTests {
    private enum Finding: Hashable {
        case refused, cut, noted, foundByVerifying, nothing
    }

    /// Opens a desk with one changed file, and checks that the fault is reported.
    private static func finding(
        _ intact: FaultyStorage, _ texts: [String], _ name: String, _ content: [UInt8]
    ) throws -> Finding {
        let storage = intact.copied()
        storage.put(name, content)
        do {
            let desk = try Desk(storage, SmallDesk.shape)
            defer { desk.close() }
            #expect(!desk.recovered.isNew)
            #expect(texts.starts(with: desk.texts))
            if case .tornTail(let segment, _, let sequence, _, let keptAs)? = tail(of: desk) {
                #expect(segment == name && sequence == UInt64(desk.texts.count) + 1)
                #expect(storage.content(of: keptAs) != nil)
                return .cut
            }
            #expect(desk.texts == texts)
            if !desk.recovered.notes.isEmpty { return .noted }
            let end = content.split(separator: 10).dropLast().last ?? []
            let isInEnd = zip(content.indices, zip(content, intact.content(of: name) ?? []))
                .allSatisfy { $1.0 == $1.1 || ($1.0 == 0 && end.indices.contains($0)) }
            #expect(isInEnd)
            return .nothing
        } catch let fault as StoreFault {
            #expect(fault.file == name && fault.offset != nil, "\(fault)")
            let isInHeader =
                content.split(separator: 10).first
                != intact.content(of: name)?.split(separator: 10).first
            #expect(!isInHeader || fault.offset == 0)
            return fault.doing == "open the state directory" || storage.content(of: name) == content
                ? .refused : .foundByVerifying
        }
    }

    private static func tail(of desk: Desk) -> RecoveryNote? {
        desk.recovered.notes.first { if case .tornTail = $0 { true } else { false } }
    }

    /// What opening finds of each file, over all its changes at an index.
    private static func findings(
        _ change: (inout [UInt8], Int) -> Void
    ) throws -> [String: Set<Finding>] {
        let (storage, texts) = try SmallDesk.made()
        var found: [String: Set<Finding>] = [:]
        for name in [SmallDesk.marker, SmallDesk.snapshot, SmallDesk.first, SmallDesk.last] {
            let content = try #require(storage.content(of: name))
            for index in content.indices {
                var changed = content
                change(&changed, index)
                found[name, default: []].insert(try finding(storage, texts, name, changed))
            }
        }
        return found
    }

    @Test func everyFlippedByteIsFound() throws {
        let found = try Self.findings { $0[$1] ^= 1 << UInt8($1 % 8) }
        #expect(found[SmallDesk.marker] == [.refused])
        #expect(found[SmallDesk.snapshot] == [.noted])
        // A space of its end line may turn into a zero, as a power cut may leave it.
        #expect(found[SmallDesk.first]?.isSubset(of: [.refused, .nothing]) == true)
        #expect(found[SmallDesk.last] == [.refused, .cut])
    }

    @Test func everyCutIsFound() throws {
        let found = try Self.findings { $0.removeSubrange($1...) }
        for (name, findings) in found {
            #expect(findings == (name == SmallDesk.snapshot ? [.noted] : [.refused]))
        }
        #expect(found.count == 4)
    }

    @Test func aMissingFileIsNeverAnEmptyStart() throws {
        let (storage, texts) = try SmallDesk.made()
        for names in [
            [SmallDesk.marker], [SmallDesk.first], [SmallDesk.last],
            [SmallDesk.first, SmallDesk.last],
        ] {
            let changed = storage.copied()
            for name in names { changed.take(name) }
            let error = #expect(throws: StoreFault.self) {
                try Desk(changed, SmallDesk.shape).close()
            }
            #expect(error != nil, "\(names)")
        }
        func fault(without names: String...) -> StoreFault? {
            let changed = storage.copied()
            for name in names { changed.take(name) }
            return SmallDesk.fault(of: changed)
        }
        #expect(
            fault(without: SmallDesk.marker)?.cause
                == .missing("it holds files of a desk, but initialised is not there"))
        #expect(
            fault(without: SmallDesk.first, SmallDesk.last)?.cause
                == .missing("it was initialised, but there is no journal in it"))
        let first = fault(without: SmallDesk.first)
        #expect(first?.cause == .missing("the first segment is not there"))
        #expect(first?.file == SmallDesk.first)
        let last = fault(without: SmallDesk.last)
        #expect(last?.reason == "the segment that follows, \(SmallDesk.last), is not there")
        let end = try #require(storage.content(of: SmallDesk.first)).split(separator: 10)[5]
            .endIndex
        #expect(last?.file == SmallDesk.first && last?.offset == end + 1)
        // A snapshot may go: the journal has everything.
        storage.take(SmallDesk.snapshot)
        let desk = try Desk(storage, SmallDesk.shape)
        #expect(desk.texts == texts)
        desk.close()
    }

    @Test(
        "a hole is damage where the line behind it shows that what was there was durable",
        arguments: [false, true])
    func damageBehindWhichARecordWasAcknowledgedIsRefused(withNewline: Bool) throws {
        let (storage, _) = try SmallDesk.made()
        var content = try #require(storage.content(of: SmallDesk.last))
        let lines = content.split(separator: 10)
        // A hole of zeros over the last record but one: the last one shows that it was durable.
        let hole = try #require(lines.dropLast(2).last)
        for position in hole.indices { content[position] = 0 }
        if withNewline { content[hole.endIndex] = 0 }
        storage.put(SmallDesk.last, content)
        let error = #expect(throws: StoreFault.self) { try Desk(storage, SmallDesk.shape).close() }
        #expect(error?.offset == hole.startIndex)
        #expect(error?.description.contains("shows that it was durable") == true)
    }

    @Test("the end of a segment is checked, however much of it is empty or one long record")
    func longEnds() throws {
        let storage = FaultyStorage()
        // Two records of 20 000 bytes are in a segment, and 19 000 bytes of zeros behind them.
        let shape = StoreShape(segmentBytes: 60_000, recordBytesMax: 20_000)
        let desk = try Desk(storage, shape)
        for _ in 1...6 {
            #expect(desk.waitForRoom(20_000) && desk.submit(bytes: 20_000))
            #expect(desk.waitUntilDurable())
        }
        try desk.writeSnapshot()
        desk.close()
        let again = try Desk(storage, shape, beginning: .refused)
        #expect(again.texts == desk.texts && again.recovered.notes == [])
        again.close()
        var content = try #require(storage.content(of: SmallDesk.first))
        let line = content.split(separator: 10)[2]
        content[line.startIndex + 30] ^= 1
        storage.put(SmallDesk.first, content)
        let fault = #expect(throws: StoreFault.self) {
            try Desk(storage, shape, beginning: .refused).close()
        }
        #expect(fault?.file == SmallDesk.first && fault?.offset == line.startIndex)
        #expect(fault?.reason == "this line does not match its check")
    }

    @Test func filesOfTwoDesksDoNotMix() throws {
        let (storage, _) = try SmallDesk.made()
        let (other, _) = try SmallDesk.made()
        storage.put(SmallDesk.last, try #require(other.content(of: SmallDesk.last)))
        let error = #expect(throws: StoreFault.self) { try Desk(storage, SmallDesk.shape).close() }
        #expect(error?.cause == .damaged("it belongs to another desk"))
    }

    @Test func aLaterFormatIsNamedAsSuch() throws {
        for name in [SmallDesk.marker, SmallDesk.snapshot, SmallDesk.first] {
            let (storage, _) = try SmallDesk.made()
            let content = try #require(storage.content(of: name))
            // A marker of version 2 is that of a desk with compressed segments.
            let version = name == SmallDesk.marker ? 3 : 2
            storage.put(name, try Resealing.content(content, "version", "\(version)"))
            let error = #expect(throws: StoreFault.self) {
                try Desk(storage, SmallDesk.shape).close()
            }
            #expect(error?.cause == .laterFormat(version: version) && error?.file == name)
        }
    }
}
