import SupportProbes
import Testing

struct LineSplitterTests {
    @Test func everyCutGivesTheSameLines() throws {
        let stream = Array("one\n\ntwo\nthree\nrest".utf8)
        for cut in 0...stream.count {
            var splitter = LineSplitter(lineBytesMax: 10)
            let lines =
                try splitter.take(Array(stream[..<cut])) + splitter.take(Array(stream[cut...]))
            #expect(lines.map { String(decoding: $0, as: UTF8.self) } == ["one", "two", "three"])
        }
    }

    @Test func theLimitIsKeptToTheByte() throws {
        var splitter = LineSplitter(lineBytesMax: 3)
        #expect(try splitter.take(Array("abc\n".utf8)).count == 1)
        #expect(throws: LineSplitter.LineTooLong(bytesMax: 3)) {
            try splitter.take(Array("abcd\n".utf8))
        }
    }

    @Test func anUnfinishedLineIsBoundedToo() throws {
        var splitter = LineSplitter(lineBytesMax: 3)
        #expect(try splitter.take(Array("abc".utf8)).isEmpty)
        #expect(throws: LineSplitter.LineTooLong.self) { try splitter.take(Array("d".utf8)) }
    }
}
