/// R1, R9, R12 and the counting of hours: what the desk says or asks before a figure goes wrong.
enum MannersExamples {
    static let all = durations + longEntries + lastWeek

    private static func flexible(_ hours: String) -> [String] {
        ["2026-10-01: sign flexible from 2026-10-01 months 2 hours \(hours)", "ticket 4"]
    }

    private static let durations = [
        WorkedExample(
            "hours", "The hours of Flexible may be any duration.", given: flexible("7h30m"),
            then: [
                "hours: granted 7h30m + grouped 0m - used 0m = left 7h30m",
                "week: limit 3h45m, used 0m, room 3h45m",
                "refused: change flexible hours 1m => wrong: hours",
                "refused: change flexible hours 74400h1m => wrong: hours",
            ]),
        WorkedExample(
            // 7 h 31 min are 451 minutes; half of them 225 and a half.
            "hours", "Half of an odd number of minutes is rounded down.", given: flexible("7h31m"),
            then: ["week: limit 3h45m, used 0m, room 3h45m"]),
        WorkedExample(
            // 16 of October's 31 days are left of 30 more minutes: 15.48.
            "R1", "An upgrade grants the prorated difference, to the minute.",
            given: flexible("7h31m"), when: ["2026-10-16: change flexible hours 8h1m"],
            then: [
                "hours: granted 7h46m + grouped 0m - used 0m = left 7h46m",
                "week: limit 4h, used 0m, room 4h",
            ]),
        WorkedExample(
            "R5", "A renewed term keeps the hours that were agreed, to the minute.",
            given: flexible("7h31m"), when: ["2026-10-05: renew 6", "2026-12-01:"],
            then: ["hours: granted 7h31m + grouped 0m - used 0m = left 7h31m"]),
        WorkedExample(
            "R5", "So does a contract that renews itself.", given: flexible("7h31m renewal auto"),
            when: ["2026-12-01:"],
            then: ["hours: granted 7h31m + grouped 0m - used 0m = left 7h31m"]),
    ]

    private static let longEntries = [
        WorkedExample(
            "hours", "One entry of more than 24 hours is named so.", when: ["2026-10-05:"],
            then: [
                "refused: book 24h1m typed => longer than a day, 24h1m",
                "refused: book 30h typed extra => longer than a day, 30h",
                "refused: book 24h typed extra => done", "refused: book 24h1m extra => done",
            ])
    ]

    private static let lastWeek = [
        WorkedExample(
            // Starter, October: 31 days, the last in the week of Monday the 26th. On the 16th fifteen
            // days are over, on the 17th sixteen. 30 hours are left, and a week takes 20.
            "R12",
            "Saving hours for the last week of a cycle: what is then delayed, and by how much.",
            when: ["2026-10-05: book 10h", "2026-10-16:"],
            then: [
                "saved: nothing delayed", "2026-10-17:",
                "saved: week of 2026-10-26, 20h fit, 10h delayed until 2026-11-01",
                "book 5h", "saved: week of 2026-10-26, 20h fit, 5h delayed until 2026-11-01",
                "2026-10-25:", "saved: week of 2026-10-26, 20h fit, 5h delayed until 2026-11-01",
                "2026-10-26:", "saved: nothing delayed", "usable: 20h",
            ]),
        WorkedExample(
            "R12", "What one week takes can be saved for it.",
            when: ["2026-10-05: book 20h", "2026-10-20:"], then: ["saved: nothing delayed"]),
        WorkedExample(
            "R12", "After the last cycle there is none to wait for.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 1", "ticket 4"],
            when: ["2026-10-20:"],
            then: ["saved: week of 2026-10-26, 20h fit, 20h delayed and no cycle follows"]),
        WorkedExample(
            // October and November have 61 days; on 31 October thirty are over. The last day of the
            // pool, 30 November, is a Monday.
            "R12", "The hours of a group are saved for the last week of the group.",
            when: ["2026-10-05: group 1,2", "2026-10-31:"],
            then: [
                "saved: nothing delayed", "2026-11-01:",
                "saved: week of 2026-11-30, 20h fit, 60h delayed until 2026-12-01",
            ]),
        WorkedExample(
            // Ten days of rest move the cycle's end to 10 November, in the week of Monday the 9th;
            // sixteen of its days are over on 27 October.
            "R12", "Days of rest are no days of the cycle.",
            when: ["2026-10-05: suspend 2026-10-10 until 2026-10-20", "2026-10-26:"],
            then: [
                "saved: nothing delayed", "2026-10-27:",
                "saved: week of 2026-11-09, 20h fit, 20h delayed until 2026-11-11",
            ]),
        WorkedExample(
            "R12", "While a contract rests and nobody knows until when, nothing is delayed.",
            when: ["2026-10-20: suspend 2026-10-20"], then: ["saved: nothing delayed"]),
    ]
}
