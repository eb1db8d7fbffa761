import SupportSystem
import Testing

struct CheckedTextTests {
    private let text = Array("one\ntwo\n".utf8)

    @Test("a text comes back, and no change of a byte goes unseen")
    func changes() {
        let file = CheckedText.sealed(text)
        #expect(CheckedText.content(of: file).map(Array.init) == text)
        for position in file.indices {
            var changed = file
            changed[position] ^= 1
            #expect(CheckedText.content(of: changed) == nil, "\(position)")
            #expect(CheckedText.content(of: Array(file.prefix(position))) == nil, "\(position)")
        }
        #expect(CheckedText.content(of: file + [10]) == nil)
        #expect(CheckedText.content(of: []) == nil)
    }

    @Test("a checksum goes on from that of the bytes before")
    func goesOn() {
        let bytes = Array("123456789".utf8)
        #expect(CRC32C.check(of: bytes[...]) == 0xE306_9283)
        for cut in 0...bytes.count {
            let first = CRC32C.check(of: bytes[..<cut])
            #expect(CRC32C.check(of: bytes[cut...], after: first) == 0xE306_9283)
        }
    }
}
