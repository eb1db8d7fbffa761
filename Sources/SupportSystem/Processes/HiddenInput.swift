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
