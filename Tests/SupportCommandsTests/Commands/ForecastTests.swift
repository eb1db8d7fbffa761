import Testing

/// What is said of the days to come.
struct ForecastTests {
    @Test("the hours of the day, what expires until then, the weeks, and why")
    func isShownWithItsReasons() {
        let answer =
            #"{"contract":3,"client":"acme","zone":"Europe/Berlin","at":"2026-11-25","#
            + #""standing":"active","cycles":[\#(Samples.closedCycle)],"#
            + #""weeks":[{"week":"2026-11-16","from":"2026-11-20","cycle":1,"limit":1200,"#
            + #""drawn":900,"room":150},{"week":"2026-11-23","from":"2026-11-23","cycle":2,"#
            + #""limit":1200,"drawn":0,"room":1200}],"balance":\#(Samples.balance),"#
            + #""lines":[{"rule":"R10","text":"cycle 1 ends with 2026-11-22, and 2h30m expire"}]}"#
        #expect(
            Run("forecast", "acme", "--at", "2026-11-25", result: answer).output == """
                contract 3 of acme at the beginning of 2026-11-25, if nothing more is booked: active
                cycle 2  Starter, 2026-11-23 to 2026-12-22
                package  granted 40h - used 12h30m - expired 0m = left 27h30m
                usable   27h30m before they expire
                expires  at the end of 2026-12-22, Europe/Berlin (2026-12-22 23:00Z)

                what expires
                CYCLE  FROM        TO          GRANTED    USED  EXPIRES  EXTRA
                    1  2026-10-23  2026-11-22      40h  37h30m    2h30m    30m

                room by week
                WEEK      FROM        CYCLE  LIMIT  USED   ROOM
                2026-W47  2026-11-20      1    20h   15h  2h30m
                2026-W48  2026-11-23      2    20h    0m    20h

                why
                RULE  WHY
                R10   cycle 1 ends with 2026-11-22, and 2h30m expire

                """)
    }

    @Test("of a week that a boundary cuts it says that its lines share one limit")
    func aCutWeek() {
        let first = #""limit":1200,"drawn":0,"room":1200}"#
        let answer =
            #"{"contract":3,"client":"acme","zone":"UTC","at":"2026-02-05","standing":"active","#
            + #""cycles":[],"lines":[],"weeks":["#
            + #"{"week":"2026-02-02","from":"2026-02-02","cycle":1,\#(first),"#
            + #"{"week":"2026-02-02","from":"2026-02-05","cycle":2,\#(first)]}"#
        #expect(
            Run("forecast", "acme", "--at", "2026-02-05", result: answer).output.contains(
                """
                2026-W06  2026-02-02      1    20h    0m   20h
                2026-W06  2026-02-05      2    20h    0m   20h
                both lines of 2026-W06 share one limit: hours used before the boundary leave \
                less after it (R9)

                """))
    }

    @Test("a contract that has ended has no hours and no weeks")
    func ended() {
        let answer =
            #"{"contract":3,"client":"acme","zone":"Europe/Berlin","at":"2028-01-01","#
            + #""standing":"ended","cycles":[],"weeks":[],"#
            + #""lines":[{"rule":"R5","text":"the term is over"}]}"#
        #expect(
            Run("forecast", "3", "--at", "2028-01-01", result: answer).output == """
                contract 3 of acme at the beginning of 2028-01-01, if nothing more is booked: ended

                why
                RULE  WHY
                R5    the term is over

                """)
    }
}
