import SupportDaemon
import SupportJSON
import SupportModel
import SupportWire
import Testing

/// Imports and applied files are decided by another thread, while the ledger serves others.
struct LongChangeTests {
    /// A client with two tickets, and another one with the third.
    private func desk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for (method, params) in [
            ("ticket.open", #"{"client":"acme","level":4,"subject":"Logo"}"#),
            ("client.add", #"{"client":"boot","name":"Boot"}"#),
            ("ticket.open", #"{"client":"boot","level":4,"subject":"Shop","on_demand":true}"#),
        ] {
            if let error = try await desk.ask(method, params).error { throw error }
        }
        return desk
    }

    private static let file =
        #"[{"line":2,"cells":{"key":"a","ticket":"1","date":"2026-01-05","minutes":"60"}},"#
        + #"{"line":3,"cells":{"key":"b","ticket":"2","date":"2026-01-05","minutes":"1h"}}]"#

    /// Imports the file while a thread of others does something beside each decision.
    private func importTime(
        on desk: LedgerUnderTest, _ more: String = "", beside: () async throws -> Void
    ) async throws -> LedgerUnderTest.Answer {
        let outcome = try await desk.outcome("time.import", #"{"rows":\#(Self.file)\#(more)}"#)
        return try await desk.finish(outcome, beside: beside)
    }

    /// Imports the file while somebody books on a ticket beside each decision, and says how often
    /// it was decided.
    private func importTime(
        on desk: LedgerUnderTest, besideBookingsOn ticket: Int
    ) async throws -> (LedgerUnderTest.Answer, decisions: Int) {
        var decisions = 0
        let answer = try await importTime(on: desk) {
            decisions += 1
            _ = try await desk.ask("time.add", #"{"ticket":\#(ticket),"minutes":30}"#)
        }
        return (answer, decisions)
    }

    @Test("with a booking of another client the entries get the next numbers, in one decision")
    func renumbered() async throws {
        let desk = try await desk()
        let (answer, decisions) = try await importTime(on: desk, besideBookingsOn: 3)
        #expect(decisions == 1)
        #expect(answer.text.hasPrefix(#"{"added":[2,3],"unchanged":[],"dry_run":false,"#))
        #expect(
            answer.result?[member: "balances"]?.elements.map { $0[member: "used"]?.int } == [120])
        #expect(answer.after == 9)
        let restarted = try LedgerUnderTest(desk.log.submitted)
        for ledger in [desk, restarted] {
            let list = try await ledger.ask("time.list", #"{"ticket":1}"#)
            #expect(
                list.result?[member: "entries"]?.elements.map { $0[member: "entry"]?.int } == [2])
        }
    }

    @Test("with a booking on the same contract it is decided again, at last by the ledger itself")
    func disturbed() async throws {
        let desk = try await desk()
        let (answer, decisions) = try await importTime(on: desk, besideBookingsOn: 1)
        #expect(decisions == LedgerLimits.draftsMax)
        #expect(answer.text.hasPrefix(#"{"added":[4,5],"unchanged":[],"dry_run":false,"#))
        #expect(
            answer.result?[member: "balances"]?.elements.map { $0[member: "used"]?.int } == [210])
    }

    @Test("a row whose key was imported meanwhile is left alone")
    func sameRows() async throws {
        let desk = try await desk()
        var isFirst = true
        let answer = try await importTime(on: desk) {
            guard isFirst else { return }
            isFirst = false
            _ = try await desk.ask("time.import", #"{"rows":\#(Self.file)}"#)
        }
        #expect(answer.text.hasPrefix(#"{"added":[],"unchanged":[1,2],"dry_run":false,"#))
        #expect(desk.log.submitted.count == 8)
    }

    @Test("a row that is no longer allowed is refused, and nothing is recorded")
    func refusedMeanwhile() async throws {
        let desk = try await desk()
        var closed = false
        let answer = try await importTime(on: desk) {
            guard !closed else { return }
            closed = true
            _ = try await desk.ask("ticket.resolve", #"{"ticket":2}"#)
            _ = try await desk.ask("ticket.close", #"{"ticket":2}"#)
        }
        #expect(answer.error?.data.error == "rows-refused")
        #expect(answer.error?.data.errors?.map(\.line) == [3])
        #expect(desk.log.submitted.count == 9)
    }

    @Test("another configuration, or another quarter of an hour, has it decided again")
    func otherGround() async throws {
        for change in 0..<2 {
            let desk = try await desk()
            var decisions = 0
            let answer = try await importTime(on: desk) {
                decisions += 1
                guard decisions == 1 else { return }
                if change == 0 {
                    await desk.reload()
                } else {
                    desk.clock.advance(to: "2026-01-05T09:15:00Z")
                }
            }
            #expect(decisions == 2)
            #expect(answer.after == 8)
        }
    }

    @Test("the key that a request meanwhile used gets that request's answer")
    func sameKey() async throws {
        let desk = try await desk()
        var first = LedgerUnderTest.Answer()
        let answer = try await importTime(on: desk, #","idempotency_key":"k""#) {
            guard first.result == nil else { return }
            first = try await desk.ask(
                "time.import", #"{"rows":\#(Self.file),"idempotency_key":"k"}"#)
        }
        #expect(first.result != nil && answer.text == first.text)
        #expect(desk.log.submitted.count == 8)
    }

    @Test("a full disk refuses it and leaves the desk as it was")
    func fullDisk() async throws {
        let desk = try await desk()
        let answer = try await importTime(on: desk) { desk.log.limit(toBytes: 0) }
        #expect(answer.error?.code == .cannotStore)
        desk.log.limit(toBytes: .max)
        #expect(desk.log.submitted.count == 7)
        #expect(try await importTime(on: desk) {}.after == 8)
    }

    @Test("a dry run shows the desk as it was, and what others record meanwhile stays")
    func dryRun() async throws {
        let desk = try await desk()
        let answer = try await importTime(on: desk, #","dry_run":true"#) {
            _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":30}"#)
        }
        #expect(answer.text.hasPrefix(#"{"added":[1,2],"unchanged":[],"dry_run":true,"#))
        #expect(answer.after == 7 && desk.log.submitted.count == 8)
    }

    @Test("tickets of a file get the next numbers where others were opened meanwhile")
    func tickets() async throws {
        let desk = try await desk()
        let rows = #"[{"line":2,"cells":{"key":"t","client":"acme","level":"3","subject":"Cart"}}]"#
        let outcome = try await desk.outcome("ticket.import", #"{"rows":\#(rows)}"#)
        var decisions = 0
        let answer = try await desk.finish(outcome) {
            decisions += 1
            _ = try await desk.ask(
                "ticket.open", #"{"client":"boot","level":4,"subject":"Ads","on_demand":true}"#)
        }
        #expect(decisions == 1)
        #expect(answer.text == #"{"added":[5],"unchanged":[],"dry_run":false}"#)
        let shown = try await desk.ask("ticket.show", #"{"ticket":5}"#)
        #expect(shown.text.contains("Cart"))
    }

    @Test("a file that is applied is decided on what others have recorded meanwhile")
    func applied() async throws {
        let desk = try await desk()
        let text = #"[[client]]\nname = \"cafe\"\ntitle = \"Café\"\n"#
        let outcome = try await desk.outcome(
            "desk.apply", #"{"file":"desk.toml","text":"\#(text)"}"#)
        var decisions = 0
        let answer = try await desk.finish(outcome) {
            decisions += 1
            guard decisions == 1 else { return }
            _ = try await desk.ask("client.add", #"{"client":"cafe","name":"Café"}"#)
        }
        #expect(decisions == 2)
        let what = answer.result?[member: "changes"]?.elements.map { $0[member: "what"]?.string }
        #expect(what == ["unchanged"])
        #expect(desk.log.submitted.count == 8)
    }
}
