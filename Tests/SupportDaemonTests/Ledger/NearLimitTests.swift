import SupportDaemon
import SupportJSON
import Testing

/// Which contracts `desk.status` shows because their hours are near a limit.
struct NearLimitTests {
    /// Starter, 40 hours a month and 20 a week, on the first Monday of its first cycle.
    private static func hours(after minutes: Int) async throws -> [JSONValue]? {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let params = #"{"ticket":1,"minutes":\#(minutes),"long":true}"#
        #expect(try await desk.ask("time.add", params).error == nil)
        let status = try await desk.ask("desk.status").result
        return status?[member: "hours"].map { Array($0.elements) }
    }

    @Test("hours that the weeks no longer let through before they expire are near their limit")
    func unusable() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for _ in 1...40 {
            _ = try await desk.ask("clock.advance", #"{"milliseconds":86400000}"#)
            let status = try await desk.ask("desk.status").result
            var hours = status?[member: "hours"]?.elements
            guard let near = hours?.next() else { continue }
            let left = try #require(near[member: "left"]?.int)
            let usable = try #require(near[member: "usable"]?.int)
            #expect(usable < left)
            return
        }
        Issue.record("nothing was booked in a whole cycle, and it was never near its limit")
    }

    @Test("the nearest come first, and only so many are shown")
    func order() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for place in 0...LedgerLimits.nearLimitsMax {
            let client = "client-\(place)"
            for (method, params) in [
                ("client.add", #"{"client":"\#(client)","name":"Client \#(place)"}"#),
                (
                    "contract.sign",
                    #"{"client":"\#(client)","package":"starter","from":"2026-01-05","months":12,"#
                        + #""manager":"mia"}"#
                ),
                ("ticket.open", #"{"client":"\#(client)","level":3,"subject":"x"}"#),
                (
                    "time.add",
                    #"{"ticket":\#(place + 2),"minutes":\#(960 + 12 * place),"long":true}"#
                ),
            ] {
                #expect(try await desk.ask(method, params).error == nil, "\(method) \(place)")
            }
        }
        let hours = try await desk.ask("desk.status").result?[member: "hours"]?.elements
        let clients = hours?.compactMap { $0[member: "client"]?.string }
        // Each has drawn a percent of its week more than the one before, the first of them 80.
        #expect(clients == (1...LedgerLimits.nearLimitsMax).reversed().map { "client-\($0)" })
    }

    @Test("four fifths of a week are near its limit, a minute less is not")
    func week() async throws {
        #expect(try await Self.hours(after: 16 * 60 - 1) == nil)
        let near = try #require(try await Self.hours(after: 16 * 60)?.first)
        #expect(near[member: "client"]?.string == "acme")
        #expect(near[member: "contract"]?.int == 1)
        #expect(near[member: "used"]?.int == 960 && near[member: "available"]?.int == 2400)
        #expect(near[member: "week_drawn"]?.int == 960 && near[member: "week_limit"]?.int == 1200)
        #expect(near[member: "left"]?.int == 1440 && near[member: "usable"]?.int == 1440)
        #expect(near[member: "expires"]?.string != nil)
    }
}
