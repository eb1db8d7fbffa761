import SupportModel
import SupportTestKit
import Testing

/// R10: a cycle ends at local midnight, also where the clocks change at that very hour.
struct ZoneTests {
    private func desk(_ zone: ZoneName, from start: CivilDate) throws -> DeskFixture {
        let days = Int64(start.daysSinceEpoch) * 86_400_000
        return try DeskFixture.starter(
            at: Instant(clamping: days + 15 * 3_600_000), from: start, zone: zone, months: 3)
    }

    /// Each row: zone, start, the first cycle's start and end.
    @Test(arguments: [
        // Midnight of 4 November 2018 did not exist in São Paulo: clocks went from 00:00 to 01:00.
        (
            "America/Sao_Paulo" as ZoneName, "2018-10-04" as CivilDate,
            "2018-10-04T03:00:00Z" as Instant, "2018-11-04T03:00:00Z" as Instant
        ),
        ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", "2018-12-04T02:00:00Z"),
        // They went back from 24:00 to 23:00 on 17 February 2018: that day had 25 hours.
        ("America/Sao_Paulo", "2018-01-18", "2018-01-18T02:00:00Z", "2018-02-18T03:00:00Z"),
        // Beirut's clocks go forward at midnight too: 31 March 2024 began at 01:00.
        ("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z", "2024-04-29T21:00:00Z"),
        ("Asia/Beirut", "2024-02-29", "2024-02-28T22:00:00Z", "2024-03-28T22:00:00Z"),
        ("Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00Z", "2026-11-24T23:00:00Z"),
        ("Asia/Kathmandu", "2026-10-01", "2026-09-30T18:15:00Z", "2026-10-31T18:15:00Z"),
        ("Pacific/Apia", "2011-11-30", "2011-11-30T10:00:00Z", "2011-12-30T10:00:00Z"),
        ("UTC", "2026-10-01", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"),
    ])
    func aCycleEndsAtLocalMidnight(
        zone: ZoneName, start: CivilDate, begins: Instant, ends: Instant
    ) throws {
        var desk = try desk(zone, from: start)
        let open = try #require(desk.state.contracts[1]?.account.open)
        #expect(open.start == begins)
        #expect(open.end == ends)
        try desk.advance(to: ends.advanced(byMilliseconds: -1))
        #expect(desk.closed().isEmpty)
        try desk.advance(to: ends)
        #expect(desk.closed().count == 1)
        try desk.book("1m")
        #expect(desk.state.entries[1]?.cycle == 1)
    }

    @Test func theLastMillisecondBelongsToTheOldCycleInAZoneWithoutMidnight() throws {
        var desk = try desk("America/Sao_Paulo", from: "2018-10-04")
        try desk.advance(to: "2018-11-04T02:59:59.999Z")
        try desk.book("1h")
        #expect(desk.state.entries[1]?.date == "2018-11-03")
        try desk.advance(to: "2018-11-04T03:00:00.000Z")
        try desk.book("2h")
        #expect(desk.state.entries[2]?.date == "2018-11-04")
        #expect(desk.closed().map(\.used) == ["1h"])
    }

    @Test func aClientsNewZoneHoldsForNewContractsOnly() throws {
        var desk = try desk("Europe/Berlin", from: "2026-10-01")
        try desk.perform(
            ChangeClient(client: "acme", name: nil, zone: "Pacific/Auckland", mails: nil))
        #expect(desk.state.contracts[1]?.zone == "Europe/Berlin")
        try desk.advance(to: "2026-10-31T23:00:00Z")
        #expect(desk.closed().map(\.closedAt) == ["2026-10-31T23:00:00Z"])
        #expect(desk.state.contracts[1]?.account.open?.end == "2026-11-30T23:00:00Z")
    }
}
