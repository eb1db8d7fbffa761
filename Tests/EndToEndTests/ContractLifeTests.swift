import SupportTestKit
import Testing

/// The whole life of one contract, asked of the real daemon on a test clock.
struct ContractLifeTests {
    @Test("signed, upgraded, grouped, at rest, renewed and terminated, across a power cut")
    func wholeLife() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient(booking: 600, thenDays: 10)
        try upgrade(client)
        try group(client)
        try rest(client)
        try renew(client)
        let before = try client.call("contract.show", #"{"contract":"1"}"#).resultText
        try desk.restart(clock: "2026-01-25T09:00:00Z")
        client = try desk.client()
        #expect(try client.call("contract.show", #"{"contract":"1"}"#).resultText == before)
        try terminate(client)
        #expect(try client.advance(days: 7) == 1)
        let ended = try client.result("contract.show", #"{"contract":"1"}"#)
        #expect(ended.at("standing")?.string == "ended")
        #expect(ended.at("closed_cycles", 0, "to")?.string == "2026-02-01")
        #expect(ended.at("closed_cycles", 0, "expired")?.int == 3426)
        let late = try client.call("contract.change", #"{"contract":"1","package":"advanced"}"#)
        #expect(late.error == "contract-state")
        #expect(late.message == "contract 1 was terminated and ended after 2026-01-31")
        let verified = try client.result("desk.verify")
        #expect(verified.at("cycles")?.int == 1)
        #expect(verified.at("differences")?.array.isEmpty == true)
    }

    /// On 15 January 21 of the cycle's 31 days are left: 2400 x 21 / 31 minutes, and so of the fee.
    private func upgrade(_ client: WireClient) throws {
        let request = #"{"contract":"acme","package":"standard","dry_run":true}"#
        let seq = try client.call("desk.status").seq
        let dry = try client.call("contract.change", request)
        #expect(dry.seq == seq)
        #expect(dry.result?.at("upgrade", "minutes")?.int == 1626)
        let done = try client.result(
            "contract.change", #"{"contract":"acme","package":"standard","renewal":"auto"}"#)
        #expect(done.at("upgrade")?.rawText == dry.result?.at("upgrade")?.rawText)
        #expect(done.at("upgrade", "days")?.int == 21)
        #expect(done.at("upgrade", "fee", "minor_units")?.int == 67742)
        #expect(done.at("balance", "granted")?.int == 4026)
        #expect(done.at("balance", "left")?.int == 3426)
        let down = try client.result(
            "contract.change", #"{"contract":"acme","package":"starter","renewal":"manual"}"#)
        #expect(down.at("planned", "cycle")?.int == 2)
        #expect(down.at("planned", "from")?.string == "2026-02-05")
        let kept = try client.result(
            "contract.change", #"{"contract":"acme","package":"standard"}"#)
        #expect(kept.at("dropped", "package")?.string == "starter")
        #expect(kept.at("contract", "planned") == nil)
        try client.result("contract.change", #"{"contract":"acme","package":"starter"}"#)
    }

    private func group(_ client: WireClient) throws {
        let rest = #""reason":"the relaunch","weekly_limit":1800"#
        let engineer = try client.call(
            "contract.group", #"{"contract":"1","cycles":[1,2],"agreed_by":"eve",\#(rest)}"#)
        #expect(engineer.error == "not-a-manager")
        let apart = try client.call(
            "contract.group", #"{"contract":"1","cycles":[1,3],"agreed_by":"mia",\#(rest)}"#)
        #expect(apart.error == "grouping")
        #expect(apart.code == 1)
        for cycles in ["[]", "[1]", "[0,1]", "[9223372036854775807,1]", "[1,2,3]"] {
            let wrong = try client.call(
                "contract.group",
                #"{"contract":"1","cycles":\#(cycles),"agreed_by":"mia",\#(rest)}"#)
            #expect(wrong.error == "bad-parameters", "\(cycles): \(wrong.text)")
        }
        let done = try client.result(
            "contract.group", #"{"contract":"1","cycles":[1,2],"agreed_by":"mia",\#(rest)}"#)
        #expect(done.at("group", "agreed_by")?.string == "mia")
        #expect(done.at("expires")?.string == "2026-03-05")
        // The next cycle is Starter's, as planned: its 40 hours come in.
        #expect(done.at("balance", "grouped")?.int == 2400)
        #expect(done.at("balance", "left")?.int == 5826)
        #expect(done.at("balance", "week_limit")?.int == 1800)
    }

    private func rest(_ client: WireClient) throws {
        let done = try client.result(
            "contract.suspend", #"{"contract":"acme","reason":"the shop is rebuilt"}"#)
        #expect(done.at("suspension", "from")?.string == "2026-01-15")
        #expect(done.at("contract", "standing")?.string == "suspended")
        #expect(done.at("contract", "cycle", "held")?.rawText == "true")
        let twice = try client.result("contract.suspend", #"{"contract":"acme","reason":"r"}"#)
        #expect(twice.at("unchanged")?.bool == true)
        let until = #"{"contract":"acme","until":"2026-01-20","reason":"r"}"#
        let otherwise = try client.call("contract.suspend", until)
        #expect(otherwise.error == "contract-state")
        #expect(otherwise.code == 1)
        #expect(try client.advance(days: 10) == 0)
        let going = try client.result("contract.resume", #"{"contract":"acme"}"#)
        #expect(going.at("on")?.string == "2026-01-25")
        #expect(going.at("days")?.int == 10)
        #expect(going.at("contract", "cycle", "to")?.string == "2026-02-15")
        #expect(going.at("contract", "end")?.string == "2027-01-15")
        let again = try client.result("contract.resume", #"{"contract":"acme"}"#)
        #expect(again.at("unchanged")?.bool == true)
    }

    private func renew(_ client: WireClient) throws {
        let done = try client.result("contract.renew", #"{"contract":"acme","months":6}"#)
        #expect(done.at("cycle")?.int == 13)
        #expect(done.at("from")?.string == "2027-01-15")
        #expect(done.at("terms", "package")?.string == "starter")
        #expect(done.at("terms", "discount_percent")?.int == 0, "6 months have no discount (R5)")
        #expect(done.at("contract", "months")?.int == 18)
        #expect(try client.call("contract.renew", #"{"contract":"1"}"#).error == "contract-state")
    }

    /// Owed: 1200.00 and 677.42 of the upgrade, less 10 percent of both.
    private func terminate(_ client: WireClient) throws {
        let request = #"{"contract":"acme","reason":"the shop closes","last_day":"2026-01-31""#
        let dry = try client.call("contract.terminate", request + #","dry_run":true}"#)
        #expect(dry.result?.at("contract", "end")?.string == "2026-02-01")
        let after = try client.result("contract.show", #"{"contract":"1"}"#)
        #expect(after.at("termination") == nil)
        let done = try client.result("contract.terminate", request + "}")
        #expect(done.at("owed")?.rawText == dry.result?.at("owed")?.rawText)
        #expect(done.at("owed", "monthly_fee", "minor_units")?.int == 120_000)
        #expect(done.at("owed", "discount", "minor_units")?.int == 18_774)
        #expect(done.at("owed", "total", "minor_units")?.int == 168_968)
        #expect(done.at("owed", "expiring")?.int == 3426)
        #expect(done.at("later_cycles")?.int == 0)
        #expect(done.at("open_tickets")?.array.compactMap { $0.at("ticket")?.int } == [1])
        #expect(done.at("dissolved", 0, "cycles")?.array.compactMap(\.int) == [1, 2])
        let twice = try client.call("contract.terminate", request + "}")
        #expect(twice.error == "contract-state")
        #expect(try client.call("contract.renew", #"{"contract":"1"}"#).error == "contract-state")
    }
}
