import SupportDaemon
import Testing

/// How far a connection that watches has been told.
struct WatchValueTests {
    @Test("one page at a time, none beyond what is durable")
    func pages() throws {
        var watch = Watch(since: 3)
        func nextPage(_ durable: UInt64) -> Watch.Page? { watch.nextPage(durable: durable) }
        #expect(nextPage(3) == nil, "all is told")
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
            let read = try page.read(desk.log)
            lines += read.lines.count { $0 == 10 }
            pages.append(read.last)
            watch.took(read)
        }
        #expect(lines == 603)
        #expect(pages == [513, 604])
    }
}
