import SupportDaemon
import SupportJSON
import SupportStore
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
}
