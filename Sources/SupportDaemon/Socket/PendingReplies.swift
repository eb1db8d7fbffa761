import DequeModule

/// Answers in the order of their requests, each held back until what it saw is durable.
package struct PendingReplies {
    private var queue: Deque<Reply> = []
    /// What has been told of the first one, in bytes.
    private var told = 0
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

    /// Whether the next answer waits for the journal.
    package func isWaiting(durable: UInt64) -> Bool {
        queue.first.map { $0.after > durable } ?? false
    }

    /// The next answer, or the next part of a long one, if what it saw is durable.
    package mutating func next(durable: UInt64, bytesMax: Int = .max) -> [UInt8]? {
        guard let first = queue.first, first.after <= durable else { return nil }
        let rest = first.line.count - told
        guard rest <= bytesMax else {
            defer { told += bytesMax }
            bytes -= bytesMax
            return Array(first.line[told..<(told + bytesMax)])
        }
        queue.removeFirst()
        bytes -= rest
        defer { told = 0 }
        return told == 0 ? first.line : Array(first.line[told...])
    }
}
