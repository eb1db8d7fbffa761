/// Cuts a stream of bytes into lines, holding at most one unfinished line of a bounded length.
///
/// A pure value, used by every reader of a stream of lines: bytes in, lines out. A line ends with
/// `\n`; a `\r` before it is kept, as JSON takes it for white space. Empty lines are lines.
package struct LineFramer: Sendable {
    /// What came since the last newline.
    private var pending: [UInt8] = []
    /// The longest line of which nothing is known, newline not counted.
    private let bytesMax: Int
    /// The longest that the unfinished line may become.
    private var lineMax: Int

    /// The line is longer than it may be; the stream is of no more use.
    package struct LineTooLong: Error, Hashable, Sendable {
        /// How long it may have been, in bytes.
        package let bytesMax: Int
    }

    /// - Parameter bytesMax: the longest line of which nothing is known, newline not counted.
    package init(bytesMax: Int) {
        self.bytesMax = bytesMax
        lineMax = bytesMax
    }

    /// True while a line has begun and not ended.
    package var isInsideLine: Bool { !pending.isEmpty }
    /// How much of an unfinished line is held, in bytes.
    package var unfinishedBytes: Int { pending.count }

    /// Takes bytes in and hands out each line that they end, in order.
    ///
    /// - Parameter longer: asked once of a line that is about to pass `bytesMax`, with its first
    ///   `bytesMax` bytes: how long it may become.
    package mutating func take(
        _ chunk: some Collection<UInt8>,
        longer: (ArraySlice<UInt8>) -> Int = { _ in 0 }, line: ([UInt8]) -> Void
    ) throws(LineTooLong) {
        var rest = Array(chunk)[...]
        while let end = rest.firstPosition(of: UInt8(ascii: "\n")) {
            let head = rest[..<end]
            if pending.isEmpty, head.count <= bytesMax {
                line(Array(head))
            } else {
                try grow(by: head, longer)
                let whole = pending
                forget()
                line(whole)
            }
            rest = rest[(end + 1)...]
        }
        try grow(by: rest, longer)
    }

    private mutating func grow(
        by bytes: ArraySlice<UInt8>, _ longer: (ArraySlice<UInt8>) -> Int
    ) throws(LineTooLong) {
        pending.append(contentsOf: bytes)
        guard pending.count > lineMax else { return }
        if lineMax == bytesMax { lineMax = max(bytesMax, longer(pending[..<bytesMax])) }
        guard pending.count > lineMax else { return }
        let refused = LineTooLong(bytesMax: lineMax)
        forget()
        throw refused
    }

    /// Gives back what an unfinished line holds; the stream goes on as if it had not begun.
    package mutating func forget() {
        pending = []
        lineMax = bytesMax
    }
}
