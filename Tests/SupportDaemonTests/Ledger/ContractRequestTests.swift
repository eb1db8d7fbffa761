import SupportJSON
import SupportModel
import SupportWire
import Testing

/// What is asked or said before a booking or a contract goes wrong, as the ledger answers it.
struct ContractRequestTests {
    private static let sign =
        #"{"client":"acme","package":"flexible","from":"2026-01-10","months":6,"manager":"mia","#
        + #""hours":"7h31m""#

    @Test("a statement of a client with work on demand alone points to the month")
    func statementOnDemand() async throws {
        let desk = try LedgerUnderTest()
        for (method, params) in [
            ("client.add", #"{"client":"acme","name":"Acme"}"#),
            ("ticket.open", #"{"client":"acme","level":3,"subject":"S","on_demand":true}"#),
        ] { _ = try await desk.ask(method, params) }
        func hint() async throws -> String? {
            try await desk.ask("statement.show", #"{"contract":"acme"}"#).error?.data.hint
        }
        #expect(try await hint() == "sign one: supportc contract sign acme")
        _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":5}"#)
        #expect(
            try await hint()
                == "its work on demand is on supportc statement acme --month 2026-01")
    }

    @Test("a contract that is active or suspended already is answered as unchanged")
    func alreadySo() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let resumed = try await desk.ask("contract.resume", #"{"contract":"1"}"#)
        #expect(resumed.result?[member: "unchanged"]?.bool == true)
        #expect(resumed.result?[member: "on"]?.string == "2026-01-05")
        let suspend = #"{"contract":"1","reason":"no shop"}"#
        let first = try await desk.ask("contract.suspend", suspend)
        #expect(first.error == nil && first.result?[member: "unchanged"] == nil)
        let again = try await desk.ask("contract.suspend", suspend)
        #expect(again.result?[member: "unchanged"]?.bool == true)
        #expect(again.result?[member: "suspension"]?[member: "reason"]?.string == "no shop")
        #expect(desk.log.submitted.count == 5)
    }

    @Test("hours a month may be any duration, from the request to the balance")
    func durations() async throws {
        let desk = try LedgerUnderTest(at: "2026-01-10T09:00:00Z")
        try await desk.sign()
        let signed = try await desk.ask("contract.sign", Self.sign + "}")
        #expect(signed.result?[member: "included"]?.int == 451)
        #expect(signed.result?[member: "weekly_limit"]?.int == 225)
        let more = try await desk.ask("contract.change", #"{"contract":"2","hours":"8h1m"}"#)
        #expect(more.result?[member: "upgrade"]?[member: "minutes"]?.int == 30)
        let whole = try await desk.ask("contract.change", #"{"contract":"2","hours":10}"#)
        #expect(whole.result?[member: "contract"]?[member: "included"]?.int == 600)
        let renewed = try await desk.ask("contract.renew", #"{"contract":"2","hours":"45m"}"#)
        #expect(renewed.result?[member: "terms"]?[member: "included"]?.int == 45)
        for hours in [#""7.5""#, "7.5", #""0m""#, "0", "-1", "74401", #""1m""#] {
            let answer = try await desk.ask(
                "contract.change", #"{"contract":"2","hours":\#(hours)}"#)
            #expect(answer.error?.code == .usage, "\(hours)")
        }
    }

    @Test("a file that is applied says them too, and a second time changes nothing")
    func applied() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        func apply(_ hours: String) async throws -> String? {
            let text = """
                [[contract]]
                client = "acme"
                project = "shop"
                package = "flexible"
                from = "2026-01-05"
                months = 6
                manager = "mia"
                hours = \(hours)
                """
            let answer = try await desk.ask(
                "desk.apply", ReplyLine.encoded(DeskApply(file: "a.toml", text: text)).text)
            let change = answer.result?[member: "changes"]?.elements.map { $0 }.first
            let details = change?[member: "details"]?.elements.map { $0 } ?? []
            let hours = details.first { $0[member: "field"]?.string == "hours" }
            return hours?[member: "to"]?.string ?? change?[member: "what"]?.string
        }
        #expect(try await apply(#""7h30m""#) == "7h30m")
        #expect(try await apply(#""7h30m""#) == "unchanged")
        #expect(try await apply("8") == "8h")
        #expect(try await apply(#""8h""#) == "unchanged")
    }

    @Test("a second contract for the same project is signed with a warning, in a rehearsal too")
    func beside() async throws {
        let desk = try LedgerUnderTest(at: "2026-01-10T09:00:00Z")
        try await desk.sign()
        let dry = try await desk.ask("contract.sign", Self.sign + #","dry_run":true}"#)
        #expect(dry.text.hasSuffix(#""dry_run":true,"beside":[1]}"#))
        let keyed = Self.sign + #","idempotency_key":"k"}"#
        let done = try await desk.ask("contract.sign", keyed)
        #expect(done.text.hasSuffix(#","beside":[1]}"#))
        #expect(try await desk.ask("contract.sign", keyed).text == done.text)
        let other = try await desk.ask("contract.sign", Self.sign + #","project":"shop"}"#)
        #expect(other.result?[member: "beside"] == nil)
        let shown = try await desk.ask("contract.show", #"{"contract":"2"}"#)
        #expect(shown.result?[member: "beside"] == nil, "it is said once")
        let renamed = try await desk.ask(
            "contract.change", #"{"contract":"2","project":"shop","dry_run":true}"#)
        #expect(
            renamed.result?[member: "contract"]?[member: "beside"]?.elements.map(\.int) == [3])
        let renewed = try await desk.ask("contract.renew", #"{"contract":"2","dry_run":true}"#)
        #expect(
            renewed.result?[member: "contract"]?[member: "beside"]?.elements.map(\.int) == [1])
    }

    @Test("a contract signed for the past lists the cycles that close at once and what they bill")
    func closingAtOnce() async throws {
        let desk = try LedgerUnderTest(at: "2026-04-20T09:00:00Z")
        _ = try await desk.ask("client.add", #"{"client":"acme","name":"Acme"}"#)
        _ = try await desk.ask("staff.add", #"{"staff":"mia","role":"manager"}"#)
        func closing(_ answer: LedgerUnderTest.Answer) -> [[Int?]] {
            let closing = answer.result?[member: "closing"].map { Array($0.elements) } ?? []
            return closing.map {
                [
                    $0[member: "cycle"]?.int, $0[member: "expired"]?.int,
                    $0[member: "total"]?[member: "minor_units"]?.int,
                ]
            }
        }
        let dry = try await desk.ask("contract.sign", Self.sign + #","dry_run":true}"#)
        let count = desk.log.submitted.count
        let seen = closing(dry)
        #expect(seen.map(\.first) == [1, 2, 3] && seen.map { $0[1] } == [451, 451, 451])
        let done = try await desk.ask("contract.sign", Self.sign + "}")
        #expect(closing(done) == seen)
        _ = try await desk.ask("contract.list")
        #expect(desk.log.submitted.count == count + 4, "the signature and three closings")
        for cycle in 1...3 {
            let statement = try await desk.ask(
                "statement.show", #"{"contract":"1","cycle":"\#(cycle)"}"#)
            let total = statement.result?[member: "total"]?[member: "minor_units"]?.int
            #expect(total != nil && total == seen[cycle - 1][2])
        }
        let now = try await desk.ask(
            "contract.sign",
            Self.sign.replacing("2026-01-10", with: "2026-04-01") + #","dry_run":true}"#)
        #expect(now.error == nil && now.result?[member: "closing"] == nil)
    }

    @Test("more than 24 hours in one entry are asked about, and a row says where")
    func longEntries() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for dry in ["", #","dry_run":true"#] {
            let answer = try await desk.ask(
                "time.add", #"{"ticket":1,"minutes":1800,"extra":true\#(dry)}"#)
            #expect(answer.error?.code == .refused)
            #expect(answer.error?.data.error == "long-entry")
            #expect(
                answer.error?.data.figures == ["asked_minutes": "1800", "limit_minutes": "1440"])
        }
        #expect(desk.log.submitted.count == 4)
        let meant = #"{"ticket":1,"minutes":1800,"extra":true,"long":true,"idempotency_key":"k"}"#
        let done = try await desk.ask("time.add", meant)
        #expect(done.result?[member: "entry"]?[member: "minutes"]?.int == 1800)
        #expect(try await desk.ask("time.add", meant).text == done.text)
        let short = try await desk.ask(
            "time.add", #"{"ticket":1,"minutes":1,"extra":true,"long":true}"#)
        #expect(short.error == nil)
        let cells = #""ticket":"1","date":"2026-01-05","minutes":"30h","extra":"yes""#
        let file =
            #"{"rows":[{"line":2,"cells":{"key":"a",\#(cells),"long":"yes"}},"#
            + #"{"line":7,"cells":{"key":"b",\#(cells)}}]}"#
        let refused = try await desk.ask("time.import", file)
        let row = try #require(refused.error?.data.errors?.first)
        #expect(refused.error?.data.errors?.count == 1)
        #expect(row.line == 7 && row.column == "minutes" && row.error == "long-entry")
        let all = file.replacing(#""extra":"yes"}}]"#, with: #""extra":"yes","long":"yes"}}]"#)
        #expect(try await desk.ask("time.import", all).text.hasPrefix(#"{"added":[3,4],"#))
    }

    @Test("hours and a booking say what saving the rest for the last week would delay")
    func lastWeek() async throws {
        // From 5 January to 4 February, 31 days: on the 21st sixteen are over.
        let desk = try LedgerUnderTest(at: "2026-01-21T09:00:00Z")
        try await desk.sign()
        let expected =
            #"{"week":"2026-02-02","fits":1200,"delayed":1140,"until":"2026-02-05","extra":"allow"}"#
        let booked = try await desk.ask("time.add", #"{"ticket":1,"minutes":60,"dry_run":true}"#)
        func saved(_ balance: JSONValue?) -> String? {
            balance?[member: "last_week"].map { String(decoding: $0.rawBytes, as: UTF8.self) }
        }
        #expect(saved(booked.result?[member: "balance"]) == expected)
        _ = try await desk.ask("time.add", #"{"ticket":1,"minutes":60}"#)
        #expect(saved(try await desk.ask("hours.show", #"{"contract":"1"}"#).result) == expected)
        let before = try await desk.ask(
            "hours.show", #"{"contract":"1","at":"2026-01-20"}"#)
        #expect(saved(before.result) == nil)
    }
}
