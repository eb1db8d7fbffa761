import DequeModule

/// Answers in the order of their requests, each held back until what it saw is durable.
package struct PendingReplies {
    private var queue: Deque<Reply> = []
    /// Bytes held back.
    package private(set) var bytes = 0

    /// One answer and the record that must be durable before it may be told.
    private struct Reply {
        var line: [UInt8]
        var after: UInt64
    }

    /// How many answers are held back.
    package var count: Int { queue.count }
    /// True when none is.
    package var isEmpty: Bool { queue.isEmpty }

    /// Nothing is held back.
    package init() {}

    /// Holds an answer back.
    package mutating func append(_ line: [UInt8], after sequence: UInt64) {
        queue.append(Reply(line: line, after: sequence))
        bytes += line.count
    }

    /// The next answer, if what it saw is durable.
    package mutating func next(durable: UInt64) -> [UInt8]? {
        guard let first = queue.first, first.after <= durable else { return nil }
        queue.removeFirst()
        bytes -= first.line.count
        return first.line
    }
}
