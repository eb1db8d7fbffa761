import SupportDaemon
import SupportJSON
import SupportModel
import SupportTestKit
import SupportWire
import Testing

/// Which days a request for a report means, and which it cannot mean.
struct ReportRequestTests {
    private static func desk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let calls = [
            ("client.add", #"{"client":"east","name":"East","zone":"Pacific/Kiritimati"}"#),
            ("client.add", #"{"client":"west","name":"West","zone":"Pacific/Honolulu"}"#),
        ]
        for (method, params) in calls {
            if let error = try await desk.ask(method, params).error { throw error }
        }
        return desk
    }

    /// The days of a report and whether they are over: `2026-01-01 2026-01-31 true`.
    private static func period(
        _ desk: LedgerUnderTest, _ params: String, _ method: String = "report.desk"
    ) async throws -> String {
        let answer = try await desk.ask(method, params)
        if let error = answer.error { return error.message + "; " + (error.data.hint ?? "") }
        let result = answer.result
        let over = answer.text.contains(#""over":true"#)
        return "\(result?.at("from")?.string ?? "") \(result?.at("to")?.string ?? "") \(over)"
    }

    @Test("unless said it is the last month that is over for everybody")
    func lastMonth() async throws {
        let desk = try await Self.desk()
        desk.clock.advance(to: "2026-02-28T12:00:00Z")
        #expect(try await Self.period(desk, "{}") == "2026-01-01 2026-01-31 true")
        #expect(
            try await Self.period(desk, "{}", "report.hours") == "2026-01-01 2026-01-31 true")
        // March has begun in the east, and February is not over in the west.
        desk.clock.advance(to: "2026-03-01T01:00:00Z")
        #expect(try await Self.period(desk, "{}") == "2026-01-01 2026-01-31 true")
        #expect(
            try await Self.period(desk, #"{"client":"east"}"#) == "2026-02-01 2026-02-28 true")
        #expect(
            try await Self.period(desk, #"{"client":"west"}"#) == "2026-01-01 2026-01-31 true")
        #expect(
            try await Self.period(desk, #"{"month":"2026-02"}"#) == "2026-02-01 2026-02-28 false")
        desk.clock.advance(to: "2026-03-01T10:00:00Z")
        #expect(try await Self.period(desk, "{}") == "2026-02-01 2026-02-28 true")
    }

    @Test("a client who was archived holds up no month")
    func archived() async throws {
        let desk = try await Self.desk()
        desk.clock.advance(to: "2026-03-01T01:00:00Z")
        #expect(try await Self.period(desk, "{}") == "2026-01-01 2026-01-31 true")
        let answer = try await desk.ask("client.archive", #"{"client":"west"}"#)
        if let error = answer.error { throw error }
        #expect(try await Self.period(desk, "{}") == "2026-02-01 2026-02-28 true")
    }

    @Test("days are those that are said, up to today")
    func days() async throws {
        let desk = try await Self.desk()
        desk.clock.advance(to: "2026-02-10T12:00:00Z")
        #expect(
            try await Self.period(desk, #"{"from":"2026-02-03"}"#) == "2026-02-03 2026-02-11 false")
        #expect(
            try await Self.period(desk, #"{"from":"2026-02-03","to":"2026-02-03"}"#)
                == "2026-02-03 2026-02-03 true")
        #expect(
            try await Self.period(desk, #"{"month":"2026-02"}"#) == "2026-02-01 2026-02-28 false")
    }

    @Test("what cannot be meant is refused with the way out")
    func refused() async throws {
        let desk = try await Self.desk()
        desk.clock.advance(to: "2026-02-10T12:00:00Z")
        for (params, message) in [
            (
                #"{"month":"2026-01","from":"2026-01-01"}"#,
                "report.desk: month does not go with from and to; choose one"
            ),
            (#"{"to":"2026-01-01"}"#, "report.desk: to goes with from; say from which day"),
            (
                #"{"from":"2026-01-02","to":"2026-01-01"}"#,
                "report.desk: to: 2026-01-01 is before 2026-01-02; swap the two days"
            ),
            (
                #"{"from":"2026-02-12"}"#,
                "report.desk: from: 2026-02-12 is still to come; report on days up to 2026-02-11"
            ),
            (
                #"{"month":"2026-03"}"#,
                "report.desk: month: 2026-03-01 is still to come; report on days up to 2026-02-11"
            ),
            (
                #"{"from":"2016-01-01","to":"2026-01-08"}"#,
                "report.desk: 2016-01-01 to 2026-01-08 are 3661 days; report on at most 3660"
            ),
            (#"{"client":"north"}"#, "no client north; list them with `supportc client list`"),
        ] {
            let said = try await Self.period(desk, params)
            if params.contains("north") {
                #expect(said.contains("north"))
            } else {
                #expect(said == message)
            }
        }
        #expect(
            try await Self.period(desk, #"{"from":"2016-01-02","to":"2026-01-08"}"#)
                == "2016-01-02 2026-01-08 true")
    }
}
