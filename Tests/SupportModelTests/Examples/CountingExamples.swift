/// "How hours are counted": entries, voids, late entries.
enum CountingExamples {
    static let all = order + voids + late

    private static let order = [
        WorkedExample(
            "hours", "In order of work date then sequence: the earlier day is covered first.",
            when: ["2026-10-12: book 20h", "2026-10-19: book 20h", "book 5h for 2026-10-05"],
            then: [
                "entry 3: 5h package, 0m grouped, 0m extra",
                "entry 1: 20h package, 0m grouped, 0m extra",
                "entry 2: 15h package, 0m grouped, 5h extra",
            ]),
        WorkedExample(
            "hours", "Minutes are integers; money is integer minor units, rounded half up once.",
            when: [
                "2026-10-05: book 1m service development", "book 1m service development",
                "book 1m service development",
            ],
            // 3 minutes at 75.00 an hour are 3.75: rounded once, not 1.25 three times.
            then: ["extra: 3m", "bill: fee 2160.00 + extra 3.75 + adjusted 0.00 = 2163.75"]),
        WorkedExample(
            "hours", "Rounding happens once per entry; actual and billed minutes are both kept.",
            given: ["2026-10-01: sign quarter from 2026-10-01 months 12", "ticket 4"],
            when: ["2026-10-05: book 50m", "book 5m", "book 30m"],
            // 60 + 15 + 30 minutes, not 85 rounded up to 90.
            then: [
                "worked 1: 50m worked, 1h billed", "worked 2: 5m worked, 15m billed",
                "worked 3: 30m worked, 30m billed",
                "hours: granted 40h + grouped 0m - used 1h45m = left 38h15m",
            ]),
        WorkedExample(
            "hours", "A work date is one of the contract, and not of the future.",
            when: ["2026-10-05:"],
            then: [
                "refused: book 1h for 2026-09-30 => date outside",
                "refused: book 1h for 2026-10-06 => date outside",
                "refused: book 1h for 2026-10-01 => done",
            ]),
    ]

    private static let voids = [
        WorkedExample(
            "hours", "A void gives the hours back and may uncover other entries' extra hours.",
            when: [
                "2026-10-12: book 20h", "2026-10-19: book 20h", "book 5h for 2026-10-05", "void 3",
            ],
            then: [
                "entry 2: 20h package, 0m grouped, 0m extra", "entry 3: draws nothing",
                "hours: granted 40h + grouped 0m - used 40h = left 0m",
            ]),
        WorkedExample(
            "hours", "Voiding an entry needs a reason and never deletes it.",
            when: ["2026-10-05: book 1h"],
            then: [
                "refused: void 1 without-reason => wrong: reason", "void 1",
                "entry 1: draws nothing", "refused: void 1 => voided already",
            ]),
        WorkedExample(
            "hours", "A void after the cycle closed is an adjustment: 3 hours at 75.00 come back.",
            when: ["2026-10-05: book 3h service development", "2026-11-05: void 1 late"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 0m - expired 40h = left 0m, extra 3h",
                "bill 1: fee 2160.00 + extra 225.00 + adjusted 0.00 = 2385.00",
                "bill: fee 2160.00 + extra 0.00 + adjusted -225.00 = 1935.00",
            ]),
    ]

    /// 38 of the 40 hours of October are used: 2 expire.
    private static let october = ["2026-10-05: book 20h", "2026-10-12: book 18h", "2026-11-05:"]

    private static let late = [
        WorkedExample(
            "hours", "An entry for a closed cycle needs --late.", when: october,
            then: [
                "refused: book 1h for 2026-10-30 => cycle closed",
                "refused: book 1h for 2026-11-03 late => not late",
            ]),
        WorkedExample(
            "hours", "It is settled against that cycle's expired hours.",
            when: october + ["book 2h for 2026-10-30 late"],
            then: [
                "entry 3: 2h package, 0m grouped, 0m extra",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
                "bill: fee 2160.00 + extra 0.00 + adjusted 0.00 = 2160.00",
            ]),
        WorkedExample(
            "hours", "What does not fit is extra, and an adjustment on the open statement.",
            when: october + ["book 3h for 2026-10-30 late"],
            then: [
                "entry 3: 2h package, 0m grouped, 1h extra",
                "bill: fee 2160.00 + extra 0.00 + adjusted 75.00 = 2235.00",
                "closed 1: granted 40h + grouped 0m - used 38h - expired 2h = left 0m, extra 0m",
                "2026-12-02:",
                "bill 2: fee 2160.00 + extra 0.00 + adjusted 75.00 = 2235.00",
                "refused: book 1h for 2026-10-29 late => done",
                "book 1h for 2026-10-29 late", "entry 4: 0m package, 0m grouped, 1h extra",
            ]),
        WorkedExample(
            "hours",
            "The weekly limit holds for late entries too: 12 October's week has 2 hours left.",
            when: ["2026-10-12: book 18h", "2026-11-05:"],
            then: [
                "refused: book 3h for 2026-10-14 late => weekly limit, room 2h, next none",
                "book 3h for 2026-10-14 late extra", "entry 2: 2h package, 0m grouped, 1h extra",
            ]),
        WorkedExample(
            "R11", "A void of the first month gives hours back to the pool while that is open.",
            when: ["2026-10-05: group 1,2 limit 80h", "book 60h", "2026-11-05: void 1 late"],
            then: ["hours: granted 40h + grouped 40h - used 0m = left 80h"]),
        WorkedExample(
            "R11", "Once the pool has expired, late work of either month is settled against it.",
            when: [
                "2026-10-05: group 1,2", "book 10h", "2026-12-05: book 3h for 2026-10-20 late",
            ],
            then: ["entry 2: 3h package, 0m grouped, 0m extra"]),
        WorkedExample(
            "hours", "A late entry of a grouped month draws from the pool while that is open.",
            when: ["2026-10-05: group 1,2", "2026-11-05: book 3h for 2026-10-30 late"],
            then: [
                "entry 1: 3h package, 0m grouped, 0m extra",
                "hours: granted 40h + grouped 37h - used 0m = left 77h",
            ]),
        WorkedExample(
            "hours", "It comes before the second month's work, and is an adjustment all the same.",
            when: [
                "2026-10-05: group 1,2", "book 20h", "2026-10-12: book 15h",
                "2026-11-02: book 20h", "2026-11-09: book 20h",
                "2026-11-16: book 10h for 2026-10-30 late extra",
            ],
            then: [
                "entry 5: 5h package, 5h grouped, 0m extra",
                "entry 3: 20h package, 0m grouped, 0m extra",
                "entry 4: 15h package, 0m grouped, 5h extra",
                "hours: granted 40h + grouped -5h - used 35h = left 0m",
                "2026-12-01:",
                "entry 5: 5h package, 5h grouped, 0m extra",
                "closed 2: granted 40h + grouped -5h - used 35h - expired 0m = left 0m, extra 5h",
                "bill 2: fee 2160.00 + extra 375.00 + adjusted 0.00 = 2535.00",
            ]),
    ]
}
