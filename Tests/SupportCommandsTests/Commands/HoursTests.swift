import Testing

struct HoursTests {
    @Test func isAnEquationThatCanBeCheckedByHand() {
        #expect(
            Run("hours", "acme", result: Samples.balance).output == """
                contract 3: Starter for acme, cycle 2, 2026-11-23 to 2026-12-22
                package    granted 40h - used 12h30m = left 27h30m
                extra      2h
                this week  limit 20h - drawn 12h30m = room 7h30m; the next week begins on Monday 2026-11-30
                           2026-W48, Monday 2026-11-23 to Sunday 2026-11-29
                usable     27h30m before they expire
                expires    at the end of 2026-12-22, Europe/Berlin (2026-12-22 23:00Z)

                """)
    }

    @Test func aClosedCycleExpired() {
        #expect(
            Run("hours", "acme", result: Samples.closedBalance).output == """
                contract 3: Starter for acme, cycle 1, 2026-10-23 to 2026-11-22
                package  granted 40h - used 37h30m = expired 2h30m
                extra    30m
                expired  at the end of 2026-11-22, Europe/Berlin (2026-11-22 23:00Z)

                """)
    }

    @Test(arguments: [
        (750, 1200, 120, "limit 20h - drawn 12h30m = 7h30m, but room 2h: no more are left"),
        (1200, 1200, 0, "limit 20h - drawn 20h = room 0m"),
        (1500, 1200, 0, "limit 20h - drawn 25h = room 0m, passed by 5h"),
    ])
    func theWeekAddsUp(drawn: Int, limit: Int, room: Int, text: String) {
        let balance =
            #"{"contract":3,"client":"acme","title":"Starter","zone":"Europe/Berlin","#
            + #""cycle":\#(Samples.cycle),"granted":2400,"used":750,"extra":0,"left":1650,"#
            + #""week":"2026-11-23","week_limit":\#(limit),"week_drawn":\#(drawn),"#
            + #""week_room":\#(room),"next_week":"2026-11-30","usable":1650}"#
        let output = Run("hours", "3", result: balance).output
        #expect(
            output.contains("this week  \(text); the next week begins on Monday 2026-11-30\n"),
            "\(output)")
    }
}
