import SupportModel
import SupportTestKit
import Testing

/// R10: the daemon closes each cycle exactly once, in order, stamped with the boundary's own time,
/// also those that it missed while it was off.
struct MissedCycleTests {
    @Test func cyclesMissedCloseInOrderAcrossContracts() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        try desk.perform(AddClient(client: "boot", name: "Boot Ltd", zone: "Asia/Tokyo"))
        for (client, start) in [("acme" as Name<Client>, "2026-10-15"), ("boot", "2026-10-01")] {
            try desk.perform(
                SignContract(
                    client: client, package: "standard", from: try #require(CivilDate(start)),
                    months: 12, manager: "mara"))
        }
        let before = desk.records.count
        try desk.advance(to: "2027-01-02T09:00:00Z")
        let closings = desk.records.dropFirst(before)
        #expect(closings.allSatisfy { $0.stamp.by == .desk })
        let summaries = closings.flatMap(\.events).map(\.body.summary).map {
            $0.prefix(upTo: $0.firstIndex(of: ":") ?? $0.endIndex)
        }
        #expect(
            summaries == [
                "contract 3 cycle 1 closed at the end of 2026-10-31, Asia/Tokyo",
                "contract 1 cycle 1 closed at the end of 2026-10-31, UTC",
                "contract 2 cycle 1 closed at the end of 2026-11-14, UTC",
                "contract 3 cycle 2 closed at the end of 2026-11-30, Asia/Tokyo",
                "contract 1 cycle 2 closed at the end of 2026-11-30, UTC",
                "contract 2 cycle 2 closed at the end of 2026-12-14, UTC",
                "contract 3 cycle 3 closed at the end of 2026-12-31, Asia/Tokyo",
                "contract 1 cycle 3 closed at the end of 2026-12-31, UTC",
            ])
        #expect(desk.closed(1).map(\.cycle.index) == [0, 1, 2])
        #expect(
            desk.closed(1).map(\.closedAt) == [
                "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z",
            ])
    }

    @Test func boundariesAtOneInstantCloseInOrderOfNumber() throws {
        var desk = try DeskFixture.starter(at: "2026-10-01T09:00:00Z", from: "2026-10-01")
        for _ in 2...5 {
            try desk.sign("standard", from: "2026-10-01", months: 1)
        }
        let before = desk.records.count
        try desk.advance(to: "2026-11-01T00:00:00Z")
        let summaries = desk.records.dropFirst(before).flatMap(\.events).map(\.body.summary)
        #expect(summaries.map { $0.prefix(10) } == (1...5).map { "contract \($0)" })
    }

    @Test func aContractSignedTodayForLastMonthClosesThatMonthAtOnce() throws {
        var desk = try DeskFixture.staffed(at: "2026-11-23T09:00:00Z")
        try desk.sign("starter", from: "2026-10-01", months: 12)
        #expect(desk.closed().map(\.closedAt) == ["2026-11-01T00:00:00Z"])
        #expect(desk.closed().map(\.expired) == ["40h"])
        #expect(try #require(desk.balance()).left == "40h")
        try desk.perform(OpenTicket(client: "acme", level: .regular, subject: "Footer"))
        #expect(
            refusal(AddTime(ticket: 1, worked: "1h", date: "2026-10-30"), on: desk)
                == .cycleClosed(
                    "2026-10-30", cycle: 0,
                    end: CycleEnd(
                        lastDay: "2026-10-31", zone: "UTC", at: "2026-11-01T00:00:00Z")))
        try desk.book("1h", on: "2026-11-01")
    }

    @Test func aContractWhoseTermIsOverWhenItIsSignedHasEnded() throws {
        var desk = try DeskFixture.staffed(at: "2026-11-23T09:00:00Z")
        try desk.sign("starter", from: "2026-06-01", months: 2)
        #expect(desk.closed().count == 2)
        #expect(desk.state.contracts[1]?.standing(at: desk.now) == .ended)
        #expect(desk.balance() == nil)
    }
}
