import SupportSystem
import SupportTestKit
import Testing

struct LineFramerTests {
    private func lines(
        _ chunks: [[UInt8]], bytesMax: Int = 64
    ) -> (lines: [String], isTooLong: Bool, isInside: Bool) {
        var framer = LineFramer(bytesMax: bytesMax)
        var lines: [String] = []
        for chunk in chunks {
            do {
                try framer.take(chunk) { lines.append(String(decoding: $0, as: UTF8.self)) }
            } catch {
                return (lines, true, false)
            }
        }
        return (lines, false, framer.isInsideLine)
    }

    @Test func aLineEndsWithANewline() {
        let read = lines([Array("one\ntwo\r\n\n\nth".utf8)])
        #expect(read.lines == ["one", "two\r", "", ""])
        #expect(read.isInside)
        #expect(!lines([Array("one\n".utf8)]).isInside)
        #expect(lines([]).lines.isEmpty)
    }

    @Test func chunksMakeNoDifference() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = SeededRandom(seed: seed)
            let bytes = (0..<400).map { _ in
                random.chance(10) ? 10 : UInt8.random(in: 32...126, using: &random)
            }
            let whole = lines([bytes])
            let single = lines(bytes.map { [$0] })
            var chunks: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Int.random(in: 0...min(90, rest.count), using: &random)
                chunks.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(single == whole, "seed \(seed)")
            #expect(lines(chunks) == whole, "seed \(seed)")
        }
    }

    @Test("a line may pass the usual length where its beginning says so, and only that line")
    func longerLines() {
        var framer = LineFramer(bytesMax: 4)
        var asked: [String] = []
        var lines: [String] = []
        func take(_ text: String) -> Int? {
            do throws(LineFramer.LineTooLong) {
                try framer.take(
                    Array(text.utf8),
                    longer: { start in
                        asked.append(String(decoding: start, as: UTF8.self))
                        return start.first == UInt8(ascii: "L") ? 8 : 0
                    }, line: { lines.append(String(decoding: $0, as: UTF8.self)) })
                return nil
            } catch {
                return error.bytesMax
            }
        }
        #expect(take("abcd\nL123") == nil)
        #expect(asked.isEmpty)
        #expect(take("45") == nil && take("67") == nil)
        #expect(asked == ["L123"], "asked once")
        #expect(framer.unfinishedBytes == 8)
        #expect(take("\nL7654321") == nil)
        #expect(lines == ["abcd", "L1234567"])
        asked = []
        #expect(take("x") == 8)
        #expect(asked.isEmpty, "the line has its answer")
        #expect(framer.unfinishedBytes == 0, "what was refused is given back")
        #expect(take("ab\nabcde") == 4)
        #expect(take("L1234567\nL1234567\n") == nil, "in one piece too")
        #expect(take("L12345678\n") == 8)
    }

    @Test(arguments: [1, 3, 64])
    func aLineAtTheLimitAndOnePastIt(bytesMax: Int) {
        let most = Array(repeating: UInt8(ascii: "x"), count: bytesMax)
        let more = most + [UInt8(ascii: "y")]
        for split in [false, true] {
            func cut(_ bytes: [UInt8]) -> [[UInt8]] { split ? bytes.map { [$0] } : [bytes] }
            #expect(lines(cut(most + [10]), bytesMax: bytesMax).lines.count == 1)
            #expect(!lines(cut(most), bytesMax: bytesMax).isTooLong)
            #expect(lines(cut(more), bytesMax: bytesMax).isTooLong, "before it ends")
            #expect(lines(cut(more + [10]), bytesMax: bytesMax).isTooLong)
            let after = lines(cut(most + [10] + more), bytesMax: bytesMax)
            #expect(after.lines.count == 1 && after.isTooLong)
        }
    }
}
