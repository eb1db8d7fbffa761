import SupportModel
import SupportTestKit
import Testing

/// What is still to do of a ticket that was spread over weeks: its first weeks are done first (R12).
struct RemainingWorkTests {
    private static let one = ContractReference.number(1)

    /// What a ticket has in each week, such as `W45 20h, W46 5h`.
    private func parts(_ desk: DeskFixture, _ ticket: Identifier<Ticket>) throws -> String {
        try desk.plan(weeks: 8).weeks.flatMap { week in
            week.parts.filter { $0.ticket == ticket }.map {
                "\(week.week.description.dropFirst(5)) \($0.minutes ?? "0m")"
            }
        }.joined(separator: ", ")
    }

    private func spread(_ estimate: Minutes, months: Int = 12) throws -> DeskFixture {
        var desk = try DeskFixture.planned(months: months)
        try desk.plan(estimate)
        try desk.perform(ApplySuggestion(contract: Self.one))
        return desk
    }

    @Test(
        arguments: [
            ("1m", "W45 19h59m, W46 5h"), ("7h", "W45 13h, W46 5h"), ("20h", "W46 5h"),
            ("22h", "W46 3h"), ("25h", "W45 0m"), ("26h", "W45 0m"),
        ] as [(Minutes, String)])
    func workDoneIsTakenFromTheFirstWeeks(done: Minutes, left: String) throws {
        var desk = try spread("25h")
        #expect(try parts(desk, 2) == "W45 20h, W46 5h")
        try desk.book(done, ticket: 2, agreedBy: "mara")
        #expect(try parts(desk, 2) == left)
    }

    @Test func workThatComesBackGoesToTheLastWeek() throws {
        var desk = try DeskFixture.planned()
        let number = try desk.plan("25h")
        try desk.book("2h", ticket: number)
        try desk.perform(ApplySuggestion(contract: Self.one))
        #expect(try parts(desk, number) == "W45 18h, W46 5h")
        try desk.perform(VoidTime(entry: 1, reason: "another ticket's"))
        #expect(try parts(desk, number) == "W45 18h, W46 7h")
    }

    @Test func whatFoundNoPlaceIsInTheLastWeekToo() throws {
        // One month has 40h, of 50h.
        let desk = try spread("50h", months: 1)
        #expect(try parts(desk, 2) == "W45 20h, W46 30h")
    }
}
