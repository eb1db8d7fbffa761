import SupportJSON
import SupportModel
import SupportWire
import Testing

/// Imports and exports as the ledger answers them.
struct ImportTests {
    private func rows(_ lines: [(String, Int, String)]) -> String {
        let rows = lines.enumerated().map { place, line in
            #"{"line":\#(place + 2),"cells":{"key":"\#(line.0)","ticket":"\#(line.1)","#
                + #""date":"2026-01-05","minutes":"\#(line.2)"}}"#
        }
        return "[\(rows.joined(separator: ","))]"
    }

    @Test("an import is one record and one answer, and twice is once")
    func oneRecord() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let file = rows([("a", 1, "60"), ("b", 1, "2h")])
        let dry = try await desk.ask("time.import", #"{"rows":\#(file),"dry_run":true}"#)
        #expect(dry.text.hasPrefix(#"{"added":[1,2],"unchanged":[],"dry_run":true,"#))
        #expect(desk.log.submitted.count == 4)
        let done = try await desk.ask("time.import", #"{"rows":\#(file)}"#)
        #expect(done.after == 5)
        #expect(done.result?[member: "balances"]?.elements.map { $0[member: "used"]?.int } == [180])
        #expect(done.result?[member: "changes"] == nil, "it does nothing to other work")
        let more = rows([("b", 1, "120"), ("c", 1, "5"), ("a", 1, "1h")])
        let again = try await desk.ask("time.import", #"{"rows":\#(more)}"#)
        #expect(again.text.hasPrefix(#"{"added":[3],"unchanged":[2,1],"dry_run":false,"#))
        let last = try await desk.ask("time.import", #"{"rows":\#(more)}"#)
        #expect(last.text == #"{"added":[],"unchanged":[2,3,1],"dry_run":false,"balances":[]}"#)
        #expect(desk.log.submitted.count == 6)
        let restarted = try LedgerUnderTest(desk.log.submitted)
        #expect(try await restarted.ask("time.import", #"{"rows":\#(more)}"#).text == last.text)
    }

    @Test("an import reports what it does to the open statement, and what becomes due by it")
    func changes() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":1140}"#)
        let file =
            #"[{"line":2,"cells":{"key":"a","ticket":"1","date":"2026-01-05","minutes":"2h","#
            + #""extra":"yes"}}]"#
        for dry in [",\"dry_run\":true", ""] {
            let answer = try await desk.ask("time.import", #"{"rows":\#(file)\#(dry)}"#)
            let changes = answer.result?[member: "changes"]?.elements.map { $0 } ?? []
            #expect(changes.map { $0[member: "contract"]?.int } == [1])
            #expect(changes.allSatisfy { $0[member: "others"] == nil })
            let due = changes.compactMap { $0[member: "statement"] }
            #expect(due.map { $0[member: "cycle"]?.int } == [1])
            // One of the 21 hours is beyond the week.
            let amounts = due.flatMap { [$0[member: "before"], $0[member: "after"]] }
                .map { $0?[member: "minor_units"]?.int ?? 0 }
            #expect(amounts.count == 2 && amounts[1] - amounts[0] == 8_000)
        }
    }

    @Test("a refused import changes nothing and reports every row")
    func refused() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let file = rows([("a", 1, "60"), ("b", 9, "60"), ("c", 1, "x")])
        let answer = try await desk.ask("time.import", #"{"rows":\#(file)}"#)
        #expect(answer.error?.data.error == "rows-refused")
        #expect(answer.error?.data.errors?.map(\.line) == [3, 4])
        #expect(answer.error?.data.errors?.map(\.column) == ["ticket", "minutes"])
        #expect(answer.error?.data.errors?.map(\.error) == ["unknown-ticket", "invalid-value"])
        #expect(desk.log.submitted.count == 4)
    }

    @Test("a row with an unknown name is told the nearest that the desk knows")
    func nearestName() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let row = { (key: String, client: String) in
            #"{"line":2,"cells":{"key":"\#(key)","client":"\#(client)","level":"4","subject":"s"}}"#
        }
        let file = "[\(row("a", "acmee")),\(row("b", "nobody-here"))]"
        let answer = try await desk.ask("ticket.import", #"{"rows":\#(file)}"#)
        let hints = answer.error?.data.errors?.map { $0.hint ?? "" } ?? []
        #expect(hints.count == 2)
        #expect(hints.first?.hasPrefix("did you mean acme?") ?? false, "\(hints)")
        #expect(!(hints.last?.contains("did you mean") ?? true))
    }

    @Test("the same key twice is the stored answer")
    func idempotencyKey() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let params = #"{"rows":\#(rows([("a", 1, "60")])),"idempotency_key":"k"}"#
        let first = try await desk.ask("time.import", params)
        #expect(try await desk.ask("time.import", params).text == first.text)
        #expect(first.text.contains(#""added":[1]"#))
    }

    @Test("an import whose record the journal does not take is refused, dry or not")
    func tooLarge() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let body = String(repeating: "x", count: 32_768)
        desk.log.limitRecords(toBytes: 1_048_576)
        let rows = (0..<32).map { place in
            #"{"line":\#(place + 2),"cells":{"key":"\#(place)","client":"acme","level":"4","#
                + #""subject":"s","body":"\#(body)"}}"#
        }.joined(separator: ",")
        for dry in [true, false] {
            let answer = try await desk.ask(
                "ticket.import", #"{"rows":[\#(rows)],"dry_run":\#(dry)}"#)
            #expect(answer.error?.code == .usage)
            #expect(answer.error?.data.error == "change-too-large")
        }
        #expect(desk.log.submitted.count == 4)
        desk.log.limitRecords(toBytes: 6_291_456)
        #expect(try await desk.ask("ticket.import", #"{"rows":[\#(rows)]}"#).after == 5)
    }

    @Test("records as long as an import's are sent a few at a time, and none is left out")
    func longRecords() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let body = String(repeating: "x", count: 32_000)
        for file in 0..<4 {
            let rows = (0..<100).map { place in
                #"{"line":\#(place + 2),"cells":{"key":"\#(file)-\#(place)","client":"acme","#
                    + #""level":"4","subject":"s","body":"\#(body)"}}"#
            }
            let answer = try await desk.ask(
                "ticket.import", #"{"rows":[\#(rows.joined(separator: ","))]}"#)
            #expect(answer.error == nil)
        }
        let first = try await desk.ask("log.list", #"{"limit":100}"#)
        #expect(
            first.result?[member: "records"]?.elements.map { $0[member: "seq"]?.int }
                == [1, 2, 3, 4, 5, 6, 7])
        #expect(first.result?[member: "next"]?.int == 7)
        let second = try await desk.ask("log.list", #"{"limit":100,"since":7}"#)
        #expect(second.result?[member: "records"]?.elements.map { $0[member: "seq"]?.int } == [8])
        let newest = try await desk.ask("log.list", #"{"limit":100,"last":true}"#)
        #expect(
            newest.result?[member: "records"]?.elements.map { $0[member: "seq"]?.int } == [7, 8])
    }

    @Test("an export goes through everything page by page, and chooses")
    func pages() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("client.add", #"{"client":"boot","name":"Boot"}"#)
        _ = try await desk.ask(
            "ticket.open", #"{"client":"boot","level":4,"subject":"s","on_demand":true}"#)
        let file = rows([("a", 1, "1"), ("b", 2, "2"), ("c", 1, "3"), ("d", 1, "4"), ("e", 2, "5")])
        _ = try await desk.ask("time.import", #"{"rows":\#(file)}"#)
        _ = try await desk.ask("time.void", #"{"entry":3,"reason":"twice"}"#)
        #expect(try await export(desk, "time", "entries", "") == ["a", "b", "d", "e"])
        #expect(
            try await export(desk, "time", "entries", #""client":"boot","#) == ["b", "e"])
        #expect(try await export(desk, "time", "entries", #""contract":"1","#) == ["a", "d"])
        #expect(try await export(desk, "time", "entries", #""from":"2026-01-06","#).isEmpty)
        #expect(
            try await export(desk, "time", "entries", #""to":"2026-01-05","#).count == 4)
        #expect(
            try await export(desk, "ticket", "tickets", "") == ["ticket:1", "ticket:2"])
        #expect(
            try await export(desk, "ticket", "tickets", #""from":"2026-01-05","client":"boot","#)
                == ["ticket:2"])
        #expect(try await export(desk, "ticket", "tickets", #""to":"2026-01-04","#).isEmpty)
        for wrong in [
            #"{"client":"zoo"}"#, #"{"contract":"7"}"#, #"{"limit":0}"#,
            #"{"from":"2026-01-02","to":"2026-01-01"}"#,
        ] {
            #expect(try await desk.ask("time.export", wrong).error != nil, "\(wrong)")
            #expect(try await desk.ask("ticket.export", wrong).error != nil, "\(wrong)")
        }
    }

    /// The keys of all pages, one row a page.
    private func export(
        _ desk: LedgerUnderTest, _ noun: String, _ list: String, _ choice: String
    ) async throws -> [String] {
        var keys: [String] = []
        var after = ""
        while true {
            let page = try await desk.ask("\(noun).export", #"{\#(choice)\#(after)"limit":1}"#)
            if let error = page.error { throw error }
            keys +=
                page.result?[member: list]?.elements.compactMap { $0[member: "key"]?.string } ?? []
            guard let next = page.result?[member: "next"]?.int else { return keys }
            after = #""after":\#(next),"#
        }
    }
}
