import SupportTestKit
import Testing

/// Timers of the real daemon on a test clock.
struct TimerTests {
    private func advance(_ client: WireClient, minutes: Int) throws {
        _ = try client.result("clock.advance", #"{"milliseconds":\#(minutes * 60_000)}"#)
    }

    @Test("a timer that runs over the end of a cycle, and over a restart, books both sides")
    func overABoundary() throws {
        let desk = try RunningDesk()
        var client = try desk.signedClient()
        try client.advance(days: 30)
        try advance(client, minutes: 14 * 60 + 30)
        let started = try client.result("time.start", #"{"ticket":1,"note":"the night shift"}"#)
        #expect(started.at("started_at")?.string == "2026-02-04T23:30:00.000Z")
        #expect(try client.call("time.start", #"{"ticket":1}"#).error == "timer")
        try advance(client, minutes: 20)
        try desk.restart(clock: "2026-02-04T23:50:00Z")
        client = try desk.client()
        let status = try client.result("desk.status")
        #expect(status.at("timers", 0, "minutes")?.int == 20)
        try advance(client, minutes: 70)
        let dry = try client.call("time.stop", #"{"dry_run":true}"#)
        let real = try client.call("time.stop")
        #expect(
            real.resultText
                == dry.resultText.replacing(#""dry_run":true"#, with: #""dry_run":false"#))
        let answer = try #require(real.result)
        #expect(answer.at("minutes")?.int == 90)
        #expect(answer.at("entries", 0, "date")?.string == "2026-02-04")
        #expect(answer.at("entries", 0, "minutes")?.int == 30)
        #expect(
            answer.at("entries", 0, "late_reason")?.string
                == "the timer ran over the end of cycle 1")
        #expect(answer.at("settlements", 0, "settled")?.int == 30)
        #expect(answer.at("settlements", 0, "expired_left")?.int == 2370)
        #expect(answer.at("settlements", 0, "statement_cycle")?.int == 2)
        #expect(answer.at("entries", 1, "date")?.string == "2026-02-05")
        #expect(answer.at("entries", 1, "cycle")?.int == 2)
        #expect(answer.at("balance", "used")?.int == 60)
        #expect(try client.result("time.list").at("timers") == nil)
        #expect(try client.call("time.stop").error == "timer")
        #expect(try client.result("desk.verify").at("differences")?.array.isEmpty == true)
    }

    @Test("a timer that was forgotten is refused, runs on, and can be discarded")
    func forgotten() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        _ = try client.result("time.start", #"{"ticket":1}"#)
        try client.advance(days: 20)
        let refused = try client.call("time.stop")
        #expect(refused.error == "timer")
        #expect(refused.message.contains("480h"))
        #expect(try client.result("time.list").at("timers")?.array.count == 1)
        let discarded = try client.result("time.stop", #"{"discard":true}"#)
        #expect(discarded.at("discarded")?.bool == true)
        #expect(try client.result("time.list").at("entries")?.array.isEmpty == true)
    }

    @Test("a booking for a closed cycle, and its void: two adjustments of the open one")
    func lateBooking() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient(booking: 600, thenDays: 31)
        let late = try client.book(
            90, on: "2026-01-20", #","late":true,"reason":"the note was found later""#)
        #expect(late.result?.at("settlement", "settled")?.int == 90)
        #expect(late.result?.at("settlement", "expired")?.int == 1800)
        #expect(late.result?.at("balance", "used")?.int == 0)
        #expect(try client.book(5, on: "2026-01-20", #","late":true"#).error == "bad-parameters")
        #expect(try client.book(5, on: nil, #","reason":"x""#).error == "caller-not-staff")
        #expect(
            try client.book(5, on: nil, #","late":true,"reason":"x""#).error == "lateness")
        let void = try client.call("time.void", #"{"entry":1,"reason":"twice","late":true}"#)
        #expect(void.result?.at("settlement", "settled")?.int == -600)
        #expect(void.result?.at("settlement", "expired_left")?.int == 2310)
        let forecast = try client.result(
            "hours.forecast", #"{"contract":"1","at":"2026-03-05"}"#)
        #expect(forecast.at("cycles", 0, "expired")?.int == 2400)
        #expect(
            try client.call("hours.forecast", #"{"contract":"1","at":"2026-02-01"}"#).error
                == "date-outside")
    }
}
