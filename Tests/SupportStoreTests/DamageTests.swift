import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A small desk whose files are cut and flipped at every byte: the same records, or a refusal that
/// names file and place, or a cut tail that is reported; never a silent difference.
@Suite struct DamageTests {
    private static let shape = StoreShape(
        segmentBytes: 0, recordBytesMax: 64, queueBytesMax: 1_000, spareRetry: .milliseconds(1))
    private static let marker = "initialised"
    private static let firstSegment = "journal-00000000000000000001.jsonl"
    private static let snapshot = "snapshot-00000000000000000003.json"

    /// Eight records in two segments, each in a batch of its own, and a snapshot after the third.
    private static func desk() throws -> (storage: FaultyStorage, texts: [String]) {
        let storage = FaultyStorage()
        let desk = try Desk(storage, shape)
        for number in 1...8 {
            #expect(desk.waitForRoom(64) && desk.submit(bytes: 40 + number))
            #expect(desk.waitUntilDurable())
            if number == 3 { try desk.writeSnapshot() }
        }
        desk.close()
        return (storage, desk.texts)
    }

    private static func lastSegment(of storage: FaultyStorage) throws -> String {
        let names = try storage.names().filter { $0.hasSuffix(".jsonl") }.sorted()
        #expect(names.count == 2)
        return try #require(names.last)
    }

    private enum Finding: Hashable {
        case refused, cut, noted, foundByVerifying, nothing
    }

    /// Opens a desk with one changed file, and checks that what is found is told.
    private static func finding(
        _ intact: FaultyStorage, _ texts: [String], _ name: String, _ content: [UInt8]
    ) throws -> Finding {
        let storage = intact.copied()
        storage.put(name, content)
        do {
            let desk = try Desk(storage, shape)
            defer { desk.close() }
            #expect(!desk.recovered.isNew)
            #expect(texts.starts(with: desk.texts))
            if case .tornTail(let segment, _, let sequence, _, let keptAs)? = tail(of: desk) {
                #expect(segment == name && sequence == desk.texts.count + 1)
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
            return fault.doing == "open the state directory" || storage.content(of: name) == content
                ? .refused : .foundByVerifying
        }
    }

    private static func tail(of desk: Desk) -> RecoveryNote? {
        desk.recovered.notes.first { if case .tornTail = $0 { true } else { false } }
    }

    @Test func everyFlippedByteIsFound() throws {
        let (storage, texts) = try Self.desk()
        let last = try Self.lastSegment(of: storage)
        for name in [Self.marker, Self.snapshot, Self.firstSegment, last] {
            let content = try #require(storage.content(of: name))
            var found: Set<Finding> = []
            for position in content.indices {
                var changed = content
                changed[position] ^= 1 << UInt8(position % 8)
                found.insert(try Self.finding(storage, texts, name, changed))
            }
            switch name {
            case Self.snapshot: #expect(found == [.noted])
            case last: #expect(found == [.refused, .cut])
            // A space of its end line may turn into a zero, as a power cut may leave it.
            case Self.firstSegment: #expect(found.isSubset(of: [.refused, .nothing]))
            default: #expect(found == [.refused])
            }
        }
    }

    @Test func everyCutIsFound() throws {
        let (storage, texts) = try Self.desk()
        let last = try Self.lastSegment(of: storage)
        for name in [Self.marker, Self.snapshot, Self.firstSegment, last] {
            let content = try #require(storage.content(of: name))
            var found: Set<Finding> = []
            for length in content.indices {
                let changed = Array(content.prefix(length))
                found.insert(try Self.finding(storage, texts, name, changed))
            }
            #expect(found == (name == Self.snapshot ? [.noted] : [.refused]))
        }
    }

    @Test func aMissingFileIsNeverAnEmptyStart() throws {
        let (storage, texts) = try Self.desk()
        let last = try Self.lastSegment(of: storage)
        for names in [[Self.marker], [Self.firstSegment], [last], [Self.firstSegment, last]] {
            let changed = storage.copied()
            for name in names { changed.take(name) }
            let error = #expect(throws: StoreFault.self) { try Desk(changed, Self.shape).close() }
            #expect(error != nil, "\(names)")
        }
        // A snapshot may go: the journal has everything.
        storage.take(Self.snapshot)
        let desk = try Desk(storage, Self.shape)
        #expect(desk.texts == texts)
        desk.close()
    }

    @Test func damageBehindWhichARecordWasAcknowledgedIsRefused() throws {
        let (storage, _) = try Self.desk()
        let last = try Self.lastSegment(of: storage)
        var content = try #require(storage.content(of: last))
        let lines = content.split(separator: 10)
        // A hole of zeros over the last record but one: the last one shows that it was durable.
        let hole = try #require(lines.dropLast(2).last)
        for position in hole.indices { content[position] = 0 }
        storage.put(last, content)
        let error = #expect(throws: StoreFault.self) { try Desk(storage, Self.shape).close() }
        #expect(error?.offset == hole.startIndex)
        #expect(error?.description.contains("shows that it was durable") == true)
    }

    @Test func filesOfTwoDesksDoNotMix() throws {
        let (storage, _) = try Self.desk()
        let (other, _) = try Self.desk()
        let last = try Self.lastSegment(of: storage)
        storage.put(last, try #require(other.content(of: last)))
        let error = #expect(throws: StoreFault.self) { try Desk(storage, Self.shape).close() }
        #expect(error?.cause == .damaged("it belongs to another desk"))
    }

    @Test func aLaterFormatIsNamedAsSuch() throws {
        for name in [Self.marker, Self.snapshot, Self.firstSegment] {
            let (storage, _) = try Self.desk()
            let content = try #require(storage.content(of: name))
            let end = try #require(content.firstIndex(of: 10))
            let header = String(decoding: content[..<end], as: UTF8.self)
            let later = header.dropLast(18).replacing(#""version":1"#, with: #""version":2"#)
            let check = CRC32C.check(of: Array(later.utf8)[...])
            let digits = String(check, radix: 16)
            let padded = String(repeating: "0", count: 8 - digits.count) + digits
            let line = later + #","crc":"\#(padded)"}"#
            storage.put(name, Array(line.utf8) + content[end...])
            let error = #expect(throws: StoreFault.self) { try Desk(storage, Self.shape).close() }
            #expect(error?.cause == .laterFormat(version: 2) && error?.file == name)
        }
    }
}
