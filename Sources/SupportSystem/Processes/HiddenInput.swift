import Glibc

extension StandardStream {
    /// Reads a line from a person at the terminal of this stream without showing it; nil where the
    /// person cancels.
    ///
    /// The prompt is written to standard error. The terminal's settings are restored when this
    /// returns, also where reading failed; meanwhile keys send no signals, so that none can end the
    /// process with hidden input left on.
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

/// A line that is typed without being shown: takes bytes, returns what to do.
package struct HiddenLine: Sendable {
    /// The content of the line so far.
    package private(set) var bytes: [UInt8] = []
    private let bytesMax: Int

    /// The effect of a byte.
    package enum Step: Hashable, Sendable {
        /// The line continues.
        case more
        /// The line has ended.
        case done
        /// The person cancelled.
        case cancelled
    }

    /// An empty line of at most `bytesMax` bytes, and one more that marks it as too long.
    package init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    /// Takes a byte: a line end or `^D` ends the line, `^C` cancels it, the two erase keys remove
    /// the last character and `^U` removes all.
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

    /// Removes a character: the bytes that continue it, then the one that begins it.
    private mutating func takeBack() {
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }
}
