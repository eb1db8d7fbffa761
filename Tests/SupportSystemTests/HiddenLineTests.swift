import SupportSystem
import Testing

/// What a person types without seeing it.
struct HiddenLineTests {
    private func typed(_ bytes: [UInt8], bytesMax: Int = 100) -> (HiddenLine.Step, String) {
        var line = HiddenLine(bytesMax: bytesMax)
        for byte in bytes {
            let step = line.take(byte)
            guard step == .more else { return (step, String(decoding: line.bytes, as: UTF8.self)) }
        }
        return (.more, String(decoding: line.bytes, as: UTF8.self))
    }

    @Test(arguments: [10, 13, 4] as [UInt8])
    func anEndEndsIt(byte: UInt8) {
        #expect(typed(Array("pw".utf8) + [byte]) == (.done, "pw"))
        #expect(typed([byte]) == (.done, ""))
    }

    @Test func itCanBeGivenUp() {
        #expect(typed(Array("pw".utf8) + [3]).0 == .cancelled)
    }

    @Test func whatWasTypedCanBeTakenBack() {
        #expect(typed(Array("pé".utf8) + [127] + Array("w".utf8)) == (.more, "pw"))
        #expect(typed(Array("a\u{1F511}".utf8) + [8]) == (.more, "a"))
        #expect(typed([127, 127] + Array("x".utf8)) == (.more, "x"))
        #expect(typed(Array("wrong".utf8) + [21] + Array("pw".utf8)) == (.more, "pw"))
    }

    @Test func itIsBounded() {
        #expect(typed(Array("abcd".utf8), bytesMax: 4).1 == "abcd")
        #expect(typed(Array("abcde".utf8), bytesMax: 4).1 == "abcde", "one more shows that it is")
        #expect(typed(Array("abcdefgh".utf8), bytesMax: 4).1 == "abcde")
    }
}
