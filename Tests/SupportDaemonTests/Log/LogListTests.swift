import SupportDaemon
import SupportJSON
import SupportModel
import SupportStore
import SupportTestKit
import Testing

/// `log.list`: what it finds by client, ticket and type, and what it says of damage.
struct LogListTests {
    @Test("the log of a client, a ticket and a contract holds all that happens to them")
    func filteredLog() async throws {
        let desk = try LedgerUnderTest(at: "2026-02-20T09:00:00Z")
        try await desk.sign()
        let calls = [
            ("client.add", #"{"client":"bloom","name":"Bloom"}"#),
            ("ticket.open", #"{"client":"bloom","level":3,"subject":"B","on_demand":true}"#),
            ("time.add", #"{"ticket":2,"minutes":5}"#), ("time.add", #"{"ticket":1,"minutes":60}"#),
            ("time.void", #"{"entry":2,"reason":"wrong"}"#),
            ("time.start", #"{"ticket":1}"#), ("time.stop", #"{"discard":true}"#),
            (
                "contract.group",
                #"{"contract":"1","cycles":[2,3],"agreed_by":"mia","reason":"relaunch"}"#
            ),
            (
                "monitor.add",
                #"{"monitor":"m","client":"acme","check":{"type":"tcp","host":"h","port":22}}"#
            ),
            ("monitor.pause", #"{"monitor":"m","reason":"later"}"#),
            ("ticket.resolve", #"{"ticket":1}"#),
        ]
        for (method, params) in calls {
            #expect(try await desk.ask(method, params).error?.message == nil, "\(method)")
        }
        func types(_ params: String) async throws -> [String] {
            let result = try #require(try await desk.ask("log.list", params).result)
            let records = result[member: "records"].map { Array($0.elements) } ?? []
            return records.flatMap { $0[member: "events"].map { Array($0.elements) } ?? [] }
                .compactMap { $0[member: "type"]?.string }
        }
        let acme = try await types(#"{"client":"acme"}"#)
        #expect(
            acme == [
                "client.added", "contract.signed", "cycle.closed", "ticket.opened", "time.added",
                "time.voided", "timer.started", "timer.stopped", "hours.grouped", "monitor.added",
                "monitor.paused", "ticket.resolved",
            ])
        #expect(
            try await types(#"{"client":"bloom"}"#) == [
                "client.added", "ticket.opened", "month.opened", "time.added",
            ])
        #expect(
            try await types(#"{"ticket":1}"#) == [
                "ticket.opened", "time.added", "time.voided", "timer.started", "timer.stopped",
                "ticket.resolved",
            ])
        #expect(
            try await types(#"{"type":"contract"}"#) == [
                "contract.signed", "cycle.closed", "hours.grouped",
            ])
        #expect(try await types(#"{"type":"cycle"}"#) == ["cycle.closed"])
    }

    @Test("a record says whose work it is and what it is about, in the log and to a watcher")
    func aboutWhat() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for (method, params) in [
            ("staff.set", #"{"staff":"mia","user":"desk"}"#),
            ("ticket.note", #"{"ticket":1,"text":"the host restarts it\nlater"}"#),
            ("time.add", #"{"ticket":1,"minutes":5}"#),
            ("time.void", #"{"entry":1,"reason":"twice"}"#),
        ] {
            #expect(try await desk.ask(method, params).error?.message == nil, "\(method)")
        }
        let listed = try await desk.ask("log.list", #"{"since":5}"#).result
        let records = listed?.at("records")?.array ?? []
        #expect(records.count == 3)
        #expect(try Self.watched(desk, since: 5) == records.map(\.rawText))
        for record in records {
            #expect(record.at("by")?.string == "desk:1000")
            #expect(record.at("staff")?.string == "mia")
            #expect(record.at("events", 0, "client")?.string == "acme")
            #expect(record.at("events", 0, "ticket")?.int == 1)
            #expect(record.at("events", 0, "subject")?.string == "Search")
        }
        let notes = records.map { $0.at("events", 0, "note")?.string }
        #expect(notes == ["the host restarts it", nil, nil])
    }

    @Test("the log of a client holds its monitors that were removed since, and no namesake's")
    func removedMonitors() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let check = #""check":{"type":"tcp","host":"h","port":22}"#
        for (method, params) in [
            ("client.add", #"{"client":"bloom","name":"Bloom"}"#),
            ("monitor.add", #"{"monitor":"m","client":"acme",\#(check)}"#),
            ("monitor.pause", #"{"monitor":"m"}"#),
            ("monitor.remove", #"{"monitor":"m"}"#),
            ("monitor.add", #"{"monitor":"m","client":"bloom",\#(check)}"#),
            ("monitor.pause", #"{"monitor":"m"}"#),
            ("monitor.remove", #"{"monitor":"m"}"#),
        ] {
            #expect(try await desk.ask(method, params).error?.message == nil, "\(method)")
        }
        func sequences(_ client: String, _ desk: LedgerUnderTest) async throws -> [Int] {
            let params = #"{"client":"\#(client)","type":"monitor"}"#
            let result = try #require(try await desk.ask("log.list", params).result)
            return result.at("records")?.array.compactMap { $0.at("seq")?.int } ?? []
        }
        #expect(try await sequences("acme", desk) == [6, 7, 8])
        #expect(try await sequences("bloom", desk) == [9, 10, 11])
    }

    @Test(
        "the log gives all that can be read, and says what cannot"
    )
    func damagedLog() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for _ in 1...20 { _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#) }
        desk.log.fail(
            after: 10,
            StoreFault(doing: "read the journal", file: "j", offset: 7, cause: .damaged("torn")))
        func list(_ params: String) async throws -> (seqs: [Int], next: Int?, gaps: [[Int?]]) {
            let result = try #require(try await desk.ask("log.list", params).result)
            let records = result[member: "records"].map { Array($0.elements) } ?? []
            let gaps = result[member: "unreadable"].map { Array($0.elements) } ?? []
            for gap in gaps {
                #expect(
                    gap[member: "why"]?.string == "cannot read the journal: j at byte 7: torn")
            }
            return (
                records.compactMap { $0[member: "seq"]?.int }, result[member: "next"]?.int,
                gaps.map { [$0[member: "from"]?.int, $0[member: "to"]?.int] }
            )
        }
        let newest = try await list(#"{"last":true,"limit":1,"type":"ticket.noted"}"#)
        #expect(newest.seqs == [24] && newest.next == nil && newest.gaps.isEmpty)
        #expect(try await list(#"{"last":true,"limit":10}"#).seqs == Array(15...24))
        let whole = try await list(#"{"type":"ticket.noted"}"#)
        #expect(whole.seqs == Array(5...10) + Array(12...24) && whole.next == nil)
        #expect(whole.gaps == [[11, 11]])
        let behind = try await list(#"{"since":10}"#)
        #expect(behind.seqs == Array(12...24) && behind.gaps == [[11, 11]])
        let last = try await list(#"{"last":true,"limit":20}"#)
        #expect(last.seqs == Array(5...10) + Array(12...24) && last.gaps == [[11, 11]])
        let first = try await list(#"{"last":true,"limit":1,"type":"client.added"}"#)
        #expect(first.seqs == [1] && first.gaps == [[11, 11]])
        desk.log.fail(after: 10, StoreFault(doing: "read", file: "j", cause: .inUse))
        await #expect(throws: StoreFault.self, "it may be read later") {
            _ = try await list(#"{"since":10}"#)
        }
    }

    @Test("one answer passes over so many places of damage, and the next call goes on")
    func muchDamage() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let max = LedgerLimits.gapsMax
        for _ in 0...2 * max + 2 {
            _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"x"}"#)
        }
        for place in 0...max {
            desk.log.fail(
                after: UInt64(4 + 2 * place),
                StoreFault(doing: "read the journal", file: "j", cause: .damaged("torn")))
        }
        let full = try #require(try await desk.ask("log.list", #"{"since":4}"#).result)
        #expect(full[member: "unreadable"].map { Array($0.elements).count } == max)
        let next = try #require(full[member: "next"]?.int)
        let rest = try #require(try await desk.ask("log.list", #"{"since":\#(next)}"#).result)
        #expect(rest[member: "unreadable"].map { Array($0.elements).count } == 1)
        #expect(rest[member: "next"] == nil)
    }

    /// What a watcher is sent of each record.
    private static func watched(_ desk: LedgerUnderTest, since: UInt64) throws -> [String] {
        var watch = Watch(since: since)
        let state = try desk.state
        let next = watch.nextPage(durable: state.sequence)
        guard case .lines(let lines) = try #require(next).read(desk.log, knowing: state) else {
            return []
        }
        return try lines.lines.split(separator: 10).compactMap {
            try JSONDocument(Array($0)).root.at("params")?.rawText
        }
    }
}
