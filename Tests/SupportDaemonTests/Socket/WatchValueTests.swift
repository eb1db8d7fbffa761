import Glibc
import SupportDaemon
import SupportModel
import SupportStore
import SupportSystem
import Testing

/// How far the journal has been sent to a subscribed connection.
struct WatchValueTests {
    @Test("one page at a time, none beyond what is durable")
    func pages() throws {
        var watch = Watch(since: 3)
        func nextPage(_ durable: UInt64) -> Watch.Page? { watch.nextPage(durable: durable) }
        #expect(nextPage(3) == nil, "all is sent")
        #expect(!watch.isReading)
        let page = try #require(nextPage(4))
        #expect(watch.isReading)
        #expect(nextPage(9) == nil, "one is being read")
        watch.putBack()
        #expect(watch.sent == 3)
        #expect(nextPage(9)?.after == page.after)
        watch.took(.init(lines: [1], last: 7))
        #expect(watch.sent == 7)
        #expect(nextPage(9)?.after == 7)
    }

    @Test("a page holds the records in order and at most as many as a page may")
    func reading() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for _ in 1...600 { _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#) }
        var watch = Watch(since: 1)
        var lines = 0
        var pages: [UInt64] = []
        while let page = watch.nextPage(durable: 604) {
            let read = try Self.lines(page.read(desk.log, knowing: try desk.state))
            lines += read.lines.count { $0 == 10 }
            pages.append(read.last)
            watch.took(read)
        }
        #expect(lines == 603)
        #expect(pages == [513, 604])
    }

    @Test("a page waits until all that it says is durable, which may be later than its records")
    func afterTheState() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        var state = try desk.state
        let record = Record(
            stamp: Stamp(sequence: 5, at: "2026-01-05T09:00:00Z", by: .desk), events: [])
        state.apply(record)
        var watch = Watch(since: 1)
        let next = watch.nextPage(durable: 4)
        let page = try #require(next)
        let read = try Self.lines(page.read(desk.log, knowing: state))
        #expect(read.last == 4 && read.after == 5)
        #expect(try Self.lines(page.read(desk.log, knowing: try desk.state)).after == 4)
    }

    @Test("what is whole before damage is sent, and then why there is no more")
    func damage() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        desk.log.fail(
            after: 3,
            StoreFault(doing: "read the journal", file: "j", offset: 7, cause: .damaged("torn")))
        var watch = Watch(since: 1)
        let page = watch.nextPage(durable: 4)
        let first = try Self.lines(try #require(page).read(desk.log, knowing: try desk.state))
        #expect(first.last == 3 && first.lines.count { $0 == 10 } == 2)
        watch.took(first)
        let next = watch.nextPage(durable: 4)
        guard case .failed(let error) = try #require(next).read(desk.log, knowing: try desk.state)
        else {
            throw NoLines()
        }
        #expect(error.code == .refused && error.data.error == "journal-damaged")
        #expect(error.message == "cannot read the journal: j at byte 7: torn")
    }

    @Test("a page for which there is no descriptor now is read later")
    func shortage() async throws {
        let reading = try await Self.reading(failing: "open", EMFILE)
        guard case .later = reading else { throw NoLines() }
    }

    @Test("a disk that refuses is reported in words for a caller, not for a start")
    func refused() async throws {
        let reading = try await Self.reading(failing: "read", EIO)
        guard case .failed(let error) = reading else { throw NoLines() }
        #expect(error.data.error == "internal" && !error.message.contains("start again"))
        #expect(error.data.hint == "see to the cause named above, then ask again")
    }

    /// What comes of a page where the journal's file cannot be used.
    private static func reading(
        failing call: String, _ errno: Int32
    ) async throws -> Watch.Page.Reading {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let fault = SystemFault(doing: call, subject: "j", errno: errno)
        desk.log.fail(
            after: 0, StoreFault(doing: "read the journal", file: "j", cause: .system(fault)))
        var watch = Watch(since: 0)
        let page = watch.nextPage(durable: 4)
        return try #require(page).read(desk.log, knowing: try desk.state)
    }

    private struct NoLines: Error {}

    private static func lines(_ reading: Watch.Page.Reading) throws -> Watch.Page.Lines {
        guard case .lines(let lines) = reading else { throw NoLines() }
        return lines
    }
}
