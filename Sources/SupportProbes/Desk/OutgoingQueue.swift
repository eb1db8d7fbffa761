/// Lines that wait for the desk to read them, as one run of bytes.
package struct OutgoingQueue: Hashable, Sendable {
    private var bytes: [UInt8] = []
    private var sent = 0

    /// A queue in which nothing waits.
    package init() {}

    /// How many bytes wait.
    package var count: Int { bytes.count - sent }

    /// Whether so much waits that no more should be made.
    package var isFull: Bool { count >= ProbeLimits.outgoingBytesMax }

    /// What waits, oldest first.
    package var waiting: ArraySlice<UInt8> { bytes[sent...] }

    /// Adds a line; its end is added here.
    package mutating func add(line: [UInt8]) {
        bytes += line
        bytes.append(10)
    }

    /// So many bytes have gone out; more than wait count as all.
    package mutating func remove(_ count: Int) {
        sent += min(max(0, count), self.count)
        guard sent == bytes.count || sent > 65_536 else { return }
        bytes.removeFirst(sent)
        sent = 0
    }
}
