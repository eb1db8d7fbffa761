import Glibc

/// Writes messages for the operator to standard error, one line each.
///
/// Where the journal of systemd reads it each line begins with its priority, `<3>`, as sd-daemon(3)
/// has it. What is written may hold text of strangers, so the caller passes it as one printable line.
package struct OperatorStream: Sendable {
    /// Whether the journal of systemd reads the stream.
    package let isJournal: Bool
    private let descriptor: CInt

    /// Standard error of this process.
    package static let standardError = OperatorStream(
        descriptor: STDERR_FILENO, journalStream: ThisProcess.variable("JOURNAL_STREAM"))

    /// A descriptor, which the journal reads if it is the file that `JOURNAL_STREAM` names by
    /// device and inode; a stream that was redirected since is not.
    package init(descriptor: CInt, journalStream: String?) {
        self.descriptor = descriptor
        var file = stat()
        isJournal =
            journalStream != nil && fstat(descriptor, &file) == 0
            && journalStream == "\(file.st_dev):\(file.st_ino)"
    }

    /// The line as it is written, with its end. The text is one line of printable characters.
    package func line(_ priority: LogPriority, _ text: String) -> String {
        (isJournal ? "<\(priority.rawValue)>" : "") + text + "\n"
    }

    /// Writes a line of printable characters; what cannot be written is lost.
    package func write(_ priority: LogPriority, _ text: String) {
        let bytes = Array(line(priority, text).utf8)
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}

/// One of the three standard streams of a process.
package enum StandardStream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2

    /// Whether it is a terminal.
    package var isTerminal: Bool { isatty(rawValue) == 1 }

    /// Writes all the bytes; throws after writing an unknown part of them.
    package func write(_ bytes: [UInt8]) throws(SystemFault) {
        var written = 0
        while written < bytes.count {
            written += try systemCall("write to", "standard \(self)") {
                bytes[written...].withUnsafeBytes {
                    Glibc.write(rawValue, $0.baseAddress, $0.count)
                }
            }
        }
    }

    /// The next bytes, at most `bytesMax`, as soon as there are any; empty at the end.
    package func read(bytesMax: Int) throws(SystemFault) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: max(1, bytesMax))
        let count = try systemCall("read from", "standard \(self)") {
            buffer.withUnsafeMutableBytes { Glibc.read(rawValue, $0.baseAddress, $0.count) }
        }
        return Array(buffer.prefix(count))
    }
}

/// The priority of a line for the operator, as in syslog(3).
package enum LogPriority: Int, Sendable, CaseIterable {
    case critical = 2
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
    case debug = 7
}
