import SupportModel
import SupportTestKit
import Testing

/// R8: what exceeds the package is billed separately; R2: so is a service that it does not include.
///
/// Starter, 40 hours from 1 October 2026, of which the first two weeks draw 20 hours each.
struct ExtraHourTests {
    private func spent(extra: ExtraPolicy) throws -> DeskFixture {
        var desk = try DeskFixture.starter(
            at: "2026-10-01T09:00:00Z", from: "2026-10-01", extra: extra)
        try desk.advance(to: "2026-10-21T12:00:00Z")
        try desk.book("20h", on: "2026-10-06")
        try desk.book("19h", on: "2026-10-13")
        return desk
    }

    @Test func whatExceedsThePackageIsExtra() throws {
        var desk = try spent(extra: .allow)
        try desk.book("3h")
        #expect(try desk.split(3) == "1h package, 2h extra")
        let balance = try #require(desk.balance())
        #expect(balance.used == "40h")
        #expect(balance.extra == "2h")
        #expect(balance.left == "0m")
        try desk.book("1m")
        #expect(try desk.split(4) == "0m package, 1m extra")
    }

    @Test func extraHoursOfAClosedCycleAreNotPaidFromTheNext() throws {
        var desk = try spent(extra: .allow)
        try desk.book("3h")
        try desk.advance(to: "2026-11-02T00:00:00Z")
        #expect(desk.closed().map(\.extra) == ["2h"])
        #expect(desk.closed().map(\.expired) == ["0m"])
        #expect(try #require(desk.balance()).used == "0m")
    }

    @Test func askWantsThemNamed() throws {
        var desk = try spent(extra: .ask)
        let unnamed = refusal(AddTime(ticket: 1, worked: "1h1m"), on: desk)
        #expect(unnamed.map(words) == "to be named: 1h left, 1m extra")
        try desk.book("1h1m", extra: true)
        #expect(try desk.split(3) == "1h package, 1m extra")
    }

    @Test func refuseTakesNone() throws {
        var desk = try spent(extra: .refuse)
        for extra in [false, true] {
            let beyond = AddTime(ticket: 1, worked: "1h1m", extra: extra)
            #expect(refusal(beyond, on: desk).map(words) == "refused: 1h left, 1m extra")
        }
        try desk.book("1h")
        #expect(try desk.split(3) == "1h package, 0m extra")
    }

    @Test func aManagersAgreementLiftsTheWeekNotThePackage() throws {
        let desk = try spent(extra: .refuse)
        let agreed = AddTime(
            ticket: 1, worked: "2h", agreement: Agreement(by: "mara", reason: "the launch"))
        #expect(refusal(agreed, on: desk).map(words) == "refused: 1h left, 1h extra")
    }

    @Test func theWeekBeyondItsLimitIsNoExtraWhereThereIsNone() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-06T09:00:00Z", from: "2026-10-01", extra: .refuse)
        try desk.book("20h")
        let named = AddTime(ticket: 1, worked: "1h", extra: true)
        #expect(
            refusal(named, on: desk).map(words)
                == "refused: 20h left, of which the week takes 0m, 1h extra")
    }

    @Test func aServiceThatIsNotIncludedIsExtra() throws {
        var desk = try DeskFixture.starter(at: "2026-10-06T09:00:00Z", from: "2026-10-01")
        try desk.book("30h", service: "development")
        #expect(try desk.split(1) == "0m package, 30h extra")
        let balance = try #require(desk.balance())
        #expect(balance.left == "40h")
        #expect(balance.weekRoom == "20h", "it takes no room of the week")
        try desk.book("1h", service: "design")
        #expect(try desk.split(2) == "1h package, 0m extra")
    }

    @Test func aServiceThatIsNotIncludedFollowsThePolicy() throws {
        var ask = try DeskFixture.starter(
            at: "2026-10-06T09:00:00Z", from: "2026-10-01", extra: .ask)
        let work = AddTime(ticket: 1, worked: "1h", service: "development")
        #expect(
            refusal(work, on: ask).map(words) == "to be named: 40h left, 1h extra, not included")
        try ask.book("1h", service: "development", extra: true)
        let refuse = try DeskFixture.starter(
            at: "2026-10-06T09:00:00Z", from: "2026-10-01", extra: .refuse)
        #expect(
            refusal(work, on: refuse).map(words) == "refused: 40h left, 1h extra, not included")
    }

    @Test func theTicketsServiceHoldsUnlessTheEntryNamesAnother() throws {
        var desk = try DeskFixture.starter(at: "2026-10-06T09:00:00Z", from: "2026-10-01")
        try desk.perform(
            OpenTicket(
                client: "acme", level: .regular, subject: "Checkout", service: "development"))
        try desk.book("1h", ticket: 2)
        try desk.book("1h", ticket: 2, service: "training")
        try desk.book("1h")
        #expect(desk.state.entries[1]?.service == "development")
        #expect(desk.state.entries[2]?.service == "training")
        #expect(desk.state.entries[3]?.service == "troubleshooting")
        #expect(try #require(desk.balance()).extra == "1h")
    }
}
