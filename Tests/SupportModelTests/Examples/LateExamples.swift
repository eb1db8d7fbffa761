/// "How hours are counted" and R11: what late entries share, and what a group's end gives back.
enum LateExamples {
    static let all = late + groups

    private static let october = [
        "2026-10-05: book 20h", "2026-10-12: book 10h", "2026-11-05:",
    ]

    private static let late = [
        WorkedExample(
            "hours", "Two late entries never draw the same expired hours: 10 of October expired.",
            when: october + [
                "book 6h for 2026-10-20 late", "book 6h for 2026-10-27 late",
            ],
            then: [
                "entry 3: 6h package, 0m grouped, 0m extra",
                "entry 4: 4h package, 0m grouped, 2h extra",
                "book 1h for 2026-10-28 late", "entry 5: 0m package, 0m grouped, 1h extra",
            ]),
        WorkedExample(
            "hours", "A late entry takes room in its week from the next one.",
            when: ["2026-10-12: book 15h", "2026-11-05:"],
            then: [
                "book 3h for 2026-10-13 late",
                "refused: book 3h for 2026-10-14 late => weekly limit, room 2h, next none",
                "book 2h for 2026-10-14 late", "entry 3: 2h package, 0m grouped, 0m extra",
            ]),
        WorkedExample(
            "hours", "A week has drawn what an earlier statement settled in it, week by week.",
            when: [
                "2026-10-12: book 15h", "2026-11-05: book 3h for 2026-10-13 late",
                "book 4h for 2026-10-20 late", "2026-12-05:",
            ],
            then: [
                "refused: book 3h for 2026-10-14 late => weekly limit, room 2h, next none",
                "refused: book 17h for 2026-10-21 late => weekly limit, room 16h, next none",
                "book 2h for 2026-10-14 late", "entry 4: 2h package, 0m grouped, 0m extra",
            ]),
        WorkedExample(
            "hours", "A voided late entry gives its expired hours back to the others.",
            when: october + [
                "book 6h for 2026-10-20 late", "book 6h for 2026-10-27 late", "void 3",
            ],
            then: ["entry 4: 6h package, 0m grouped, 0m extra"]),
        WorkedExample(
            "hours", "Late work of one cycle is not settled against what another let expire.",
            when: [
                "2026-10-05: book 20h", "2026-10-12: book 20h", "2026-11-09: book 20h",
                "2026-12-05:",
            ],
            then: [
                "book 5h for 2026-10-20 late", "entry 4: 0m package, 0m grouped, 5h extra",
                "book 5h for 2026-11-17 late", "entry 5: 5h package, 0m grouped, 0m extra",
            ]),
    ]

    private static let groups = [
        WorkedExample(
            "R11", "A group can be revoked while nothing beyond the cycle's own hours is drawn.",
            when: [
                "2026-10-05: group 1,2", "book 20h", "2026-10-12: book 20h", "ungroup",
            ],
            then: ["hours: granted 40h + grouped 0m - used 40h = left 0m"]),
        WorkedExample(
            "R11", "One minute beyond them keeps the group.",
            when: [
                "2026-10-05: group 1,2", "book 20h", "2026-10-12: book 20h",
                "2026-10-19: book 1m",
            ],
            then: ["refused: ungroup => drawn already"]),
    ]
}
