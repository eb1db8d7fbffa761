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
