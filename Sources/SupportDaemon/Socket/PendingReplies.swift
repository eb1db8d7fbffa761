import DequeModule

/// Answers in the order of their requests, each held back until what it saw is durable.
package struct PendingReplies {
    private var queue: Deque<Reply> = []
    /// How much of the first one has been sent, in bytes.
    private var sentBytes = 0
    /// Bytes held back.
    package private(set) var bytes = 0

    /// One answer and the record that must be durable before it may be sent.
    private struct Reply {
        var line: [UInt8]
        var after: UInt64
    }

    /// How many answers are held back.
    package var count: Int { queue.count }
    /// True when no answer is held back.
    package var isEmpty: Bool { queue.isEmpty }

    /// Without answers.
    package init() {}

    /// Holds an answer back.
    package mutating func append(_ line: [UInt8], after sequence: UInt64) {
        queue.append(Reply(line: line, after: sequence))
        bytes += line.count
    }

    /// The record that the next answer waits for, or waited for; nil for no answer.
    package var firstAfter: UInt64? { queue.first?.after }

    /// The next answer, or the next part of a long one, if what it saw is durable.
    package mutating func next(durable: UInt64, bytesMax: Int = .max) -> [UInt8]? {
        guard let first = queue.first, first.after <= durable else { return nil }
        let rest = first.line.count - sentBytes
        guard rest <= bytesMax else {
            defer { sentBytes += bytesMax }
            bytes -= bytesMax
            return Array(first.line[sentBytes..<(sentBytes + bytesMax)])
        }
        queue.removeFirst()
        bytes -= rest
        defer { sentBytes = 0 }
        return sentBytes == 0 ? first.line : Array(first.line[sentBytes...])
    }
}

/// Lines of one connection that were read and are not answered yet, in order.
struct WaitingLines {
    private var lines: [[UInt8]] = []
    private var next = 0

    /// More than this many are not usual, and their room is not kept.
    private static let keptCount = 64

    /// True when all are answered.
    var isEmpty: Bool { next == lines.count }

    /// Adds a line behind the others.
    mutating func append(_ line: [UInt8]) { lines.append(line) }

    /// Takes the next line out.
    mutating func take() -> [UInt8]? {
        guard next < lines.count else { return nil }
        let line = lines[next]
        lines[next] = []
        next += 1
        if next == lines.count {
            lines.removeAll(keepingCapacity: lines.count <= Self.keptCount)
            next = 0
        }
        return line
    }
}
