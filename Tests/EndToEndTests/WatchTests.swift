import SupportJSON
import SupportTestKit
import Testing

/// The stream of records and the log of the past.
struct WatchTests {
    @Test("two watchers see every record once and in order, and one that comes back goes on")
    func gapFree() throws {
        let desk = try RunningDesk()
        let writer = try desk.signedClient()
        let fromStart = try desk.client()
        #expect(try fromStart.result("events.watch", #"{"since":0}"#).at("since")?.int == 0)
        let fromNow = try desk.client()
        let begin = try #require(try fromNow.result("events.watch").at("since")?.int)
        #expect(begin == 5)
        for number in 1...700 { try writer.request("ticket.note", Self.note(number)) }
        for _ in 1...700 { #expect(try writer.receive().result != nil) }
        let last = begin + 700
        #expect(try Self.read(fromStart, last) == Array(1...last))
        #expect(try Self.read(fromNow, last - begin) == Array((begin + 1)...last))
        let back = try desk.client()
        try back.result("events.watch", #"{"since":600}"#)
        #expect(try Self.read(back, last - 600) == Array(601...last))
        let beyond = try writer.call("events.watch", #"{"since":100000}"#)
        #expect(beyond.error == "bad-parameters")
    }

    @Test("a watch that chooses is sent only that, and told how far it was passed over")
    func chosen() throws {
        let desk = try RunningDesk()
        let writer = try desk.signedClient()
        try writer.result(
            "ticket.open", #"{"client":"acme","contract":1,"level":1,"subject":"Down"}"#)
        let watcher = try desk.client()
        try watcher.result("events.watch", #"{"since":0,"level":1,"type":"ticket"}"#)
        #expect(try Self.read(watcher, 1) == [6])
        for number in 1...250 { try writer.request("ticket.note", Self.note(number)) }
        for _ in 1...250 { #expect(try writer.receive().result != nil) }
        // Nothing of it is sent; somewhere in the middle, at least every 512 records, is a mark.
        let passed = try watcher.receive()
        #expect(passed.method == "events.passed")
        let mark = try #require(passed.params?.at("seq")?.int)
        #expect((106...256).contains(mark))
        try writer.result("ticket.note", #"{"ticket":2,"text":"seen"}"#)
        var next = try watcher.receive()
        while next.method == "events.passed" { next = try watcher.receive() }
        #expect(next.params?.at("seq")?.int == 257)
        // Whoever begins again at the mark misses nothing.
        let again = try desk.client()
        try again.result("events.watch", #"{"since":\#(mark),"level":1,"type":"ticket"}"#)
        var first = try again.receive()
        while first.method == "events.passed" { first = try again.receive() }
        #expect(first.params?.at("seq")?.int == 257)
        let lines = try desk.supportc(
            "watch", "--since", "0", "--client", "acme", "--level", "1", "--count", "2", "-q")
        #expect(lines.output == "6\n257\n", "\(lines.output)")
        let unknown = try desk.supportc("watch", "--client", "acmee")
        #expect(unknown.code == 3 && unknown.output.contains("did you mean acme?"))
    }

    @Test("what was sent to a watcher is there after kill -9")
    func onlyDurable() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        for round in 1...6 {
            let writer = try desk.client()
            let watcher = try desk.client()
            try watcher.result("events.watch")
            for number in 1...40 { try writer.request("ticket.note", Self.note(number)) }
            var seen = 0
            for _ in 1...(round * 6) {
                seen = try watcher.receive().params?.at("seq")?.int ?? 0
            }
            try desk.restart()
            let durable = try #require(try desk.client().hello.params?.at("seq")?.int)
            #expect(durable >= seen)
        }
    }

    @Test("a connection that watches takes no more requests and goes on watching")
    func watchesOnly() throws {
        let desk = try RunningDesk()
        let writer = try desk.client()
        try writer.addPeople()
        let watcher = try desk.client()
        try watcher.result("events.watch")
        #expect(try watcher.call("clock.show").error == "not-a-request")
        try writer.result("client.archive", #"{"client":"acme"}"#)
        let sent = try watcher.receive()
        #expect(sent.method == "events.record")
        #expect(sent.params?.at("events", 0, "type")?.string == "client.archived")
    }

    @Test("the log is filtered, limited and paged")
    func log() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        try client.result("client.add", #"{"client":"other","name":"Other"}"#)
        try client.result(
            "ticket.open", #"{"client":"other","level":4,"subject":"x","on_demand":true}"#)
        for number in 1...20 { try client.result("ticket.note", Self.note(number)) }
        func seqs(_ more: String, limit: Int = 1000) throws -> [Int] {
            try client.wholeLog(more, limit: limit).compactMap { $0.at("seq")?.int }
        }
        #expect(try seqs("") == Array(1...27))
        #expect(try seqs("", limit: 3) == Array(1...27), "pages of three")
        #expect(try seqs(#","type":"ticket.noted""#, limit: 7) == Array(8...27))
        #expect(try seqs(#","type":"ticket""#) == [5] + Array(7...27))
        let part = try client.call("log.list", #"{"type":"tick"}"#)
        #expect(part.error == "unknown-event-type", "whole words only")
        #expect(try seqs(#","ticket":2"#) == [7])
        #expect(try seqs(#","ticket":1"#) == [5] + Array(8...27))
        #expect(try seqs(#","client":"other""#) == [6, 7])
        let newest = try client.result("log.list", #"{"last":true,"limit":2}"#)
        #expect(newest.at("records")?.array.compactMap { $0.at("seq")?.int } == [26, 27])
        #expect(newest.at("next") == nil)
        #expect(try client.call("log.list", #"{"limit":0}"#).error == "bad-parameters")
        #expect(try client.call("log.list", #"{"limit":10001}"#).error == "bad-parameters")
        let far = try client.result("log.list", #"{"since":18446744073709551615}"#)
        #expect(far.at("records")?.array.isEmpty == true)
    }

    @Test("a watch begins at a moment and ends by itself; the log finds monitors that are gone")
    func ends() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        let count = try desk.supportc("watch", "--since", "today", "--count", "3", "-q")
        #expect(count.code == 0 && count.output == "1\n2\n3\n", "\(count.output)")
        let length = try desk.supportc("watch", "--since", "2h", "--for", "300ms", "-q")
        #expect(length.code == 0 && length.output == "1\n2\n3\n4\n5\n", "\(length.output)")
        let check = #"{"type":"tcp","host":"127.0.0.1","port":9}"#
        try client.result("monitor.add", #"{"monitor":"m","client":"acme","check":\#(check)}"#)
        try client.result("monitor.remove", #"{"monitor":"m"}"#)
        func log() throws -> String {
            try desk.supportc("log", "--client", "acme", "--type", "monitor", "-q").output
        }
        #expect(try log() == "6\n7\n")
        #expect(desk.terminate() == .exited(status: 0))
        try desk.start()
        #expect(try log() == "6\n7\n", "a snapshot keeps whose it was")
    }

    @Test("the newest record of a type are found, however many others came since")
    func newestOfType() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        for number in 1...50 { try client.result("ticket.note", Self.note(number)) }
        let last = try client.result(
            "log.list", #"{"last":true,"limit":1,"type":"staff.added"}"#)
        #expect(last.at("records")?.array.compactMap { $0.at("seq")?.int } == [3])
    }

    private static func note(_ number: Int) -> String { #"{"ticket":1,"text":"note \#(number)"}"# }

    /// The sequence numbers of the next records that a watcher receives.
    private static func read(_ watcher: WireClient, _ count: Int) throws -> [Int] {
        try (0..<count).map { _ in try watcher.receive().params?.at("seq")?.int ?? -1 }
    }
}
