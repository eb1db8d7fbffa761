/// Where two rules meet: an end and a rest, a rest and a group, a group and an end, months with
/// different limits.
enum CrossingExamples {
    static let all = endings + restingGroups + firstDays + edges

    private static let endings = [
        WorkedExample(
            "hours", "A terminated contract ends on its last day: no rest reaches beyond it.",
            when: ["2026-10-05: terminate 2026-10-22"],
            then: [
                "refused: suspend 2026-10-21 until 2026-12-08 => date outside",
                "refused: suspend 2026-10-23 => date outside",
                "refused: suspend 2026-10-21 until 2026-10-23 => done",
            ]),
        WorkedExample(
            "hours", "A rest without an end is over with it, and the last cycle closes.",
            when: ["2026-10-05: terminate 2026-10-22", "suspend 2026-10-21", "2026-10-22:"],
            then: [
                "standing: suspended", "ends: 2026-10-23",
                "refused: change standard => contract is suspended until it ends with 2026-10-22",
                "2026-10-23:", "standing: ended",
                "closed 1: granted 40h + grouped 0m - used 0m - expired 40h = left 0m, extra 0m",
                "bill 1: fee 2160.00 + extra 0.00 + adjusted 0.00 = 2160.00",
                "refused: book 1h for 2026-10-12 late => contract ended",
                "refused: resume 2026-10-23 => contract was terminated and ended after 2026-10-22",
            ]),
        WorkedExample(
            "hours", "So it is where the rest was ordered first.",
            when: [
                "2026-10-05: suspend 2026-10-21 until 2026-12-08", "terminate 2026-10-22",
                "2026-10-23:",
            ],
            then: ["standing: ended", "ends: 2026-10-23", "cycles: 2026-10-01"]),
        WorkedExample(
            "hours", "A last day that is moved moves the end of the rest with it.",
            when: [
                "2026-10-05: suspend 2026-10-21", "terminate 2026-10-22", "terminate 2026-11-28",
                "2026-11-28:",
            ],
            then: [
                "standing: suspended", "2026-11-29:", "standing: ended", "cycles: 2026-10-01",
            ]),
        WorkedExample(
            "hours", "A cycle that would rest from its first day to the end never comes.",
            when: ["2026-10-05: terminate 2026-11-20"],
            then: [
                "refused: suspend 2026-11-01 => date outside",
                "refused: terminate 2026-10-31 => done",
            ]),
        WorkedExample(
            "hours", "What came late before the end is settled on the last statement.",
            when: [
                "2026-10-05: book 20h", "2026-11-02: terminate 2026-11-22", "suspend 2026-11-21",
                "2026-11-20: book 30h for 2026-10-12 late extra", "2026-11-23:",
            ],
            then: [
                "standing: ended", "bill 2: fee 2160.00 + extra 0.00 + adjusted 750.00 = 2910.00",
                "refused: void 2 late => contract ended after 2026-11-22",
            ]),
    ]

    private static let restingGroups = [
        WorkedExample(
            "R12",
            "Usable is what each week's own limit lets through: 50 hours this week, 5 in each of four.",
            given: ["2026-10-05: sign flexible from 2026-10-05 months 12 hours 100", "ticket 4"],
            when: ["2026-11-04: change flexible hours 10", "group 1,2"],
            then: [
                "hours: granted 100h + grouped 10h - used 0m = left 110h", "usable: 70h",
                "expires: 2026-12-05", "notices: unusable",
            ]),
        WorkedExample(
            "R12", "What a Monday in a rest makes unusable is reported on it: 20 of 40 hours are.",
            given: ["2026-10-05: sign starter from 2026-09-28 months 12", "ticket 4"],
            when: ["suspend 2026-10-24 until 2026-10-29", "2026-10-26T00:00:00Z: notify"],
            then: ["usable: 20h", "notices: unusable"]),
        WorkedExample(
            "R11", "A rest before the second month keeps the hours of both.",
            when: ["2026-10-05: group 1,2", "suspend 2026-11-01"],
            then: [
                "expires: never", "usable: 80h", "2026-11-20: resume 2026-11-20",
                "expires: 2026-12-20",
            ]),
        WorkedExample(
            "R11", "A rest that leaves the second month no day before the end is refused.",
            when: ["2026-10-05: group 1,2", "terminate 2026-11-05"],
            then: [
                "refused: suspend 2026-10-12 until 2026-10-17 => cannot be grouped",
                "refused: suspend 2026-10-12 until 2026-10-16 => done",
                "refused: suspend 2026-10-12 => cannot be grouped",
            ]),
        WorkedExample(
            "R11", "A group that an end dissolved lets no more work pass the weekly limit.",
            when: ["2026-10-05: group 1,2 limit 30h", "book 22h", "terminate 2026-10-26"],
            then: [
                "entry 1: 22h package, 0m grouped, 0m extra",
                "refused: book 1m => weekly limit, room 0m, next 2026-10-12",
            ]),
        WorkedExample(
            "R11", "Not even in a week in which nothing was booked.",
            when: ["2026-10-05: group 1,2 limit 30h", "terminate 2026-10-26"],
            then: ["refused: book 25h => weekly limit, room 20h, next 2026-10-12"]),
        WorkedExample(
            "R11", "And it stands in the way of no other group.",
            when: ["2026-10-05: group 2,3", "terminate 2026-11-10"],
            then: [
                "refused: group 1,2 => done", "refused: group 2,3 => cannot be grouped",
                "refused: ungroup => cannot be grouped",
            ]),
    ]

    /// October has 31 days, and the rest takes ten of November's.
    private static let firstDays =
        [
            "2026-10-31: suspend 2026-11-01 until 2026-11-11",
            "2026-11-01: suspend 2026-11-01 until 2026-11-11",
        ].map { order in
            WorkedExample(
                "R10",
                "A rest from the first day lets the cycle begin after it (\(order.prefix(10))).",
                when: [order, "2026-11-02:"],
                then: [
                    "standing: suspended", "cycles: 2026-10-01, 2026-11-11", "expires: 2026-12-11",
                    "2026-11-05: resume 2026-11-05", "cycles: 2026-10-01, 2026-11-05",
                    "expires: 2026-12-05",
                ])
        }
        + [
            "2026-10-31: suspend 2026-11-01", "2026-11-01: suspend 2026-11-01",
        ].map { order in
            WorkedExample(
                "R10", "So does one whose end nobody has said (\(order.prefix(10))).",
                when: [order, "2026-11-02:", "2026-11-20: resume 2026-11-20"],
                then: ["cycles: 2026-10-01, 2026-11-20", "expires: 2026-12-20", "ends: 2027-10-20"])
        } + [
            WorkedExample(
                "R10", "A second rest does not hide the one that runs.",
                when: [
                    "2026-10-05: suspend 2026-10-10 until 2026-10-20",
                    "suspend 2026-11-02 until 2026-11-04",
                    "2026-10-12:",
                ],
                then: [
                    "standing: suspended",
                    "refused: resume 2026-10-13 => contract is suspended until 2026-10-19",
                    "2026-10-13: resume 2026-11-02", "resume 2026-10-13", "standing: active",
                ])
        ]

    private static let edges = [
        WorkedExample(
            "R11", "Late work of the first month waits while the contract rests before the second.",
            when: ["2026-10-05: group 1,2", "suspend 2026-11-01", "2026-11-05:"],
            then: ["refused: book 1h for 2026-10-15 late => contract is suspended"]),
        WorkedExample(
            "hours", "Without a group it is settled at once.",
            when: ["2026-10-05: suspend 2026-11-01", "2026-11-05:"],
            then: ["refused: book 1h for 2026-10-15 late => done"]),
        WorkedExample(
            "hours",
            "A contract that was terminated can rest from the first day of a cycle for a while.",
            when: ["2026-10-05: terminate 2026-11-20", "suspend 2026-11-01 until 2026-11-05"],
            then: ["2026-11-06:", "cycles: 2026-10-01, 2026-11-05", "ends: 2026-11-21"]),
        WorkedExample(
            "hours", "One that is over rests no more.",
            when: ["2026-10-05: terminate 2026-10-10", "2026-10-12:"],
            then: [
                "refused: suspend => contract was terminated and ended after 2026-10-10",
                "refused: group 1,2 => contract was terminated and ended after 2026-10-10",
                "refused: change standard => contract was terminated and ended after 2026-10-10",
            ]),
        WorkedExample(
            "hours", "A termination without a day ends the contract today, also on its first day.",
            when: ["2026-10-01: terminate"], then: ["ends: 2026-10-02"]),
        WorkedExample(
            "hours", "No last day lies in a rest in whose course a cycle would begin.",
            when: [
                "2026-10-05: suspend 2026-10-06 until 2026-10-08",
                "2026-10-10: suspend 2026-11-03 until 2026-11-11",
            ],
            then: [
                "refused: terminate 2026-11-05 => date outside",
                "refused: terminate 2026-11-11 => done", "refused: terminate 2026-11-02 => done",
                "2026-11-04:", "refused: terminate 2026-11-05 => date outside",
                "refused: terminate 2026-11-11 => done", "refused: terminate 2026-11-02 => done",
            ]),
        WorkedExample(
            "hours", "A rest of one day moves the end by one.",
            when: ["2026-10-10: suspend 2026-10-10", "resume 2026-10-11"],
            then: ["ends: 2027-10-02", "2026-10-11: suspend", "resume", "ends: 2027-10-02"]),
        WorkedExample(
            "R5", "A renewal leaves the cycle that runs as it is.",
            when: ["2026-11-05: renew 3"],
            then: ["cycles: 2026-10-01, 2026-11-01", "ends: 2028-01-01"]),
        WorkedExample(
            "R11", "A group whose second month waits cannot lose it, nor get fewer hours for it.",
            given: ["2026-10-01: sign standard from 2026-10-01 months 12", "ticket 4"],
            when: ["2026-10-05: group 1,2", "suspend 2026-11-01", "2026-11-05:"],
            then: [
                "refused: terminate 2026-10-31 => cannot be grouped",
                "refused: change starter => contract is suspended",
            ]),
    ]
}
