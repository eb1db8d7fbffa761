import SupportModel
import SupportTestKit
import Testing

/// What is done for one client makes no difference to another: the order between them is the same.
struct UnrelatedContractTests {
    /// One booking on a client's ticket, or the void of that client's booking before.
    private struct Step {
        var client: Int
        var worked: Minutes
        var isVoid: Bool
    }

    @Test(arguments: Seeds.lanes)
    func theOrderBetweenContractsDoesNotMatter(lane: Int) throws {
        for seed in Seeds.lane(lane, share: 4) {
            var random = SeededRandom(seed: seed)
            let days = (0..<16).map { _ in
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    Step(
                        client: Int.random(in: 0...1, using: &random),
                        worked: Minutes(Int.random(in: 1...700, using: &random)),
                        isVoid: random.chance(25))
                }
            }
            let mixed = try figures(days)
            let sorted = try figures(
                days.map { day in day.filter { $0.client == 1 } + day.filter { $0.client == 0 } })
            if mixed != sorted { Issue.record("seed \(seed): \(mixed) or \(sorted)") }
        }
    }

    private func figures(_ days: [[Step]]) throws -> [String] {
        var desk = try DeskFixture.starter(at: "2026-10-10T12:00:00Z", from: "2026-10-01")
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd"))
        try desk.sign("starter", from: "2026-10-10", months: 3, for: "boot")
        try desk.perform(OpenTicket(client: "boot", level: .regular, subject: "Logo"))
        for day in days {
            for step in day { take(step, on: &desk) }
            try desk.advance(to: desk.now.advanced(byMilliseconds: 3 * 86_400_000))
        }
        return ([1, 2] as [Identifier<Contract>]).map { number in
            let closed = desk.closed(number).map { "\($0.used) \($0.extra) \($0.expired)" }
            return "\(closed) \(desk.balance(number) as Any)"
        }
    }

    private func take(_ step: Step, on desk: inout DeskFixture) {
        let ticket = Identifier<Ticket>(after: step.client)
        if step.isVoid, let last = desk.state.tickets[ticket]?.entries.last {
            _ = try? desk.perform(VoidTime(entry: last, reason: "by chance"))
        } else {
            try? desk.book(step.worked, ticket: ticket)
        }
    }
}
