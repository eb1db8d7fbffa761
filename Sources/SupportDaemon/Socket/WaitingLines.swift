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
