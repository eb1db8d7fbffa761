import SupportTestKit
import Testing

/// The agreement's arithmetic, asked of the real daemon on a test clock (R9, R10, R8).
struct AgreementTests {
    @Test("half of the package a week, the rest refused with its figures, extra hours beyond")
    func weeklyLimit() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        let booked = try client.book(1200)
        #expect(booked.result?.at("entry", "from_package")?.int == 1200)
        #expect(booked.result?.at("balance", "week_room")?.int == 0)
        let refused = try client.book(1)
        #expect(refused.code == 1)
        #expect(refused.error == "weekly-limit")
        #expect(refused.figure("room_minutes") == "0")
        #expect(refused.figure("next_week") == "2026-01-12")
        #expect(refused.message.contains("2026-01-12"))
        let extra = try client.book(1, on: nil, #","extra":true"#)
        #expect(extra.result?.at("entry", "extra")?.int == 1)
        #expect(extra.result?.at("balance", "used")?.int == 1200)
        let next = try client.book(1200, on: "2026-01-12")
        #expect(next.error == "date-outside", "tomorrow's work cannot be booked: \(next.text)")
        try client.advance(days: 7)
        #expect(try client.book(1200).result?.at("balance", "left")?.int == 0)
    }

    @Test("a dry run says what would be and changes nothing")
    func dryRun() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        let before = try client.call("desk.status")
        let dry = try client.book(90, on: nil, #","dry_run":true"#)
        #expect(dry.result?.at("entry", "from_package")?.int == 90)
        #expect(dry.result?.at("balance", "left")?.int == 2310)
        #expect(dry.seq == before.seq)
        #expect(try client.result("time.list").at("entries")?.array.isEmpty == true)
        #expect(try client.result("hours.show", #"{"contract":"acme"}"#).at("left")?.int == 2400)
    }

    @Test("unused hours expire at the cycle's end, and a closed cycle stays as it is")
    func expiry() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient()
        _ = try client.book(1000)
        #expect(try client.advance(days: 31) == 1)
        let closed = try client.call("contract.show", #"{"contract":"1"}"#)
        let cycle = closed.result?.at("closed_cycles", 0)
        #expect(cycle?.at("used")?.int == 1000)
        #expect(cycle?.at("expired")?.int == 1400)
        #expect(cycle?.at("end")?.string == "2026-02-05T00:00:00.000Z")
        let late = try client.book(10, on: "2026-01-20")
        #expect(late.error == "cycle-closed")
        let hours = try client.result("hours.show", #"{"contract":"acme"}"#)
        #expect(hours.at("left")?.int == 2400)
        #expect(hours.at("cycle", "from")?.string == "2026-02-05")
        _ = try client.book(77)
        try desk.restart()
        client = try desk.client()
        let after = try client.call("contract.show", #"{"contract":"1"}"#)
        #expect(after.result?.at("closed_cycles", 0)?.rawText == cycle?.rawText)
        let verified = try client.result("desk.verify")
        #expect(verified.at("cycles")?.int == 1)
        #expect(verified.at("differences")?.array.isEmpty == true)
    }

    @Test("a daemon that was off for three cycles closes three, in order, each once")
    func missedCycles() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient()
        _ = try client.book(60)
        for _ in 1...2 {
            try desk.restart(clock: "2026-04-20T12:00:00Z")
            client = try desk.client()
            let closings = try client.wholeLog(#","type":"cycle.closed""#)
            #expect(closings.count == 3)
            let ends = try #require(
                try client.result("contract.show", #"{"contract":"1"}"#).at("closed_cycles"))
            #expect(
                ends.array.compactMap { $0.at("end")?.string } == [
                    "2026-02-05T00:00:00.000Z", "2026-03-05T00:00:00.000Z",
                    "2026-04-05T00:00:00.000Z",
                ])
            #expect(ends.array.compactMap { $0.at("expired")?.int } == [2340, 2400, 2400])
            #expect(
                ends.array.compactMap { $0.at("closed_at")?.string }
                    == ends.array.compactMap { $0.at("end")?.string },
                "stamped with the boundary's own time")
        }
    }

    @Test("cycles of a contract signed on the 31st are counted from its start")
    func thirtyFirst() throws {
        let desk = try RunningDesk(.init(clock: "2026-01-31T09:00:00Z"))
        let client = try desk.signedClient(from: "2026-01-31", months: 6)
        try client.advance(days: 89)
        let contract = try client.result("contract.show", #"{"contract":"1"}"#)
        let from = contract.at("closed_cycles")?.array.compactMap { $0.at("from")?.string }
        #expect(from == ["2026-01-31", "2026-02-28", "2026-03-31"])
        #expect(contract.at("cycle", "from")?.string == "2026-04-30")
        #expect(contract.at("end")?.string == "2026-07-31")
    }

    @Test("a cycle that begins where midnight is skipped begins with the day's first instant")
    func midnightSkipped() throws {
        let desk = try RunningDesk(.init(clock: "2026-08-10T12:00:00Z"))
        let client = try desk.signedClient(from: "2026-08-06", months: 3, zone: "America/Santiago")
        // Chile's clocks go from 24:00 of 5 September to 01:00 of the 6th: 04:00 UTC either way.
        let first = try client.result("hours.show", #"{"contract":"acme"}"#)
        #expect(first.at("cycle", "end")?.string == "2026-09-06T04:00:00.000Z")
        #expect(first.at("cycle", "start")?.string == "2026-08-06T04:00:00.000Z")
        let span = "2026-09-06T03:59:59Z"
        try desk.restart(clock: span)
        #expect(
            try desk.client().result("clock.show").at("next_boundary")?.string
                == "2026-09-06T04:00:00.000Z")
        let moved = try desk.client().result("clock.advance", #"{"milliseconds":1000}"#)
        #expect(moved.at("closed")?.int == 1)
        let second = try desk.client().result("hours.show", #"{"contract":"acme"}"#)
        #expect(second.at("cycle", "end")?.string == "2026-10-06T03:00:00.000Z")
    }

    @Test("the clock can be moved to the end of time: every cycle closes, nothing breaks")
    func endOfTime() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient(months: 12)
        let moved = try client.result("clock.advance", #"{"milliseconds":9223372036854775807}"#)
        #expect(moved.at("closed")?.int == 12)
        _ = try client.result("clock.advance", #"{"milliseconds":9223372036854775807}"#)
        #expect(try client.call("hours.show", #"{"contract":"1"}"#).error == "contract-not-active")
        try desk.restart()
        #expect(try desk.client().result("desk.verify").at("cycles")?.int == 12)
    }
}
