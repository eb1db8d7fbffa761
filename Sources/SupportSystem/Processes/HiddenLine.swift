/// A line that is typed without being shown: bytes in, what is to be done out.
package struct HiddenLine: Sendable {
    /// What the line holds so far.
    package private(set) var bytes: [UInt8] = []
    private let bytesMax: Int

    /// What a byte led to.
    package enum Step: Hashable, Sendable {
        /// The line goes on.
        case more
        /// The line has ended.
        case done
        /// The person gave up.
        case cancelled
    }

    /// An empty line of at most so many bytes and one more, which shows that it is too long.
    package init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    /// Takes a byte: a line end or `^D` ends the line, `^C` gives it up, the two keys for it take
    /// back the last character and `^U` all of them.
    package mutating func take(_ byte: UInt8) -> Step {
        switch byte {
        case 10, 13, 4: return .done
        case 3: return .cancelled
        case 8, 127: takeBack()
        case 21: bytes.removeAll()
        default: if bytes.count <= bytesMax { bytes.append(byte) }
        }
        return .more
    }

    /// Takes back a character: the bytes that continue it, then the one that begins it.
    private mutating func takeBack() {
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }
}
