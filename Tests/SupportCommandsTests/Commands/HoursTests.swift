import Testing

struct HoursTests {
    @Test func isAnEquationThatCanBeCheckedByHand() {
        #expect(
            Run("hours", "acme", result: Samples.balance).output == """
                contract 3: Starter for acme, cycle 2, 2026-11-23 to 2026-12-22
                package    granted 40h - used 12h30m - expired 0m = left 27h30m
                extra      2h
                this week  limit 20h - used 12h30m = room 7h30m; the next week begins on Monday 2026-11-30
                           2026-W48, Monday 2026-11-23 to Sunday 2026-11-29
                usable     27h30m before they expire
                expires    at the end of 2026-12-22, Europe/Berlin (2026-12-22 23:00Z)

                """)
    }

    @Test func aClosedCycleExpired() {
        #expect(
            Run("hours", "acme", result: Samples.closedBalance).output == """
                contract 3: Starter for acme, cycle 1, 2026-10-23 to 2026-11-22
                package  granted 40h - used 37h30m - expired 2h30m = left 0m
                extra    30m
                expired  at the end of 2026-11-22, Europe/Berlin (2026-11-22 23:00Z)

                """)
    }

    @Test(arguments: [
        (750, 1200, 120, "limit 20h - used 12h30m = 7h30m, but room 2h: no more are left"),
        (1200, 1200, 0, "limit 20h - used 20h = room 0m"),
        (1500, 1200, 0, "limit 20h - used 25h = room 0m, passed by 5h"),
    ])
    func theWeekAddsUp(drawn: Int, limit: Int, room: Int, text: String) {
        let balance =
            #"{"contract":3,"client":"acme","title":"Starter","zone":"Europe/Berlin","#
            + #""cycle":\#(Samples.cycle),"granted":2400,"used":750,"extra":0,"#
            + #""expired":0,"left":1650,"week":"2026-11-23","week_limit":\#(limit),"week_drawn":\#(drawn),"#
            + #""week_room":\#(room),"next_week":"2026-11-30","usable":1650}"#
        let output = Run("hours", "3", result: balance).output
        #expect(
            output.contains("this week  \(text); the next week begins on Monday 2026-11-30\n"),
            "\(output)")
    }

    @Test("-q prints the figures by name, in minutes")
    func figures() {
        let run = Run("-q", "hours", "acme", result: Samples.balance)
        let lines = run.output.split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines.allSatisfy { $0.count == 2 && Int($0[1]) != nil }, "\(run.output)")
        let names = lines.map { String($0[0]) }
        #expect(names.first == "granted" && names.contains("left") && names.contains("usable"))
        #expect(!Run("-q", "hours", "acme", result: Samples.closedBalance).output.contains("week_"))
    }

    @Test("grouped hours stand in the equation, and the group's end is when they expire")
    func grouped() {
        let balance = Samples.balance.replacing(
            #""used":750,"extra":120,"expired":0,"left":1650,"expires":"2026-12-23","#,
            with: #""grouped":2400,"used":720,"extra":0,"expired":0,"left":4080,"#
                + #""expires":"2027-01-23","told":["unusable","half"],"#
        ).replacing(#""usable":1650"#, with: #""usable":3600"#)
        #expect(
            Run("hours", "acme", result: balance).output == """
                contract 3: Starter for acme, cycle 2, 2026-11-23 to 2026-12-22
                package    granted 40h + grouped 40h - used 12h - expired 0m = left 68h
                extra      0m
                this week  limit 20h - used 12h30m = room 7h30m; the next week begins on Monday 2026-11-30
                           2026-W48, Monday 2026-11-23 to Sunday 2026-11-29
                usable     60h of 68h before they expire: the weekly limit lets no more through
                expires    at the end of 2027-01-22, Europe/Berlin, with the group of cycles
                notices    so far: 50 percent used, more left than can be used

                """)
    }

    @Test(
        "what saving the hours for the last week would delay",
        arguments: [
            (
                #""until":"2026-12-23","extra":"allow""#,
                "7h30m of work wait until 2026-12-23, or are extra\n"
            ),
            (
                #""until":"2026-12-23","extra":"ask""#,
                "7h30m of work wait until 2026-12-23, or are extra and named so\n"
            ),
            (
                #""until":"2026-12-23","extra":"refuse""#,
                "7h30m of work wait until 2026-12-23\n"
            ),
            (
                #""extra":"allow""#,
                "7h30m of work come too late, as no cycle follows, or are extra\n"
            ),
        ])
    func lastWeek(members: String, then: String) {
        let saved = #""last_week":{"week":"2026-12-21","fits":1200,"delayed":450,\#(members)}"#
        let balance = Samples.balance.replacing(
            #""usable":1650"#, with: #""usable":1650,"# + saved)
        let line = "if the 27h30m left are saved for it, from Monday 2026-12-21, 20h fit: \(then)"
        let hours = Run("hours", "acme", result: balance).output
        #expect(hours.contains("\nlast week  \(line)"), "\(hours)")
        let reply = #"{"entry":\#(Samples.entry),"dry_run":false,"balance":\#(balance)}"#
        let added = Run("time", "add", "12", "2h30m", result: reply).output
        #expect(added.contains("\n  last week  \(line)"), "\(added)")
    }

    @Test("hours that the other cycle has taken are taken away")
    func takenByTheGroup() {
        let balance = Samples.closedBalance.replacing(
            #""used":2250,"extra":30,"expired":150"#,
            with: #""grouped":-600,"used":1650,"extra":30,"expired":150"#)
        #expect(
            Run("hours", "acme", result: balance).output.contains(
                "granted 40h - grouped 10h - used 27h30m - expired 2h30m = left 0m\n"))
    }

    @Test(
        "a contract that rests says so",
        arguments: [
            (
                #""suspended":true,"suspended_from":"2026-11-25""#, "",
                "usable     27h30m; they do not expire before the contract resumes\n"
                    + "suspended  since 2026-11-25: nothing expires until it resumes\n"
            ),
            (
                #""suspended":true,"suspended_from":"2026-11-25","suspended_until":"2026-12-01""#,
                #""expires":"2026-12-23","#,
                "suspended  since 2026-11-25, until 2026-11-30\n"
                    + "expires    at the end of 2026-12-22, Europe/Berlin (2026-12-22 23:00Z)\n"
            ),
            (
                #""suspended_from":"2026-12-23""#, #""expires":"2026-12-23","#,
                "suspended  from 2026-12-23 on, until it is resumed\n"
            ),
        ])
    func suspended(members: String, expires: String, lines: String) {
        let balance = Samples.balance.replacing(
            #""expires":"2026-12-23","#, with: expires + members + ",")
        let output = Run("hours", "acme", result: balance).output
        #expect(output.contains(lines), "\(output)")
    }
}
