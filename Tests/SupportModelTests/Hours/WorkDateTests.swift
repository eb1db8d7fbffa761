import SupportModel
import SupportTestKit
import Testing

/// An entry has a work date in the contract's zone, inside the open cycle and not after today.
struct WorkDateTests {
    private func desk(zone: ZoneName = "UTC") throws -> DeskFixture {
        var desk = try DeskFixture.starter(
            at: "2026-10-05T09:00:00Z", from: "2026-10-05", zone: zone)
        try desk.advance(to: "2026-10-09T12:00:00Z")
        return desk
    }

    private func outside(_ date: CivilDate, on desk: DeskFixture) -> String? {
        let refused = refusal(AddTime(ticket: 1, worked: "1h", date: date), on: desk)
        guard case .dateOutside(date, _) = refused else { return nil }
        return refused?.why
    }

    @Test func itIsTodayUnlessNamed() throws {
        var desk = try desk()
        try desk.book("1h")
        #expect(desk.state.entries[1]?.date == "2026-10-09")
    }

    @Test func tomorrowIsRefused() throws {
        #expect(
            outside("2026-10-10", on: try desk()) == "is after today, 2026-10-09 in UTC")
    }

    @Test func aDayBeforeTheContractIsRefused() throws {
        let desk = try desk()
        #expect(
            outside("2026-10-04", on: desk) == "is before contract 1 began on 2026-10-05")
        var first = desk
        try first.book("1h", on: "2026-10-05")
    }

    @Test func todayIsTheContractsDay() throws {
        // Noon in UTC is already tomorrow in Kiritimati, 14 hours ahead.
        var desk = try desk(zone: "Pacific/Kiritimati")
        try desk.book("1h", on: "2026-10-10")
        #expect(
            outside("2026-10-11", on: desk)
                == "is after today, 2026-10-10 in Pacific/Kiritimati")
    }

    @Test func aDayInAClosedCycleIsRefusedWithTheTimeItClosed() throws {
        var desk = try desk()
        try desk.advance(to: "2026-12-20T12:00:00Z")
        let october = CycleEnd(lastDay: "2026-11-04", zone: "UTC", at: "2026-11-05T00:00:00Z")
        let november = CycleEnd(lastDay: "2026-12-04", zone: "UTC", at: "2026-12-05T00:00:00Z")
        for (date, cycle, end) in [
            ("2026-10-05" as CivilDate, 0, october), ("2026-11-04", 0, october),
            ("2026-11-05", 1, november), ("2026-12-04", 1, november),
        ] {
            #expect(
                refusal(AddTime(ticket: 1, worked: "1h", date: date), on: desk)
                    == .cycleClosed(date, cycle: cycle, end: end))
        }
        try desk.book("1h", on: "2026-12-05")
    }

    @Test func aDayAfterTheOpenCycleIsRefusedWhileThatCycleHasNotClosed() throws {
        // A clock that jumped: the cycle's end has passed and nobody has closed it yet.
        let desk = try desk()
        var late = desk.context()
        late.now = "2026-11-07T00:00:00Z"
        for (date, works) in [("2026-11-04" as CivilDate, true), ("2026-11-05", false)] {
            let command = AddTime(ticket: 1, worked: "1h", date: date)
            let isBooked = (try? desk.state.decide(command, in: late)) != nil
            #expect(isBooked == works)
        }
    }

    @Test func onDemandWorkIsTakenForAYear() throws {
        var desk = try desk()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Logo", onDemand: true))
        try desk.book("1h", on: "2025-10-08", ticket: 2, late: true)
        for date in ["2025-10-07" as CivilDate, "2026-10-10"] {
            guard
                case .dateOutside(date, _) = refusal(
                    AddTime(ticket: 2, worked: "1h", date: date), on: desk)
            else {
                Issue.record("took \(date)")
                continue
            }
        }
    }

    @Test func onDemandWorkKnowsNoExtraHoursAndNoAgreement() throws {
        var desk = try desk()
        try desk.perform(
            OpenTicket(client: "acme", level: .regular, subject: "Logo", onDemand: true))
        let agreement = Agreement(by: "mara", reason: "the launch")
        for command in [
            AddTime(ticket: 2, worked: "1h", extra: true),
            AddTime(ticket: 2, worked: "1h", agreement: agreement),
        ] {
            guard case .invalid(.packageOptions, .work(.onDemand)) = refusal(command, on: desk)
            else {
                Issue.record("took \(command)")
                continue
            }
        }
    }
}
