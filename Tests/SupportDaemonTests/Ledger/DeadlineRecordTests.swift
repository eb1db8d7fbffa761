import SupportDaemon
import SupportModel
import SupportTestKit
import Testing

/// Deadlines that the ledger records by itself, each once, also those of the time when it was off.
struct DeadlineRecordTests {
    private static func settings(_ change: (inout Configuration) -> Void = { _ in }) -> DeskSettings
    {
        var configuration = Configuration()
        change(&configuration)
        let calendar = FoundationCalendar()
        return DeskSettings(
            catalogue: configuration.catalogue, policy: configuration.policy, calendar: calendar,
            deadlines: configuration.deadlineRules(calendar),
            accessKey: CredentialKeyFile(named: "/nonexistent/access.key"))
    }

    /// A desk with an emergency on demand, opened at nine on a Monday: half an hour to the response,
    /// four to the resolution.
    private static func desk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        await desk.ledger.take(settings())
        _ = try await desk.ask("client.add", #"{"client":"acme","name":"Acme"}"#)
        let opened = try await desk.ask(
            "ticket.open", #"{"client":"acme","level":1,"subject":"down","on_demand":true}"#)
        try #require(opened.error == nil)
        return desk
    }

    private static func marks(_ desk: LedgerUnderTest) throws -> [String] {
        (try desk.state.tickets[1]?.clock?.marks ?? []).map { "\($0.kind) \($0.stage)" }
    }

    @Test func whatIsDueIsRecordedOnceAndWakesTheDesk() async throws {
        let desk = try await Self.desk()
        #expect(await desk.ledger.nextDue == "2026-01-05T09:22:30Z")
        desk.clock.advance(to: "2026-01-05T09:22:30Z")
        await desk.ledger.settle()
        #expect(try Self.marks(desk) == ["response warned"])
        #expect(await desk.ledger.nextDue == "2026-01-05T09:30:00Z")
        for _ in 0..<2 {
            desk.clock.advance(to: "2026-01-05T09:30:00Z")
            await desk.ledger.settle()
        }
        #expect(try Self.marks(desk) == ["response warned", "response missed"])
        let events = try await desk.ask("log.list").result?.at("records")?.array ?? []
        #expect(events.count == 4)
    }

    @Test func afterATimeOffOnlyWhatWasMissedIsRecorded() async throws {
        let first = try await Self.desk()
        let desk = try LedgerUnderTest(first.log.submitted, at: "2026-01-07T09:00:00Z")
        await desk.ledger.take(Self.settings())
        await desk.ledger.settle()
        #expect(try Self.marks(desk) == ["response missed", "resolution missed"])
        let again = try LedgerUnderTest(desk.log.submitted, at: "2026-01-08T09:00:00Z")
        await again.ledger.take(Self.settings())
        await again.ledger.settle()
        #expect(again.log.submitted.count == desk.log.submitted.count)
    }

    @Test func aReloadComputesDeadlinesAnew() async throws {
        let desk = try await Self.desk()
        await desk.ledger.take(
            Self.settings {
                $0.deadlines.warnPercent = 0
                $0.targets = Level.allCases.map {
                    ResponseTarget(level: $0, firstResponse: .hours(2), resolution: .hours(3))
                }
            })
        #expect(await desk.ledger.nextDue == "2026-01-05T11:00:00Z")
    }

    @Test func theTicketSaysHowItsDeadlinesStand() async throws {
        let desk = try await Self.desk()
        desk.clock.advance(to: "2026-01-05T10:00:00Z")
        _ = try await desk.ask("ticket.wait-client", #"{"ticket":1,"note":"the login"}"#)
        func standing() async throws -> [String] {
            let shown = try await desk.ask("ticket.show", #"{"ticket":1}"#).result
            return (shown?.at("deadlines")?.array ?? []).map {
                "\($0.at("kind")?.string ?? "") \($0.at("standing")?.string ?? "")"
            }
        }
        // To ask the client is a response, which came late.
        #expect(try await standing() == ["response missed", "resolution stopped"])
        #expect(try await desk.ask("queue.list").result?.at("queue")?.array.isEmpty == true)
        desk.clock.advance(to: "2026-01-06T10:00:00Z")
        _ = try await desk.ask("ticket.resume", #"{"ticket":1}"#)
        #expect(try await standing() == ["response missed", "resolution running"])
        let lines = try await desk.ask("ticket.explain", #"{"ticket":1}"#).result?.at("lines")?
            .array
        #expect(
            lines?.compactMap { $0.at("text")?.string } == [
                "level 1: first response within 30m, resolution within 4h of real time, day and night",
                "opened at 2026-01-05T09:00:00.000Z, counts to 2026-01-05T10:00:00.000Z: 1h",
                "stands from 2026-01-05T10:00:00.000Z to 2026-01-06T10:00:00.000Z",
                "counts from 2026-01-06T10:00:00.000Z until now: 0m",
                "first response: due at 2026-01-05T09:30:00.000Z, done late at "
                    + "2026-01-05T10:00:00.000Z",
                "resolution: due at 2026-01-06T13:00:00.000Z",
            ])
        _ = try await desk.ask("ticket.resolve", #"{"ticket":1}"#)
        #expect(try await standing() == ["response missed", "resolution met"])
    }
}
