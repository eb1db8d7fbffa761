import SupportTestKit
import Testing

/// The real daemon on a clock that is set: nothing expires before an operator confirms (R10).
struct ClockTests {
    /// Sets the test clock by days, as somebody sets the machine's.
    private func set(_ client: WireClient, days: Int) throws -> WireReply {
        try client.call(
            "clock.advance", #"{"milliseconds":\#(days * 86_400_000),"jump":true}"#)
    }

    private func closings(_ client: WireClient) throws -> Int {
        try client.wholeLog(#","type":"cycle.closed""#).count
    }

    @Test("set forward by a year: nothing expires, also after a restart, until it is confirmed")
    func aYearAhead() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient()
        _ = try client.book(60)
        let jumped = try set(client, days: 365)
        #expect(jumped.result?.at("closed")?.int == 0)
        #expect(jumped.result?.at("doubt", "days")?.int == 365)
        for _ in 1...2 {
            #expect(try closings(client) == 0)
            let status = try client.result("desk.status")
            #expect(status.at("doubt", "cycles")?.int == 12)
            #expect(status.at("doubt", "expiring")?.int == 12 * 2400 - 60)
            #expect(try client.book(30).error == "clock-in-doubt")
            #expect(try client.call("hours.show", #"{"contract":"acme"}"#).error == nil)
            try desk.restart()
            client = try desk.client()
        }
        let opened = try client.result(
            "ticket.open", #"{"client":"acme","level":1,"subject":"Shop is down"}"#)
        #expect(opened.at("contract")?.int == 1)
        #expect(desk.log.contains("the clock is in doubt"))
        let program = RunningProgram.self
        let supportc = RunningPlace.program("supportc")
        let dry = try program.run(
            supportc, ["--socket", desk.socket, "clock", "confirm", "--dry-run"])
        #expect(dry.output.contains("confirming closes 12 cycles; 479h expire"))
        #expect(try closings(client) == 0)
        let confirmed = try client.result("clock.confirm")
        #expect(confirmed.at("closed")?.int == 12)
        #expect(try closings(client) == 12)
        let cycles =
            try client.result("contract.show", #"{"contract":"1"}"#)
            .at("closed_cycles")?.array ?? []
        #expect(cycles.count == 12)
        #expect(
            cycles.map { $0.at("closed_at")?.string } == cycles.map { $0.at("end")?.string })
        #expect(cycles.last?.at("end")?.string == "2027-01-05T00:00:00.000Z")
        try desk.restart()
        client = try desk.client()
        #expect(try closings(client) == 12, "each exactly once")
        #expect(try client.call("clock.confirm").error == "clock-not-in-doubt")
        #expect(try client.result("desk.verify").at("differences")?.array.isEmpty == true)
        let again = try program.run(supportc, ["--socket", desk.socket, "clock", "confirm"])
        #expect(again.end == .exited(status: 1))
        #expect(again.output.contains("there is nothing to confirm"))
    }

    @Test("set right again the desk goes on by itself, and nothing has expired")
    func setRight() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        _ = try set(client, days: 365)
        let back = try set(client, days: -365)
        #expect(back.result?.at("doubt") == nil)
        #expect(try closings(client) == 0)
        #expect(try client.book(60).result?.at("balance", "left")?.int == 2340)
        #expect(try client.advance(days: 31) == 1)
    }

    @Test("two years off close twenty-four cycles in order at the start")
    func twoYearsOff() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient(months: 36)
        try desk.restart(clock: "2028-01-05T09:00:00Z")
        client = try desk.client()
        #expect(try client.result("clock.show").at("doubt") == nil)
        let contract = try client.result("contract.show", #"{"contract":"1"}"#)
        let closed = contract.at("closed_cycles")?.array ?? []
        #expect(closed.compactMap { $0.at("cycle")?.int } == Array(1...24))
        let ends = closed.compactMap { $0.at("end")?.string }
        #expect(ends == ends.sorted())
        #expect(closed.compactMap { $0.at("closed_at")?.string } == ends)
        #expect(ends.first == "2026-02-05T00:00:00.000Z")
        #expect(ends.last == "2028-01-05T00:00:00.000Z")
        #expect(try closings(client) == 24)
    }

    @Test("set back over a boundary changes nothing, and coming up to it again neither")
    func setBackOverABoundary() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        #expect(try client.advance(days: 31) == 1)
        let before = try client.result("contract.show", #"{"contract":"1"}"#).rawText
        let back = try set(client, days: -20)
        #expect(back.result?.at("closed")?.int == 0)
        #expect(back.result?.at("doubt") == nil)
        #expect(try client.result("contract.show", #"{"contract":"1"}"#).rawText == before)
        #expect(try set(client, days: 20).result?.at("doubt") == nil, "right again is no jump")
        #expect(try client.advance(days: 1) == 0)
        #expect(try closings(client) == 1)
    }

    @Test(
        "what cannot be a move of the clock is distinguished",
        arguments: [
            (#"{"milliseconds":0}"#, "milliseconds: 1 or more; back only with jump"),
            (#"{"milliseconds":-1}"#, "milliseconds: 1 or more; back only with jump"),
            (#"{"milliseconds":-1,"jump":false}"#, "milliseconds: 1 or more; back only with jump"),
            (#"{"milliseconds":0,"jump":true}"#, "milliseconds: with jump any number but 0"),
        ])
    func badMoves(params: String, why: String) throws {
        let desk = try RunningDesk()
        let client = try desk.client()
        let refused = try client.call("clock.advance", params)
        #expect(refused.code == 2)
        #expect(refused.message.contains(why))
        #expect(try client.result("clock.show").at("now")?.string == "2026-01-05T09:00:00.000Z")
    }
}
