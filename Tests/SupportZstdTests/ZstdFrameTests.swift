import SupportZstd
import Testing

/// What is compressed comes back, and nothing else is taken for it.
struct ZstdFrameTests {
    private static let text = Array(String(repeating: "The shop is down. ", count: 500).utf8)

    @Test("a frame holds the bytes that it was made of", arguments: [1, 17, 9_000])
    func both(count: Int) throws {
        let bytes = Self.text.prefix(count)
        let frame = try #require(ZstdFrame.compressed(bytes))
        #expect(frame.count <= ZstdFrame.bytesMax(of: count))
        #expect(ZstdFrame.content(of: frame[...], bytes: count) == Array(bytes))
        #expect(count < 9_000 || frame.count < 100)
    }

    @Test("another length than the frame has is refused, whatever it says")
    func length() throws {
        let frame = try #require(ZstdFrame.compressed(Self.text[...]))
        for bytes in [0, 1, Self.text.count - 1, Self.text.count + 1] {
            #expect(ZstdFrame.content(of: frame[...], bytes: bytes) == nil)
        }
    }

    @Test("a frame that was cut or changed is refused")
    func damaged() throws {
        let frame = try #require(ZstdFrame.compressed(Self.text[...]))
        for length in frame.indices {
            #expect(ZstdFrame.content(of: frame[..<length], bytes: Self.text.count) == nil)
        }
        for position in frame.indices {
            var changed = frame
            changed[position] ^= 0x10
            let content = ZstdFrame.content(of: changed[...], bytes: Self.text.count)
            #expect(content == nil || content == Self.text)
        }
        #expect(ZstdFrame.content(of: [], bytes: 10) == nil)
        #expect(ZstdFrame.content(of: Self.text[...], bytes: 10) == nil)
    }
}
