/// Cuts a stream of bytes into lines, holding at most one unfinished line of a bounded length.
///
/// A pure value: bytes in, lines out. A line ends with `\n`; a `\r` before it is not taken off, the
/// JSON scan passes over it as white space. Empty lines are lines.
package struct LineFramer: Sendable {
    /// What came since the last newline.
    private var pending: [UInt8] = []
    /// The longest line, newline not counted.
    private let bytesMax: Int

    /// The line is longer than it may be; the stream is of no more use.
    package struct LineTooLong: Error, Hashable, Sendable {}

    package init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    /// True while a line has begun and not ended.
    package var isInsideLine: Bool { !pending.isEmpty }

    /// Takes bytes in and hands out each line that they end, in order.
    package mutating func take(
        _ chunk: some Collection<UInt8>, line: ([UInt8]) -> Void
    ) throws(LineTooLong) {
        // An array is searched many times faster than a slice of a buffer.
        var rest = Array(chunk)[...]
        while let end = rest.firstIndex(of: 10) {
            let head = rest[..<end]
            guard pending.count + head.count <= bytesMax else { throw LineTooLong() }
            if pending.isEmpty {
                line(Array(head))
            } else {
                pending.append(contentsOf: head)
                let whole = pending
                pending = []
                line(whole)
            }
            rest = rest[(end + 1)...]
        }
        guard pending.count + rest.count <= bytesMax else { throw LineTooLong() }
        pending.append(contentsOf: rest)
    }
}
