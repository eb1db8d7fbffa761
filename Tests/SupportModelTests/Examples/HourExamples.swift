/// R9 and R12: the weekly limit, and what is still usable.
enum HourExamples {
    static let all = limit + exceptions + planning

    private static let limit = [
        WorkedExample(
            "R9", "At most half of the package's hours in one week (Starter: 20 of 40).",
            when: ["2026-10-05: book 20h"],
            then: [
                "refused: book 1m => weekly limit, room 0m, next 2026-10-12",
                "week: limit 20h, used 20h, room 0m",
            ]),
        WorkedExample(
            "R9", "The week is the ISO week, Monday to Sunday, in the contract's time zone.",
            when: ["2026-10-05: book 20h"],
            then: [
                "refused: 2026-10-11T23:59:59Z: book 1m => weekly limit, room 0m, next 2026-10-12",
                "2026-10-12T00:00:00Z: book 20h",
                "hours: granted 40h + grouped 0m - used 40h = left 0m",
            ]),
        WorkedExample(
            "R9", "Minutes drawn from the package count; extra minutes do not.",
            when: ["2026-10-05: book 19h", "book 4h service development"],
            then: ["week: limit 20h, used 19h, room 1h"]),
        WorkedExample(
            "R9", "A week that a cycle boundary cuts has one limit for both sides.",
            when: ["2026-10-30: book 19h", "2026-11-01:"],
            then: [
                "refused: book 2h => weekly limit, room 1h, next 2026-11-02", "book 1h",
                "week: limit 20h, used 20h, room 0m",
                "hours: granted 40h + grouped 0m - used 1h = left 39h",
            ]),
        WorkedExample(
            "R9", "The answer says how much room is left this week and when the next begins.",
            when: ["2026-10-05: book 18h30m"],
            then: ["refused: book 2h => weekly limit, room 1h30m, next 2026-10-12"]),
    ]

    private static let exceptions = [
        WorkedExample(
            "R9", "The caller may book the rest as extra.",
            when: ["2026-10-05: book 19h", "book 3h extra"],
            then: [
                "entry 2: 1h package, 0m grouped, 2h extra",
                "week: limit 20h, used 20h, room 0m",
            ]),
        WorkedExample(
            "R9", "An account manager may lift the limit for that entry, and for that one only.",
            when: ["2026-10-05: book 20h", "book 5h agreed mara"],
            then: [
                "entry 2: 5h package, 0m grouped, 0m extra",
                "week: limit 20h, used 25h, room 0m",
                "refused: book 1m => weekly limit, room 0m, next 2026-10-12",
            ]),
        WorkedExample(
            "R9", "Work on a Level 1 ticket passes the limit and still draws from the package.",
            when: ["ticket 1", "2026-10-05: book 20h", "book 3h ticket 2"],
            then: [
                "entry 2: 3h package, 0m grouped, 0m extra",
                "hours: granted 40h + grouped 0m - used 23h = left 17h",
            ]),
    ]

    private static let planning = [
        WorkedExample(
            "R12", "Usable before they expire: in the last week no more than the weekly limit.",
            when: ["2026-10-26:"],
            then: [
                "usable: 20h", "hours: granted 40h + grouped 0m - used 0m = left 40h",
                "expires: 2026-11-01",
            ]),
        WorkedExample(
            "R12", "Usable before they expire: two weeks let through 40 hours, all that is left.",
            when: ["2026-10-22:"], then: ["usable: 40h"]),
        WorkedExample(
            "R12", "The desk warns when a week's plan passes R9's limit: 23 hours of 20.",
            when: [
                "ticket 4", "2026-10-05: plan 1 estimate 15h week 2026-10-12",
                "plan 2 estimate 8h week 2026-10-12",
            ],
            then: [
                "warnings: R9 passes the weekly limit (R9) by 3h: 0m used and 23h planned of 20h"
            ]),
        WorkedExample(
            "R12", "Or the month's passes the package: 54 hours of 40.",
            when: [
                "ticket 4", "ticket 4", "2026-10-05: plan 1 estimate 18h week 2026-10-05",
                "plan 2 estimate 18h week 2026-10-12", "plan 3 estimate 18h week 2026-10-19",
            ],
            then: ["warnings: R8 passes the package by 14h: they would be extra (R8)"]),
        WorkedExample(
            "R12", "The desk says when hours have become unusable, once a cycle.",
            when: ["2026-10-26: book 1h", "book 1h"], then: ["usable: 18h", "notices: unusable"]),
        WorkedExample(
            "R12", "The desk says when 50, 80 and 100 percent are used, each once a cycle.",
            when: ["2026-10-05: book 20h", "2026-10-12: book 12h", "book 1h"],
            then: ["notices: half, most", "book 7h", "notices: half, most, all"]),
        WorkedExample(
            "R12",
            "Hours that cannot be used are reported beside the share that is used: after it.",
            when: ["2026-10-05: book 20h", "terminate 2026-10-11"],
            then: ["notices: half, unusable"]),
        WorkedExample(
            "R12", "And before it.",
            when: ["2026-10-26: notify", "book 20h"], then: ["notices: unusable, half"]),
    ]
}
