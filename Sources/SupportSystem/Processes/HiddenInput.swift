import Glibc

extension StandardStream {
    /// Asks a person at the terminal of this stream for a line that is not shown while it is typed;
    /// nil where the person gives up.
    ///
    /// The prompt goes to standard error. The terminal is as it was when this returns, also where
    /// reading failed; while it waits, keys make no signals, so that none can leave it silent.
    ///
    /// - Parameter bytesMax: a longer line is cut one byte beyond it.
    package func askHidden(_ prompt: String, bytesMax: Int) throws(SystemFault) -> [UInt8]? {
        var before = termios()
        _ = try systemCall("ask at", "standard \(self)") { tcgetattr(rawValue, &before) }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ECHONL | ICANON | ISIG)
        withUnsafeMutableBytes(of: &silent.c_cc) { keys in
            keys[Int(VMIN)] = 1
            keys[Int(VTIME)] = 0
        }
        _ = try systemCall("silence", "standard \(self)") {
            tcsetattr(rawValue, TCSADRAIN, &silent)
        }
        defer {
            _ = tcsetattr(rawValue, TCSADRAIN, &before)
            try? StandardStream.error.write([10])
        }
        try StandardStream.error.write(Array(prompt.utf8))
        return try hiddenLine(bytesMax)
    }

    private func hiddenLine(_ bytesMax: Int) throws(SystemFault) -> [UInt8]? {
        var line = HiddenLine(bytesMax: bytesMax)
        while let byte = try read(bytesMax: 1).first {
            switch line.take(byte) {
            case .more: continue
            case .done: return line.bytes
            case .cancelled: return nil
            }
        }
        return line.bytes
    }
}

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
