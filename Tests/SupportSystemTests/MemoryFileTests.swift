import Foundation
import SupportSystem
import Testing

struct MemoryFileTests {
    @Test("a file in memory is read at its path while its value lives, and is nowhere else")
    func contents() throws {
        let bytes = Array("-----BEGIN KEY-----\n".utf8)
        let file = try MemoryFile(named: "key", holding: bytes)
        #expect(FileManager.default.contents(atPath: file.path).map(Array.init) == bytes)
        #expect(FileManager.default.contents(atPath: file.path).map(Array.init) == bytes, "again")
        let target = try FileManager.default.destinationOfSymbolicLink(atPath: file.path)
        #expect(target.hasPrefix("/memfd:key"))
        let empty = try MemoryFile(named: "key", holding: [])
        #expect(FileManager.default.contents(atPath: empty.path)?.isEmpty == true)
    }
}
