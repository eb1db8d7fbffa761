import SupportSystem
import Testing

@Suite struct BytesTests {
    // The vectors of RFC 3720, appendix B.4, and the common check value.
    private static let checks: [([UInt8], UInt32)] = [
        ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
        ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
        ([UInt8](0..<32), 0x46DD_794E),
        ([UInt8]((0..<32).reversed()), 0x113F_DB5C),
        (Array("123456789".utf8), 0xE306_9283),
        ([], 0),
    ]

    @Test(arguments: checks)
    func checksAsTheStandardSays(bytes: [UInt8], check: UInt32) {
        #expect(CRC32C.check(of: bytes[...]) == check)
    }

    @Test func checksASliceAsItsOwnBytes() {
        let bytes = Array("xx123456789yy".utf8)
        #expect(CRC32C.check(of: bytes[2..<11]) == 0xE306_9283)
    }

    @Test func findsBytesInASlice() {
        let bytes: [UInt8] = [7, 1, 2, 7, 3]
        #expect(bytes[1...].firstPosition(of: 7) == 3)
        #expect(bytes[1..<3].firstPosition(of: 7) == nil)
        #expect(bytes[0..<0].firstPosition(of: 7) == nil)
    }

    @Test func knowsZeros() {
        let zeros = [UInt8](repeating: 0, count: 10_000)
        #expect(zeros[...].isAllZeros)
        #expect(zeros[0..<0].isAllZeros)
        #expect(zeros[...].withoutTrailingZeros.isEmpty)
        for place in [0, 1, 4_095, 4_096, 9_999] {
            var bytes = zeros
            bytes[place] = 1
            #expect(!bytes[...].isAllZeros)
            #expect(bytes[...].withoutTrailingZeros.count == place + 1)
        }
        #expect(!([1, 1] as [UInt8])[...].isAllZeros)
    }

    @Test func randomBytesHaveTheirCountAndDiffer() throws {
        #expect(try Randomness.bytes(0).isEmpty)
        let first = try Randomness.bytes(1_000)
        #expect(first.count == 1_000)
        #expect(try first != Randomness.bytes(1_000))
        // The last piece is filled too.
        #expect(!first.suffix(200).isAllZeros)
    }
}
