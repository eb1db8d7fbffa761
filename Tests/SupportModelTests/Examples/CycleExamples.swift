/// R10: cycles and expiry.
enum CycleExamples {
    static let all = [
        WorkedExample(
            "R10", "A cycle is one month, from the contract's start day.",
            given: ["2026-10-15: sign starter from 2026-10-15 months 12", "ticket 4"],
            when: ["2026-12-20:"], then: ["cycles: 2026-10-15, 2026-11-15, 2026-12-15"]),
        WorkedExample(
            "R10", "At local midnight, [start, end): the last millisecond and the first one after.",
            when: ["2026-10-31T23:59:59.999Z: book 1h", "2026-11-01T00:00:00Z: book 2h"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 1h - expired 39h = left 0m, extra 0m",
                "hours: granted 40h + grouped 0m - used 2h = left 38h",
            ]),
        WorkedExample(
            "R10",
            "Cycle n is computed from the original start: 31 January, 28 February, 31 March.",
            given: ["2027-01-31: sign starter from 2027-01-31 months 12"], when: ["2027-05-01:"],
            then: ["cycles: 2027-01-31, 2027-02-28, 2027-03-31, 2027-04-30"]),
        WorkedExample(
            "R10", "A leap year has 29 February.",
            given: ["2028-01-31: sign starter from 2028-01-31 months 12"], when: ["2028-04-01:"],
            then: ["cycles: 2028-01-31, 2028-02-29, 2028-03-31"]),
        WorkedExample(
            "R10", "Unused hours expire when the cycle ends; nothing rolls over.",
            when: ["2026-10-05: book 7h30m", "2026-11-02:"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 7h30m - expired 32h30m = left 0m, extra 0m",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
            ]),
        WorkedExample(
            "R10", "Each cycle closes exactly once, in order, also those missed while it was off.",
            when: ["2026-10-05: book 7h", "2027-02-03:", "2027-02-03:"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 7h - expired 33h = left 0m, extra 0m",
                "closed 4: granted 40h + grouped 0m - used 0m - expired 40h = left 0m, extra 0m",
                "closed 5: open",
                "cycles: 2026-10-01, 2026-11-01, 2026-12-01, 2027-01-01, 2027-02-01",
            ]),
        WorkedExample(
            "R10", "A closed cycle is frozen.",
            when: ["2026-10-05: book 7h", "2026-11-02:"],
            then: [
                "refused: book 1h for 2026-10-31 => cycle closed",
                "refused: void 1 => cycle closed",
                "bill 1: fee 2160.00 + extra 0.00 + adjusted 0.00 = 2160.00",
            ]),
        WorkedExample(
            "R10", "A contract signed today for last month has closed that month at once.",
            given: ["2026-11-23: sign starter from 2026-10-01 months 12", "ticket 4"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 0m - expired 40h = left 0m, extra 0m",
                "book 1h for 2026-11-01",
                "hours: granted 40h + grouped 0m - used 1h = left 39h",
            ]),
    ]
}
