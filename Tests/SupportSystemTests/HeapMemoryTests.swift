import SupportSystem
import Testing

struct HeapMemoryTests {
    @Test("pages that lie free between what is in use go back")
    func giveBack() throws {
        // Small pieces, so that the library keeps them, and every tenth stays.
        var pieces: [[UInt8]] = (0..<60_000).map { _ in [UInt8](repeating: 1, count: 4000) }
        let most = try #require(HeapMemory.residentBytes)
        #expect(most > 200 << 20)
        pieces = pieces.enumerated().filter { $0.offset % 100 == 0 }.map(\.element)
        HeapMemory.giveBack()
        let rest = try #require(HeapMemory.residentBytes)
        #expect(most - rest > 150 << 20, "\(most >> 20) MiB, then \(rest >> 20) MiB")
        #expect(pieces.count == 600)
    }
}
