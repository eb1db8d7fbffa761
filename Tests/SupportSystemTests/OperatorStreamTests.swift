import Glibc
import SupportSystem
import Testing

/// Lines for the operator, with the journal's priorities where it reads them.
struct OperatorStreamTests {
    /// Gives the body a pipe whose writing end is named as the journal's, and reads what came.
    private func written(
        journal: (UInt64, UInt64) -> String?, _ body: (OperatorStream) -> Void
    ) throws -> String {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        var file = stat()
        try #require(fstat(ends[1], &file) == 0)
        body(
            OperatorStream(
                descriptor: ends[1],
                journalStream: journal(UInt64(file.st_dev), UInt64(file.st_ino))))
        close(ends[1])
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = read(ends[0], &bytes, bytes.count)
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    @Test("where the journal reads, each line begins with its priority")
    func priorities() throws {
        let text = try written(journal: { "\($0):\($1)" }) { stream in
            #expect(stream.isJournal)
            for priority in LogPriority.allCases { stream.write(priority, "a line") }
        }
        #expect(text == (2...7).map { "<\($0)>a line\n" }.joined())
    }

    @Test("elsewhere none does: the variable names another file, or is not set, or is nonsense")
    func plain() throws {
        let others: [(UInt64, UInt64) -> String?] = [
            { "\($0):\($1 + 1)" }, { _, _ in nil }, { _, _ in "" }, { _, _ in "x" },
            { "\($0):\($1) " },
        ]
        for other in others {
            let text = try written(journal: other) { stream in
                #expect(!stream.isJournal)
                stream.write(.error, "a line")
            }
            #expect(text == "a line\n")
        }
    }
}

/// The log of a daemon whose standard error is not read.
struct OperatorLogTests {
    @Test("a reader that does not read delays nobody, and then gets every line in order")
    func blocked() throws {
        let (log, ends) = try Self.piped()
        defer { ends.forEach { close($0) } }
        try log.startThread()
        // The pipe holds 64 KiB: far more is written than that.
        let lines = (1...2_000).map { "\($0) " + String(repeating: "x", count: 100) }
        for line in lines { log.write(.info, line) }
        #expect(!log.flush(within: .milliseconds(20)))
        #expect(Self.read(ends[0], lines: lines.count) == lines)
        #expect(log.flush(within: .seconds(10)))
    }

    @Test("what does not fit is dropped, the newest first, and its number is said")
    func dropped() throws {
        let (log, ends) = try Self.piped()
        defer { ends.forEach { close($0) } }
        try log.startThread()
        // The pipe is filled and the thread waits for it before the rest is written.
        log.write(.info, String(repeating: "a", count: 100_000))
        #expect(!log.flush(within: .milliseconds(200)))
        let line = String(repeating: "b", count: 1023)
        for _ in 0..<1030 { log.write(.info, line) }
        let lines = Self.read(ends[0], lines: 1026)
        #expect(lines.count == 1026)
        #expect(lines.filter { $0 == line }.count == 1024)
        #expect(lines.last == "6 lines were dropped: standard error was blocked")
    }

    @Test("what standard error takes at once is written before the call returns")
    func atOnce() throws {
        let (log, ends) = try Self.piped()
        defer { ends.forEach { close($0) } }
        try log.startThread()
        for number in 1...20 {
            log.write(.info, "\(number)")
            var waiting: CInt = 0
            #expect(ioctl(ends[0], UInt(FIONREAD), &waiting) == 0 && waiting > 0)
            #expect(Self.read(ends[0], lines: 1) == ["\(number)"])
        }
    }

    @Test("without its thread a line is written before the call returns")
    func direct() throws {
        let (log, ends) = try Self.piped()
        defer { close(ends[0]) }
        log.write(.error, "a line")
        #expect(log.flush(within: .zero))
        close(ends[1])
        #expect(Self.read(ends[0], lines: 2) == ["a line"])
    }

    /// A log that writes into a pipe, and the pipe's ends: the one to read from, and its own.
    private static func piped() throws -> (log: OperatorLog, ends: [CInt]) {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        return (OperatorLog(OperatorStream(descriptor: ends[1], journalStream: nil)), ends)
    }

    /// Reads until there are so many whole lines, or the pipe ends.
    private static func read(_ descriptor: CInt, lines: Int) -> [String] {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while text.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { break }
            text += buffer.prefix(count)
        }
        return String(decoding: text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
