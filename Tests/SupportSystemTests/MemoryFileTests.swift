import Foundation
import SupportSystem
import Testing

struct MemoryFileTests {
    @Test("a file in memory is read at its path while its value lives, and is nowhere else")
    func contents() throws {
        let bytes = Array("-----BEGIN KEY-----\n".utf8)
        let file = try MemoryFile(named: "key", holding: bytes)
        try file.withPath { path in
            for _ in 1...2 {
                #expect(FileManager.default.contents(atPath: path).map(Array.init) == bytes)
            }
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: path)
            #expect(target.hasPrefix("/memfd:key"))
        }
        let empty = try MemoryFile(named: "key", holding: [])
        empty.withPath { #expect(FileManager.default.contents(atPath: $0)?.isEmpty == true) }
    }
}
