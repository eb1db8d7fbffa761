import SupportStore
import SupportSystem
import SupportTestKit
import Testing

/// A state directory with compressed segments as this release wrote it: it is read for ever.
struct CompressedGoldenTests {
    private static func golden() throws -> FaultyStorage {
        let file = #filePath
        let tests = "/Compressed/"
        let end = try #require(file.firstRange(of: tests)).lowerBound
        let files = try DiskStorage(
            directory: file[..<end] + "/Golden/format-2", creating: false)
        let storage = FaultyStorage()
        for name in try files.names() {
            storage.put(name, try files.open(name, writing: false).read(at: 0, count: 100_000))
        }
        return storage
    }

    @Test("format 2 is read for ever, with its snapshots and without")
    func read() throws {
        let storage = try Self.golden()
        #expect(try OldDesk.journal(storage)[0] == OldDesk.compressed)
        let texts = (1...20).map { Desk.text(sequence: $0, bytes: 40 + $0 % 20) }
        #expect(try OldDesk.texts(storage) == texts)
        let desk = try Desk(storage, OldDesk.shape, beginning: .refused)
        #expect(desk.texts == texts && desk.recovered.notes == [])
        #expect(desk.recovered.snapshot?.sequence == 18)
        #expect(try desk.store.verify().snapshots == [18, 12])
        desk.close()
    }

    @Test("what is compressed is the text of the segment, byte for byte")
    func text() throws {
        let storage = try Self.golden()
        let desk = try Desk(storage, OldDesk.shape, beginning: .refused)
        defer { desk.close() }
        let piece = try desk.store.backupPiece(
            of: OldDesk.first, through: nil, from: 0, bytesMax: 10_000)
        let lines = String(decoding: try #require(piece).bytes, as: UTF8.self)
            .split(separator: "\n")
        #expect(lines.count == 7)
        #expect(lines[0].hasPrefix(#"{"format":"supportd journal","version":1,"desk":""#))
        for (number, line) in lines[1...5].enumerated() {
            let text = Desk.text(sequence: number + 1, bytes: 41 + number)
            #expect(line.hasPrefix(text.dropLast()))
        }
        #expect(lines[6].hasPrefix(#"{"format":"supportd journal end","version":1,"next":6,"#))
    }
}
