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
