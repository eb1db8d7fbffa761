import SupportModel
import SupportTestKit
import Testing

/// R9: at most half of the package's hours in one week. Starter: 20 of 40 hours.
///
/// The contract begins on Thursday 1 October 2026; Monday 5 October begins 2026-W41.
struct WeeklyLimitTests {
    private func desk(
        extra: ExtraPolicy = .allow, beyond: EmergencyBeyondLimit = .package
    ) throws -> DeskFixture {
        var catalogue = Catalogue.test
        catalogue.emergencyBeyondLimit = beyond
        var desk = try DeskFixture.starter(
            at: "2026-10-01T09:00:00Z", from: "2026-10-01", extra: extra, catalogue: catalogue)
        try desk.perform(OpenTicket(client: "acme", level: .emergency, subject: "Shop is down"))
        try desk.advance(to: "2026-10-09T12:00:00Z")
        return desk
    }

    private func atLimit(drawn: String = "20h") -> String {
        "2026-10-05 has \(drawn) of 20h, room 0m, asked 1m, next 2026-10-12"
    }

    @Test func aStarterWeekTakesTwentyHoursAndNotAMinuteMore() throws {
        var desk = try desk()
        try desk.book("12h", on: "2026-10-05")
        try desk.book("8h", on: "2026-10-09")
        #expect(refusal(AddTime(ticket: 1, worked: "1m"), on: desk).map(words) == atLimit())
        let balance = try #require(desk.balance())
        #expect(balance.weekDrawn == "20h")
        #expect(balance.weekRoom == "0m")
        #expect(balance.nextWeek == "2026-10-12")
        try desk.advance(to: "2026-10-12T08:00:00Z")
        try desk.book("20h")
        #expect(try #require(desk.balance()).left == "0m")
    }

    @Test("the log names who agreed that an entry may pass the limit")
    func whoAgreed() throws {
        var desk = try desk()
        try desk.book("1h", on: "2026-10-05")
        try desk.book("20h", on: "2026-10-05", agreedBy: "mara")
        let summaries = desk.records.flatMap(\.events).map(\.body.summary)
            .filter { $0.hasPrefix("entry ") }
        #expect(
            summaries == [
                "entry 1: 1h on ticket 1 for 2026-10-05",
                "entry 2: 20h on ticket 1 for 2026-10-05; agreed by mara: "
                    + "the launch is on Friday",
            ])
    }

    @Test func theRefusalSaysHowMuchRoomIsLeft() throws {
        var desk = try desk()
        try desk.book("18h30m", on: "2026-10-08")
        #expect(
            refusal(AddTime(ticket: 1, worked: "2h"), on: desk).map(words)
                == "2026-10-05 has 18h30m of 20h, room 1h30m, asked 2h, next 2026-10-12")
        try desk.book("1h30m")
        #expect(try #require(desk.balance()).weekRoom == "0m")
    }

    @Test func theRoomIsNeverMoreThanWhatThePackageHasLeft() throws {
        var desk = try desk()
        try desk.advance(to: "2026-10-23T12:00:00Z")
        try desk.book("20h", on: "2026-10-05")
        try desk.book("18h", on: "2026-10-12")
        try desk.book("1h", on: "2026-10-19", agreedBy: "mara")
        // One hour of the package is left, 19 of the week: beyond it is R8's, not R9's.
        #expect(try #require(desk.balance()).weekRoom == "1h")
        try desk.book("2h", on: "2026-10-19")
        #expect(try desk.split(4) == "1h package, 1h extra")
    }

    @Test func theRestCanBeBookedAsExtra() throws {
        var desk = try desk()
        try desk.book("19h", on: "2026-10-06")
        try desk.book("3h", on: "2026-10-07", extra: true)
        #expect(try desk.split(2) == "1h package, 2h extra")
        let balance = try #require(desk.balance())
        #expect(balance.used == "20h")
        #expect(balance.extra == "2h")
        #expect(balance.left == "20h")
        #expect(balance.weekDrawn == "20h", "extra minutes do not count in the week")
    }

    @Test func aManagersAgreementLiftsTheLimitForThatEntryOnly() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-06")
        try desk.book("5h", on: "2026-10-07", agreedBy: "mara")
        #expect(try desk.split(2) == "5h package, 0m extra")
        #expect(try #require(desk.balance()).weekDrawn == "25h")
        #expect(desk.state.entries[2]?.agreement?.by == "mara")
        let next = refusal(AddTime(ticket: 1, worked: "1m"), on: desk)
        #expect(next.map(words) == atLimit(drawn: "25h"))
    }

    @Test func onlyAManagerCanAgree() throws {
        let desk = try desk()
        for (name, role) in [("emil" as Name<Staff>, Role.engineer), ("vera", .viewer)] {
            let agreed = AddTime(
                ticket: 1, worked: "1h", agreement: Agreement(by: name, reason: "the launch"))
            #expect(refusal(agreed, on: desk) == .notAManager(name, role))
        }
        let nobody = AddTime(
            ticket: 1, worked: "1h", agreement: Agreement(by: "nils", reason: "the launch"))
        #expect(refusal(nobody, on: desk) == .unknown(.staff, "nils"))
    }

    @Test func levelOnePassesTheLimitAndStillDraws() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-06")
        try desk.book("3h", on: "2026-10-07", ticket: 2)
        #expect(try desk.split(2) == "3h package, 0m extra")
        #expect(desk.state.entries[2]?.emergency == true)
        #expect(desk.state.entries[1]?.emergency == false)
        #expect(try #require(desk.balance()).left == "17h")
    }

    @Test func aLevelOneHourIsBeyondThePackageLikeAnyOther() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-05")
        try desk.book("22h", on: "2026-10-06", ticket: 2)
        #expect(try desk.split(2) == "20h package, 2h extra")
    }

    @Test func emergencyBeyondLimitExtraMakesTheRestExtraWithoutAsking() throws {
        var desk = try desk(beyond: .extra)
        try desk.book("19h", on: "2026-10-06")
        try desk.book("3h", on: "2026-10-07", ticket: 2)
        #expect(try desk.split(2) == "1h package, 2h extra")
        #expect(try #require(desk.balance()).weekDrawn == "20h")
    }

    @Test func emergencyBeyondLimitRefuseRefusesItLikeOtherWork() throws {
        var desk = try desk(beyond: .refuse)
        try desk.book("20h", on: "2026-10-06")
        #expect(refusal(AddTime(ticket: 2, worked: "1m"), on: desk).map(words) == atLimit())
        try desk.book("1m", ticket: 2, extra: true)
        #expect(try desk.split(2) == "0m package, 1m extra")
    }

    @Test func anEmergencyOnAnEarlierDayNeverTurnsCoveredHoursExtra() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-08")
        try desk.book("4h", on: "2026-10-05", ticket: 2)
        #expect(try desk.split(1) == "20h package, 0m extra")
        #expect(try desk.split(2) == "4h package, 0m extra")
        #expect(try #require(desk.balance()).extra == "0m")
    }

    @Test func aWeekCutByACycleBoundaryHasOneLimitForBothSides() throws {
        var desk = try desk()
        // Sunday 1 November 2026 is the last day of 2026-W44: Monday 26 October begins it.
        try desk.advance(to: "2026-10-30T12:00:00Z")
        try desk.book("19h", on: "2026-10-30")
        try desk.advance(to: "2026-11-01T12:00:00Z")
        #expect(
            refusal(AddTime(ticket: 1, worked: "2h"), on: desk).map(words)
                == "2026-10-26 has 19h of 20h, room 1h, asked 2h, next 2026-11-02")
        try desk.book("1h")
        let balance = try #require(desk.balance())
        #expect(balance.left == "39h", "the hour is the new cycle's")
        #expect(balance.weekDrawn == "20h", "and the week's, with the 19 of October")
        try desk.advance(to: "2026-11-02T00:00:00Z")
        #expect(try #require(desk.balance()).weekRoom == "20h")
    }

    @Test func whatTheOtherSideOfACutWeekLeavesIsAllThatExtraHoursLeaveToo() throws {
        var desk = try desk()
        try desk.advance(to: "2026-10-30T12:00:00Z")
        try desk.book("19h")
        try desk.advance(to: "2026-11-01T12:00:00Z")
        try desk.book("3h", extra: true)
        #expect(try desk.split(2) == "1h package, 2h extra")
        try desk.advance(to: "2026-12-01T00:00:00Z")
        #expect(desk.closed().map(\.used) == ["19h", "1h"])
        #expect(desk.closed().map(\.extra) == ["0m", "2h"])
    }

    @Test func theWeekIsTheContractsOwnNotUTCs() throws {
        var desk = try DeskFixture.starter(
            at: "2026-10-01T09:00:00Z", from: "2026-10-01", zone: "Pacific/Auckland")
        // Sunday noon in UTC is Monday 01:00 in Auckland.
        try desk.advance(to: "2026-10-11T12:00:00Z")
        #expect(try #require(desk.balance()).week == "2026-10-12")
        try desk.advance(to: "2026-10-11T10:59:59.999Z")
        #expect(try #require(desk.balance()).week == "2026-10-05")
    }

    @Test("waiting is a way out only while the next week is still to come")
    func waitingForTheNextWeek() throws {
        var desk = try desk()
        try desk.book("20h", on: "2026-10-05")
        func next(at now: Instant) throws -> CivilDate? {
            var later = desk
            try later.advance(to: now)
            let late = AddTime(ticket: 1, worked: "1m", date: "2026-10-09")
            guard case .weeklyLimit(let figures) = refusal(late, on: later) else {
                return "2000-01-01"
            }
            return figures.nextWeek
        }
        #expect(try next(at: "2026-10-11T12:00:00Z") == "2026-10-12")
        #expect(try next(at: "2026-10-12T12:00:00Z") == nil)
    }
}
