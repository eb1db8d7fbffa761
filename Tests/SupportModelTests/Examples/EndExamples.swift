/// R10: which day is the last where none is named, and what a contract that rests or ends says.
enum EndExamples {
    static let all = lastDays + rests

    private static let lastDays =
        [[], ["suspend 2026-10-20 until 2026-10-22"]].map { later in
            WorkedExample(
                "hours",
                "A contract that rests ends with the day before it did, "
                    + "\(later.isEmpty ? "without" : "with") another rest to come.",
                when: ["2026-10-05: suspend 2026-10-08 until 2026-10-12"] + later
                    + ["2026-10-10: terminate"],
                then: ["ends: 2026-10-08", "standing: ended"])
        }
        + [[], ["suspend 2026-11-20 until 2026-11-22"]].map { later in
            WorkedExample(
                "hours",
                "So does one that rests between two cycles, "
                    + "\(later.isEmpty ? "without" : "with") another rest to come.",
                when: ["2026-10-31: suspend 2026-11-01 until 2026-11-11", "2026-11-05:"] + later,
                then: [
                    "refused: terminate 2026-11-05 => date outside", "terminate",
                    "ends: 2026-11-01", "cycles: 2026-10-01",
                ])
        } + [
            WorkedExample(
                "hours", "One that ends with a day that is past has ended.",
                when: ["2026-10-12: terminate 2026-10-10"], then: ["standing: ended"]),
            WorkedExample(
                "hours", "One that ends with a cycle has none after it.",
                when: ["2026-10-05: terminate 2026-10-31", "2026-11-01:"],
                then: ["standing: ended", "closed 2: open", "cycles: 2026-10-01", "hours: none"]),
            WorkedExample(
                "R9", "A week in which the contract rests until it ends has no room.",
                when: ["2026-10-05: suspend 2026-10-06 until 2026-10-13", "2026-10-06:"],
                then: [
                    "week: limit 20h, used 0m, room 0m", "terminate 2026-10-08",
                    "week: limit 20h, used 0m, room 0m", "usable: 0m",
                ]),
        ]

    private static let rests = [
        WorkedExample(
            "R10", "Of two late entries on one statement each keeps its own figures.",
            when: [
                "2026-11-02: book 1h for 2026-10-12 late", "book 2h for 2026-10-19 late",
                "2026-12-02:",
            ],
            then: [
                "entry 1: 1h package, 0m grouped, 0m extra",
                "entry 2: 2h package, 0m grouped, 0m extra",
            ]),
        WorkedExample(
            "R11", "A group that has not begun keeps nobody from ending a contract that rests.",
            when: ["2026-10-05: group 2,3", "suspend 2026-11-01", "2026-11-05:"],
            then: [
                "refused: terminate 2026-11-03 => date outside", "terminate", "ends: 2026-11-01",
            ]),
        WorkedExample(
            "hours", "Late work of a month without a group draws what expired, also in a rest.",
            when: [
                "2026-10-31: suspend 2026-11-01", "2026-11-05: book 1h for 2026-10-15 late",
            ],
            then: [
                "entry 1: 1h package, 0m grouped, 0m extra", "terminate", "ends: 2026-11-01",
                "2026-11-06:", "cycles: 2026-10-01, 2026-11-01",
            ]),
        WorkedExample(
            "R12",
            "While the end of a contract's rest is unknown, no share of its hours is reported.",
            when: ["2026-10-05: suspend 2026-10-06", "2026-10-07: book 20h for 2026-10-05"],
            then: ["notices: none"]),
        WorkedExample(
            "hours", "Rests that adjoin are one: no last day lies in it.",
            when: [
                "2026-10-05: suspend 2026-11-01 until 2026-11-05",
                "2026-11-02: suspend 2026-11-05 until 2026-11-12",
            ],
            then: [
                "refused: terminate 2026-11-03 => date outside",
                "refused: terminate 2026-11-07 => date outside", "terminate", "ends: 2026-11-01",
            ]),
        WorkedExample(
            "R12", "Late work in a week that the boundary cuts reports what it makes unusable.",
            // Sunday 1 November lies in the week of Monday 26 October.
            when: ["2026-10-05: terminate 2026-11-08", "2026-11-01:"],
            then: [
                "usable: 40h", "book 10h for 2026-10-26 late", "usable: 30h", "notices: unusable",
            ]),
        WorkedExample(
            "R10", "A contract that rests is not suspended again, but goes on on another day.",
            when: ["2026-10-05: suspend 2026-10-08 until 2026-10-12", "2026-10-09:"],
            then: [
                "refused: suspend until 2026-10-15 => contract is suspended already",
                "refused: suspend 2026-10-12 until 2026-10-15 => done", "resume 2026-10-15",
                "ends: 2027-10-08",
            ]),
        WorkedExample(
            "R10", "Nor before a rest that is ordered.",
            when: ["2026-10-05: suspend 2026-10-08 until 2026-10-12"],
            then: ["refused: suspend until 2026-10-07 => contract will be suspended already"]),
        WorkedExample(
            "R11", "A rest is not prolonged over the second month of a group that then ends.",
            when: [
                "2026-10-05: group 1,2", "terminate 2026-11-03",
                "suspend 2026-10-08 until 2026-10-09",
            ],
            then: [
                "refused: resume 2026-10-11 => cannot be grouped",
                "refused: resume 2026-10-10 => done",
            ]),
        WorkedExample(
            "R9", "A rest without an end takes no room from the weeks before it.",
            when: ["2026-10-05: suspend 2026-10-20"],
            then: ["week: limit 20h, used 0m, room 20h"]),
        WorkedExample(
            "hours", "A rest that the end left out stays out when the last day is moved behind it.",
            when: [
                "2026-10-05: suspend 2026-10-20 until 2026-10-25", "terminate 2026-10-15",
                "terminate 2026-11-15",
            ],
            then: ["expires: 2026-11-01", "ends: 2026-11-16"]),
        WorkedExample(
            "R10", "Every rest moves the end: 2 days and 5 days are 7.",
            when: [
                "2026-10-05: suspend 2026-10-06 until 2026-10-08",
                "2026-10-09: suspend 2026-10-20 until 2026-10-25",
            ],
            then: ["expires: 2026-11-08", "ends: 2027-10-08"]),
        WorkedExample(
            "hours",
            "A contract that rests from the first day of its cycle ends with the one before.",
            when: ["2026-11-01: suspend 2026-11-01", "2026-11-05: terminate"],
            then: ["ends: 2026-11-01", "standing: ended", "cycles: 2026-10-01"]),
        WorkedExample(
            "R12", "What is saved for the last week waits until the rest after it is over.",
            when: ["2026-10-05: book 10h", "suspend 2026-11-01 until 2026-11-11", "2026-10-17:"],
            then: ["saved: week of 2026-10-26, 20h fit, 10h delayed until 2026-11-11"]),
        WorkedExample(
            "R12", "Nobody knows until when, where the rest has no end.",
            when: ["2026-10-05: book 10h", "suspend 2026-11-01", "2026-10-17:"],
            then: ["saved: week of 2026-10-26, 20h fit, 10h delayed and no cycle follows"]),
    ]
}
