import Glibc
import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// The store on a real disk, and the files of format 1 as they were first written.
@Suite struct DiskTests {
    private static let shape = StoreShape(segmentBytes: 20_000, recordBytesMax: 1_000)

    @Test func worksOnARealDisk() throws {
        var template = Array("/tmp/supportd-test-XXXXXX".utf8CString)
        #expect(mkdtemp(&template) != nil)
        let parent = String(
            decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let path = parent + "/state"
        let storage = try DiskStorage(directory: path, creating: true)
        defer {
            for name in (try? storage.names()) ?? [] { try? storage.remove(name) }
            rmdir(path)
            rmdir(parent)
        }
        let desk = try Desk(storage, Self.shape)
        for number in 0..<100 {
            #expect(desk.waitForRoom(500) && desk.submit(bytes: 500))
            if number == 50 { #expect(desk.waitUntilDurable()) }
            if number == 50 { try desk.writeSnapshot() }
        }
        #expect(desk.waitUntilDurable())
        let second = try DiskStorage(directory: path, creating: false)
        let error = #expect(throws: StoreFault.self) { try Desk(second, Self.shape).close() }
        #expect(error?.cause == .inUse)
        desk.close()
        let again = try Desk(second, Self.shape)
        #expect(again.texts == desk.texts)
        #expect(again.recovered.snapshot?.sequence == 51)
        #expect(try again.store.verify().lastSequence == 100)
        again.close()
    }

    /// The golden desk: seven records of 40 to 46 bytes, each durable before the next, a snapshot
    /// after the third.
    private static func golden() throws -> FaultyStorage {
        let file = #filePath
        let folder = file.prefix(upTo: try #require(file.lastIndex(of: "/"))) + "/Golden/format-1"
        let files = try DiskStorage(directory: String(folder), creating: false)
        let storage = FaultyStorage()
        for name in try files.names() {
            storage.put(name, try files.open(name, writing: false).read(at: 0, count: 100_000))
        }
        return storage
    }

    private static let goldenShape = StoreShape(segmentBytes: 0, recordBytesMax: 64)

    @Test func formatOneIsReadForEver() throws {
        let storage = try Self.golden()
        #expect(try storage.names().count == 4)
        let desk = try Desk(storage, Self.goldenShape, beginning: .refused)
        #expect(desk.texts == (1...7).map { Desk.text(sequence: $0, bytes: 39 + $0) })
        #expect(desk.recovered.snapshot?.sequence == 3 && desk.recovered.notes == [])
        #expect(try desk.store.verify().snapshots == [3])
        desk.close()
    }

    @Test func formatOneIsStillWrittenByteForByte() throws {
        let storage = try Self.golden()
        let name = try #require(storage.names().last { $0.hasSuffix(".jsonl") })
        let content = try #require(storage.content(of: name))
        let last = try #require(content.split(separator: 10).dropLast().last)
        var shorter = content
        for position in last.startIndex...last.endIndex { shorter[position] = 0 }
        storage.put(name, shorter)
        let desk = try Desk(storage, Self.goldenShape)
        #expect(desk.texts.count == 6)
        #expect(desk.submit(bytes: 46) && desk.waitUntilDurable())
        desk.close()
        #expect(storage.content(of: name) == content)
    }
}
