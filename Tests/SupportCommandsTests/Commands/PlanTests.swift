import Testing

/// The pages of `plan`.
struct PlanTests {
    private static let week48 =
        #"{"week":"2026-11-23","cycles":[1],"limit":1200,"drawn":360,"planned":1920,"room":0,"#
        + #""over":1080,"tickets":[{"ticket":2,"level":3,"minutes":1080},"#
        + #"{"ticket":7,"level":4},{"ticket":1,"level":4,"minutes":840}],"#
        + #""remarks":[{"warning":true,"rule":"R9","text":"passes the weekly limit (R9) by 18h"}]}"#
    private static let week49 =
        #"{"week":"2026-11-30","cycles":[1,2],"limit":1200,"drawn":0,"planned":1,"room":119,"#
        + #""tickets":[{"ticket":3,"level":4,"minutes":61,"extra":60,"late":true}],"remarks":[]}"#
    private static let hours =
        #"{"cycles":[1],"expires":"2026-12-01","left":2040,"planned":1921,"usable":2040,"#
        + #""idle":119,"remarks":[{"warning":false,"rule":"R12","text":"nothing for 1h59m"}]}"#
    private static let work =
        #"{"ticket":2,"level":3,"subject":"Search","estimate":1200,"booked":120,"to_do":1080,"#
        + #""week":"2026-11-23","due":"2026-11-27","overdue":720}"#
    private static let bare = #"{"ticket":7,"level":4,"subject":"Footer","booked":0}"#

    @Test func show() {
        let answer =
            #"{"contract":3,"client":"acme","title":"Starter","zone":"Europe/Berlin","#
            + #""today":"2026-11-25","weeks":[\#(Self.week48),\#(Self.week49)],"#
            + #""hours":[\#(Self.hours)],"overdue":[\#(Self.work)],"elsewhere":[],"#
            + #""unplanned":[],"without_estimate":[\#(Self.bare)]}"#
        #expect(
            Run("plan", "show", "acme", result: answer).output == """
                contract 3: Starter for acme, plan from 2026-11-25 on, Europe/Berlin

                WEEK      CYCLE  LIMIT  USED  PLANNED   ROOM  LOAD                                    TICKETS            WARNING
                2026-W48  1        20h    6h      32h     0m  ######==============!!!!!!!!!!!!!!!!!!  2 18h, 7 ?, 1 14h  passes the limit by 18h
                2026-W49  1, 2     20h    0m       1m  1h59m  =...................                    3 1h1m (1h extra)  too late for 3

                hours
                CYCLE  LEFT  PLANNED  USABLE   IDLE  EXPIRES                   WARNING
                1       34h    32h1m     34h  1h59m  at the end of 2026-11-30

                ! 2026-W48: passes the weekly limit (R9) by 18h
                  cycle 1: nothing for 1h59m

                overdue: planned for a week that is past
                TICKET  LEVEL  ESTIMATE  BOOKED  TO DO  OVERDUE  WEEK      DUE         SUBJECT
                     2      3       20h      2h    18h      12h  2026-W48  2026-11-27  Search

                no estimate: 1 ticket, counted nowhere: 7

                supportc plan suggest 3 says how it could be spread

                """)
        #expect(Run("plan", "show", "acme", "-q", result: answer).output == "2\n7\n1\n3\n")
        #expect(
            Run("--json", "plan", "show", "acme", result: answer).output
                .hasPrefix(#"{"v":1,"contract":3,"#))
    }

    @Test func aPlanOfNothing() {
        let answer =
            #"{"contract":3,"client":"acme","title":"Starter","zone":"UTC","today":"2026-11-25","#
            + #""rests_from":"2026-11-20","weeks":[],"hours":[],"overdue":[],"elsewhere":[],"#
            + #""unplanned":[],"without_estimate":[]}"#
        let run = Run("plan", "show", "acme", result: answer)
        #expect(
            run.output == """
                contract 3: Starter for acme, plan from 2026-11-25 on, UTC
                suspended from 2026-11-20 on; nothing expires until it resumes


                hours

                """)
        #expect(run.errors == "no weeks to plan\nno hours to plan\n")
    }

    @Test func set() {
        let answer =
            #"{"work":\#(Self.work),"contract":3,"week":\#(Self.week48),"#
            + #""hours":[\#(Self.hours)],"dry_run":false}"#
        let output = """
            ticket 2 planned: Search
              estimate  20h, 2h booked, 18h to do
              week      2026-W48, Monday 2026-11-23
              due       2026-11-27
              its week  limit 20h, used 6h, planned 32h, room 0m

            ! 2026-W48: passes the weekly limit (R9) by 18h

            """
        #expect(Run("plan", "set", "2", "--week", "2026-W48", result: answer).output == output)
        let onDemand = #"{"work":\#(Self.bare),"hours":[],"dry_run":true}"#
        #expect(
            Run("plan", "set", "7", "--no-week", "--dry-run", result: onDemand).output == """
                ticket 7 would be planned: Footer
                  estimate  none
                  week      none
                  plan      none: the ticket is on demand (R4)
                nothing was changed

                """)
    }

    @Test func suggest() {
        let shortfall =
            #"{"minutes":600,"carried":480,"reason":"weekly-limit","#
            + #""options":["next-cycle","extra-hours","lift-limit","group-months","replan","renew"]}"#
        let ticket =
            #"{"work":\#(Self.work),"parts":[{"week":"2026-11-23","minutes":600},"#
            + #"{"week":"2026-11-30","minutes":480,"extra":60}],"kept":true,"late":true,"#
            + #""shortfall":\#(shortfall)}"#
        let answer =
            #"{"contract":3,"client":"acme","title":"Starter","today":"2026-11-25","#
            + #""weeks":[\#(Self.week49)],"hours":[\#(Self.hours)],"tickets":[\#(ticket)],"#
            + #""later":[],"without_estimate":[],"changes":1}"#
        #expect(
            Run("plan", "suggest", "acme", result: answer).output == """
                contract 3: Starter for acme, suggested from 2026-11-25 on

                WEEK      CYCLE  LIMIT  USED  PLANNED   ROOM  LOAD                  TICKETS            WARNING
                2026-W49  1, 2     20h    0m       1m  1h59m  =...................  3 1h1m (1h extra)  too late for 3

                TICKET  LEVEL  TO DO  SUGGESTED                                    DUE         SUBJECT
                     2      3    18h  2026-W48 10h, 2026-W49 8h (1h extra) (kept)  2026-11-27  Search

                does not fit by the end of 2026-11-30
                  ticket 2: 10h, the weekly limit lets no more through by then (R9)
                    8h of it goes on in later cycles
                    -> book it as extra hours (time add --extra)
                    -> have a manager lift the limit (time add --agreed-by)
                    -> group the month with the next (R11)
                    -> let less severe tickets give up their weeks (--replan)
                    -> renew the contract

                  cycle 1: nothing for 1h59m

                --apply would change the plan of 1 ticket

                """)
        #expect(Run("plan", "suggest", "acme", "-q", result: answer).output == "2\n")
    }

    @Test func apply() {
        let answer =
            #"{"contract":3,"changes":[{"ticket":2,"week":"2026-11-23"},{"ticket":7},"#
            + #"{"ticket":9,"week":"2026-11-23","parts":[{"week":"2026-11-23","minutes":840},"#
            + #"{"week":"2026-11-30","minutes":240}]}]}"#
        #expect(
            Run("plan", "suggest", "acme", "--apply", result: answer).output == """
                contract 3: 3 tickets planned anew
                  ticket 2: 2026-W48, Monday 2026-11-23
                  ticket 7: no week any more
                  ticket 9: 2026-W48 14h, 2026-W49 4h

                """)
        let run = Run("plan", "suggest", "acme", "--apply", "-q", result: answer)
        #expect(run.output == "2\n7\n9\n")
        #expect(
            Run("plan", "suggest", "acme", "--apply", result: #"{"contract":3,"changes":[]}"#)
                .output == "contract 3: the plan says so already\n")
    }
}
