/// What all lines hold that have begun and not ended, and whose must go when it is too much.
package struct UnfinishedLines<Connection: Hashable> {
    private let userBytesMax: Int
    private let bytesMax: Int
    private var lines: [Connection: Line] = [:]
    private var perUser: [UInt32: Int] = [:]
    private var begun: UInt64 = 0
    /// What all of them hold, in bytes.
    package private(set) var bytes = 0

    /// One of them.
    private struct Line {
        var user: UInt32
        var bytes: Int
        /// Which of two began first.
        var order: UInt64
    }

    /// - Parameters:
    ///   - userBytesMax: what those of one user may hold, in bytes.
    ///   - bytesMax: what those of everybody may hold, in bytes.
    package init(userBytesMax: Int, bytesMax: Int) {
        self.userBytesMax = userBytesMax
        self.bytesMax = bytesMax
    }

    /// Notes what a connection's unfinished line holds now; 0 when it has ended or was given up.
    package mutating func note(_ count: Int, of connection: Connection, user: UInt32) {
        let old = lines[connection]
        bytes += count - (old?.bytes ?? 0)
        let own = (perUser[user] ?? 0) + count - (old?.bytes ?? 0)
        perUser[user] = own > 0 ? own : nil
        guard count > 0 else {
            lines[connection] = nil
            return
        }
        if old == nil { begun += 1 }
        lines[connection] = Line(user: user, bytes: count, order: old?.order ?? begun)
    }

    /// The connection whose line must go, and how much such lines may hold; nil while all may stay.
    ///
    /// The oldest of the user who holds too much; of the one who holds most where all together do.
    package func victim() -> (connection: Connection, bytesMax: Int)? {
        guard bytes > min(userBytesMax, bytesMax) else { return nil }
        guard let (user, most) = perUser.max(by: { $0.value < $1.value }),
            most > userBytesMax || bytes > bytesMax
        else { return nil }
        let oldest = lines.filter { $0.value.user == user }
            .min { $0.value.order < $1.value.order }
        return oldest.map { ($0.key, most > userBytesMax ? userBytesMax : bytesMax) }
    }
}
