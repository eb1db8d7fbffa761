/// Parts a stream of bytes into lines, of which only one unfinished is ever kept.
package struct LineSplitter: Hashable, Sendable {
    private let lineBytesMax: Int
    private var unfinished: [UInt8] = []
    private var searched = 0

    /// A splitter that takes lines of at most `lineBytesMax` bytes, their end not counted.
    package init(lineBytesMax: Int) {
        self.lineBytesMax = max(0, lineBytesMax)
    }

    /// A line that is longer than is taken.
    package struct LineTooLong: Error, Hashable, Sendable {
        /// The most bytes that a line may have.
        package let bytesMax: Int

        /// The error for a line beyond this many bytes.
        package init(bytesMax: Int) { self.bytesMax = bytesMax }
    }

    /// Takes what came next; the lines that it ends, without their ends and without empty ones.
    package mutating func take(_ bytes: [UInt8]) throws(LineTooLong) -> [[UInt8]] {
        unfinished += bytes
        var lines: [[UInt8]] = []
        var start = 0
        while let end = unfinished[searched...].firstIndex(of: 10) {
            guard end - start <= lineBytesMax else { throw LineTooLong(bytesMax: lineBytesMax) }
            if end > start { lines.append(Array(unfinished[start..<end])) }
            start = end + 1
            searched = start
        }
        unfinished.removeFirst(start)
        searched = unfinished.count
        guard unfinished.count <= lineBytesMax else { throw LineTooLong(bytesMax: lineBytesMax) }
        return lines
    }
}
