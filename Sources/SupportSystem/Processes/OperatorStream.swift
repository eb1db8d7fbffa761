import Glibc

/// Writes messages for the operator to standard error, one line each.
///
/// Where the journal of systemd reads it each line begins with its priority, `<3>`, as sd-daemon(3)
/// has it. What is written may hold text of strangers, so the caller passes it as one printable line.
package struct OperatorStream: Sendable {
    /// Whether the journal of systemd reads the stream.
    package let isJournal: Bool
    private let descriptor: CInt
    /// Takes messages with fields, where the journal reads the stream.
    private let journal: JournalSocket?

    /// Standard error of this process.
    package static let standardError = OperatorStream(
        descriptor: STDERR_FILENO, journalStream: ThisProcess.variable("JOURNAL_STREAM"),
        journalPath: JournalSocket.usualPath)

    /// A descriptor, which the journal reads if it is the file that `JOURNAL_STREAM` names by
    /// device and inode; a stream that was redirected since is not.
    ///
    /// - Parameter journalPath: the socket to which the journal's messages go that have fields; nil:
    ///   they are lines as all others are.
    package init(descriptor: CInt, journalStream: String?, journalPath: String? = nil) {
        self.descriptor = descriptor
        var file = stat()
        let isJournal =
            journalStream != nil && fstat(descriptor, &file) == 0
            && journalStream == "\(file.st_dev):\(file.st_ino)"
        self.isJournal = isJournal
        journal = isJournal ? journalPath.flatMap { JournalSocket(path: $0) } : nil
    }

    /// The line as it is written, with its end. The text is one line of printable characters.
    package func line(_ priority: LogPriority, _ text: String) -> String {
        (isJournal ? "<\(priority.rawValue)>" : "") + text + "\n"
    }

    /// Writes a line of printable characters; what cannot be written is lost.
    ///
    /// - Parameter fields: what the journal keeps beside the text.
    package func write(
        _ priority: LogPriority, _ text: String, fields: [JournalField] = []
    ) {
        write(message(priority, text, fields))
    }

    /// A line with its fields, as it is written.
    fileprivate func message(
        _ priority: LogPriority, _ text: String, _ fields: [JournalField]
    ) -> OperatorMessage {
        let line = Array(line(priority, text).utf8)
        guard journal != nil, !fields.isEmpty else { return OperatorMessage(line: line) }
        let own = [JournalField("MESSAGE", text), JournalField("PRIORITY", "\(priority.rawValue)")]
        return OperatorMessage(line: line, datagram: JournalSocket.message(own + fields))
    }

    /// Whether a message can be written without waiting.
    fileprivate func takesNow(_ message: OperatorMessage) -> Bool {
        guard message.datagram != nil, let journal else { return descriptor.isWritableNow }
        return journal.isWritable
    }

    /// Writes a message; one that the journal does not take with its fields becomes a line.
    fileprivate func write(_ message: OperatorMessage) {
        if let datagram = message.datagram, let journal, journal.send(datagram) { return }
        write(message.line)
    }

    /// Writes whole lines; blocks while the reader does not read.
    fileprivate func write(_ lines: [UInt8]) {
        var rest = lines[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0, errno == EINTR { continue }
            if written < 0, errno == EAGAIN {
                var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&wanted, 1, -1)
                continue
            }
            guard written > 0 else { return }
            rest = rest.dropFirst(written)
        }
    }
}

/// A line for the operator in both of its forms.
private struct OperatorMessage: Sendable {
    let line: [UInt8]
    /// The same with its fields, for the journal's socket; nil where it goes to the stream.
    var datagram: [UInt8]?

    /// What it holds, in bytes.
    var count: Int { datagram?.count ?? line.count }
}

/// The log of a daemon. Once its thread runs, no caller waits for standard error: a line that it does
/// not take at once, as a stopped terminal, a full pipe or a journal that does not read, is left to the
/// thread with all that follow.
package final class OperatorLog: Sendable {
    /// The most bytes that wait to be written; lines beyond them are dropped and counted.
    package static let waitingBytesMax = 1 << 20

    /// The longest line that is written without the thread: a pipe to which anything can be written
    /// takes so much (`PIPE_BUF`).
    private static let atOnceBytesMax = 4096

    /// Where it is written.
    package let stream: OperatorStream
    private let waiting = GuardedState(Waiting())

    /// What is not written yet.
    private struct Waiting: Sendable {
        var messages: [OperatorMessage] = []
        /// What they hold.
        var bytes = 0
        /// How many lines were dropped since the last batch.
        var dropped = 0
        var isWriting = false
        var hasThread = false

        /// Whether all that came before is written.
        var isIdle: Bool { messages.isEmpty && !isWriting }
    }

    /// A log that its callers write themselves.
    package init(_ stream: OperatorStream) {
        self.stream = stream
    }

    /// Starts the thread that writes from now on, for as long as the process lives.
    package func startThread() throws(SystemFault) {
        _ = try WorkerThread(name: "log") { [self] in
            while let (messages, dropped) = nextBatch() {
                for message in messages { stream.write(message) }
                if dropped > 0 {
                    stream.write(
                        .warning, "\(dropped) lines were dropped: standard error was blocked")
                }
            }
        }
        waiting.withLock { $0.hasThread = true }
    }

    /// Writes a line of printable characters, or leaves it to the thread.
    ///
    /// - Parameter fields: what the journal keeps beside the text.
    package func write(
        _ priority: LogPriority, _ text: String, fields: [JournalField] = []
    ) {
        let message = stream.message(priority, text, fields)
        let isLeft = waiting.change { waiting in
            guard waiting.hasThread else { return false }
            if waiting.isIdle, message.count <= Self.atOnceBytesMax, stream.takesNow(message) {
                stream.write(message)
                return true
            }
            if waiting.bytes + message.count <= Self.waitingBytesMax {
                waiting.messages.append(message)
                waiting.bytes += message.count
            } else {
                waiting.dropped += 1
            }
            return true
        }
        if !isLeft { stream.write(message) }
    }

    /// Waits until all is written; false where it is not within the time.
    @discardableResult
    package func flush(within time: Duration) -> Bool {
        waiting.wait(atMost: time) { waiting in
            waiting.isIdle ? true : nil
        } ?? false
    }

    private func nextBatch() -> ([OperatorMessage], dropped: Int)? {
        waiting.change { $0.isWriting = false }
        return waiting.wait { waiting in
            guard !waiting.messages.isEmpty else { return nil }
            defer {
                waiting.messages = []
                waiting.bytes = 0
                waiting.dropped = 0
                waiting.isWriting = true
            }
            return (waiting.messages, waiting.dropped)
        }
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
    case error, warning, notice, info, debug
}
