import SupportModel
import SupportTestKit
import Testing

/// Several commands as one: later ones see what earlier ones do, and all happen or none.
struct BatchTests {
    private func desk() throws -> DeskFixture {
        try DeskFixture.staffed(at: "2026-10-05T09:00:00Z")
    }

    private func steps(hours: Int) -> [any Command] {
        [
            AddClient(client: "boot", name: "Boot Ltd"),
            SignContract(
                client: "boot", package: "starter", from: "2026-10-01", months: 12,
                manager: "mara", extra: .refuse),
            OpenTicket(client: "boot", level: .regular, subject: "Footer"),
            AddTime(ticket: 1, worked: .hours(hours)),
            AddTime(ticket: 1, worked: .hours(10)),
        ]
    }

    @Test("the steps are one record, and leave what they would leave one by one")
    func oneRecord() throws {
        var (together, apart) = (try desk(), try desk())
        #expect(try together.perform(Batch(steps(hours: 10))).count == 6, "with a notice")
        #expect(together.records.count == apart.records.count + 1)
        for step in steps(hours: 10) { try apart.perform(step) }
        #expect(together.balance()?.used == apart.balance()?.used)
        #expect(together.balance()?.used == "20h")
        #expect(together.state.tickets[1]?.entries == [1, 2])
    }

    @Test("the first step that is refused refuses all")
    func allOrNothing() throws {
        let refused = refusal(Batch(steps(hours: 11)), on: try desk())
        #expect(
            refused.map(words) == "2026-10-05 has 11h of 20h, room 9h, asked 10h, next 2026-10-12")
    }

    @Test("no steps are nothing, and a version does not go with them")
    func edges() throws {
        var desk = try desk()
        #expect(try desk.perform(Batch([])).isEmpty)
        let refused = refusal(Batch(steps(hours: 1)), on: desk, ifVersion: 3)
        #expect(refused == .invalid(.version, .noVersion))
    }
}
