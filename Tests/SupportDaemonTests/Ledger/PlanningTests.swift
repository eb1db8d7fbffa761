import SupportJSON
import Testing

/// Planning, asked as a connection asks it.
struct PlanningTests {
    @Test("a plan that is set is answered with its week, and a rehearsal changes nothing")
    func set() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let plan = #"{"ticket":1,"estimate":1500,"week":"2026-01-08","dry_run":true}"#
        let dry = try await desk.ask("plan.set", plan)
        #expect(dry.result?[member: "week"]?[member: "over"]?.int == 300)
        #expect(dry.result?[member: "week"]?[member: "week"]?.string == "2026-01-05")
        #expect(desk.log.submitted.count == 4)
        let done = try await desk.ask("plan.set", plan.replacing("true", with: "false"))
        #expect(done.result?[member: "dry_run"]?.bool == false)
        #expect(done.after == 5)
        let shown = try await desk.ask("ticket.show", #"{"ticket":1}"#)
        #expect(shown.result?[member: "ticket"]?[member: "planned_week"]?.string == "2026-01-05")
        #expect(shown.result?[member: "ticket"]?[member: "estimate"]?.int == 1500)
    }

    @Test("a day in a request is counted from today where the contract is")
    func countedDays() async throws {
        // A Wednesday.
        let desk = try LedgerUnderTest(at: "2026-02-11T09:00:00Z")
        try await desk.sign()
        _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":60}"#)
        let due = try await desk.ask("plan.set", #"{"ticket":1,"due":"monday"}"#).result
        #expect(due?[member: "work"]?[member: "due"]?.string == "2026-02-16", "the next one")
        let edit = #"{"entry":1,"on":"monday","reason":"r"}"#
        let entry = try await desk.ask("time.edit", edit).result
        #expect(entry?[member: "entry"]?[member: "date"]?.string == "2026-02-09", "the last one")
        let forecast = try await desk.ask("hours.forecast", #"{"contract":"1","at":"friday"}"#)
        #expect(forecast.result?[member: "at"]?.string == "2026-02-13")
        let hours = try await desk.ask("hours.show", #"{"contract":"1","at":"-10d"}"#).result
        #expect(hours?[member: "cycle"]?[member: "cycle"]?.int == 1)
        let unknown = try await desk.ask("time.edit", edit.replacing(":1,", with: ":9,"))
        #expect(unknown.error?.data.error == "unknown-entry")
        let past = try await desk.ask("hours.forecast", #"{"contract":"1","at":"yesterday"}"#)
        #expect(past.error?.data.error == "date-outside")
    }

    @Test("what cannot be planned is refused by name, and nothing changes")
    func refused() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let rows = [
            ("plan.set", #"{"ticket":9,"estimate":60}"#, "unknown-ticket"),
            ("plan.set", #"{"ticket":1}"#, "invalid-value"),
            ("plan.set", #"{"ticket":1,"estimate":0}"#, "invalid-value"),
            ("plan.set", #"{"ticket":1,"estimate":-60}"#, "invalid-value"),
            ("plan.set", #"{"ticket":1,"estimate":60001}"#, "invalid-value"),
            ("plan.set", #"{"ticket":1,"week":"2026-01-04"}"#, "date-outside"),
            ("plan.set", #"{"ticket":1,"week":"2027-01-11"}"#, "date-outside"),
            ("plan.set", #"{"ticket":1,"due":"2026-01-04"}"#, "date-outside"),
            ("plan.set", #"{"ticket":1,"week":"2026-W02"}"#, "bad-parameters"),
            ("plan.set", #"{"ticket":1,"due":"2026-02-01","no_due":true}"#, "invalid-value"),
            ("plan.show", #"{"contract":"9"}"#, "unknown-contract"),
            ("plan.show", #"{"contract":"1","weeks":0}"#, "invalid-value"),
            ("plan.show", #"{"contract":"1","weeks":27}"#, "invalid-value"),
            ("plan.suggest", #"{"contract":"zoo"}"#, "unknown-client"),
            ("plan.apply", #"{"contract":"9"}"#, "unknown-contract"),
        ]
        for (method, params, word) in rows {
            let answer = try await desk.ask(method, params)
            #expect(answer.error?.data.error == word, "\(method) \(params)")
        }
        #expect(desk.log.submitted.count == 4)
    }

    @Test("a suggestion is taken over in one record, once for a key, and not by a reader")
    func apply() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for _ in 1...2 {
            _ = try await desk.ask("ticket.open", #"{"client":"acme","level":4,"subject":"X"}"#)
        }
        for ticket in 1...3 {
            _ = try await desk.ask("plan.set", #"{"ticket":\#(ticket),"estimate":900}"#)
        }
        let suggested = try await desk.ask("plan.suggest", #"{"contract":"acme"}"#)
        #expect(suggested.result?[member: "changes"]?.int == 3)
        let params = #"{"contract":"acme","idempotency_key":"k"}"#
        let refused = try await desk.ask("plan.apply", params, by: LedgerUnderTest.stranger)
        #expect(refused.error?.code == .notPermitted)
        let before = desk.log.submitted.count
        let done = try await desk.ask("plan.apply", params)
        let weeks = done.result?[member: "changes"].map {
            $0.elements.map { $0[member: "week"]?.string }
        }
        #expect(weeks == ["2026-01-05", "2026-01-05", "2026-01-12"])
        #expect(desk.log.submitted.count == before + 1)
        #expect(try await desk.ask("plan.apply", params).text == done.text)
        let again = try await desk.ask("plan.apply", #"{"contract":"acme"}"#)
        #expect(again.text == #"{"contract":1,"changes":[]}"#)
        #expect(desk.log.submitted.count == before + 1)
    }
}
