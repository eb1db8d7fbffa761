/// "How hours are counted": upgrade, downgrade, suspension, termination, renewal.
enum ChangeExamples {
    static let all = packages + suspension + ending

    private static let packages = [
        WorkedExample(
            "hours",
            "An upgrade grants the prorated difference at once: half a month, 20 of 40 hours.",
            when: ["2026-11-16: change standard"],
            then: [
                "hours: granted 60h + grouped 0m - used 0m = left 60h",
                "week: limit 40h, used 0m, room 40h", "2026-12-02:",
                "hours: granted 80h + grouped 0m - used 0m = left 80h",
            ]),
        WorkedExample(
            "hours", "And keeps the anchor. 16 of October's 31 days of 40 hours are 20h39m.",
            when: ["2026-10-16: change standard"],
            then: [
                "hours: granted 60h39m + grouped 0m - used 0m = left 60h39m",
                "2026-11-02:", "cycles: 2026-10-01, 2026-11-01",
            ]),
        WorkedExample(
            "hours", "A downgrade waits for the next cycle.",
            given: ["2026-10-01: sign standard from 2026-10-01 months 12", "ticket 4"],
            when: ["2026-10-16: change starter"],
            then: [
                "hours: granted 80h + grouped 0m - used 0m = left 80h", "2026-11-02:",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
            ]),
        WorkedExample(
            "hours", "A planned downgrade can be taken back.",
            given: ["2026-10-01: sign standard from 2026-10-01 months 12", "ticket 4"],
            when: ["2026-10-16: change starter", "change standard", "2026-11-02:"],
            then: [
                "hours: granted 80h + grouped 0m - used 0m = left 80h",
                "refused: change standard => wrong: package",
                "refused: change platinum => unknown package",
            ]),
        WorkedExample(
            "hours", "An upgrade in the cycle of a downgrade holds from then on.",
            given: ["2026-10-01: sign standard from 2026-10-01 months 12", "ticket 4"],
            when: ["2026-10-16: change starter", "2026-11-16: change standard", "2026-12-02:"],
            then: ["hours: granted 80h + grouped 0m - used 0m = left 80h"]),
        WorkedExample(
            "hours", "A downgrade does not take back hours that were drawn ahead of it.",
            given: ["2026-10-01: sign standard from 2026-10-01 months 12", "ticket 4"],
            when: [
                "2026-10-05: group 1,2", "book 40h", "2026-10-12: book 40h", "2026-10-19: book 40h",
                "2026-10-26: book 30h",
            ],
            then: ["refused: change starter => drawn already"]),
    ]

    private static let suspension = [
        WorkedExample(
            "hours",
            "No hours are granted or expire while suspended: 61 days, and all moves by them.",
            when: ["2026-10-16: suspend 2026-10-16", "2026-12-10:"],
            then: [
                "standing: suspended", "closed 1: open",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
                "refused: book 1h => date outside", "refused: book 1h for 2026-10-15 => done",
                "2026-12-16: resume 2026-12-16", "standing: active", "expires: 2027-01-01",
                "ends: 2027-12-01", "2027-01-01:", "cycles: 2026-10-01, 2027-01-01",
            ]),
        WorkedExample(
            "hours", "Suspended from the end of a cycle: the next is granted when it goes on.",
            when: ["2026-10-16: suspend 2026-11-01", "2026-11-20:"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 0m - expired 40h = left 0m, extra 0m",
                "hours: none", "standing: suspended", "2026-12-01: resume 2026-12-01",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
                "cycles: 2026-10-01, 2026-12-01", "expires: 2026-12-31",
            ]),
        WorkedExample(
            "R5", "A contract that rests between two cycles is renewed and rests on.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 2", "ticket 4"],
            when: ["2026-10-16: suspend 2026-11-01", "2026-11-20: renew 3"],
            then: [
                "hours: none", "standing: suspended", "2026-12-01: resume 2026-12-01",
                "cycles: 2026-10-01, 2026-12-01", "ends: 2027-03-31",
            ]),
        WorkedExample(
            "hours", "A rest changes no cycle's days, also over the end of February: 3 days later.",
            given: ["2027-01-28: sign starter from 2027-01-28 months 12", "ticket 4"],
            when: ["2027-02-19: suspend 2027-02-26 until 2027-03-01"],
            then: [
                "expires: 2027-03-03", "2027-02-28:", "standing: suspended", "closed 1: open",
                "2027-03-01:", "standing: active", "closed 1: open", "2027-03-03:",
                "cycles: 2027-01-28, 2027-03-03",
            ]),
        WorkedExample(
            "hours", "What came late is owed also where the contract ends while it rests.",
            when: [
                "2026-10-05: book 20h", "2026-10-12: book 20h", "2026-10-16: suspend 2026-11-01",
                "2026-11-10: book 5h for 2026-10-20 late", "terminate", "2026-11-11:",
            ],
            then: [
                "standing: ended",
                "bill 2: fee 0.00 + extra 0.00 + adjusted 375.00 = 375.00",
            ]),
        WorkedExample(
            "hours", "Suspension is dated: not in a closed cycle, not before work that was booked.",
            when: ["2026-11-10: book 1h"],
            then: [
                "refused: suspend 2026-10-20 => date outside",
                "refused: suspend 2026-11-10 => in use",
                "refused: resume 2026-11-12 => contract is not suspended",
                "refused: suspend 2026-12-24 => date outside",
                "suspend 2026-11-11",
                "refused: suspend 2026-11-12 => contract will be suspended already",
                "refused: resume 2026-11-10 => date outside",
            ]),
    ]

    private static let ending = [
        WorkedExample(
            "hours", "Termination closes the last cycle and lists what is owed.",
            when: ["2026-10-16: book 5h", "terminate 2026-10-20", "2026-10-21:"],
            then: [
                "closed 1: granted 40h + grouped 0m - used 5h - expired 35h = left 0m, extra 0m",
                "bill 1: fee 2160.00 + extra 0.00 + adjusted 0.00 = 2160.00",
                "standing: ended", "ends: 2026-10-21", "refused: book 1h => contract ended",
                "refused: terminate 2026-10-25 => "
                    + "contract was terminated and ended after 2026-10-20",
            ]),
        WorkedExample(
            "hours", "A group whose second month never comes is dissolved: 20 hours are extra.",
            when: [
                "2026-10-05: group 1,2", "book 20h", "2026-10-12: book 20h", "2026-10-19: book 20h",
                "terminate 2026-10-25", "2026-10-26:",
            ],
            then: [
                "closed 1: granted 40h + grouped 0m - used 40h - expired 0m = left 0m, extra 20h",
                "bill 1: fee 2160.00 + extra 1500.00 + adjusted 0.00 = 3660.00",
            ]),
        WorkedExample(
            "hours", "What the agreement let a week draw stays drawn when the contract ends.",
            when: [
                "2026-10-05: group 1,2 limit 80h", "book 60h", "terminate 2026-10-25",
                "2026-10-26:",
            ],
            then: [
                "closed 1: granted 40h + grouped 0m - used 40h - expired 0m = left 0m, extra 20h"
            ]),
        WorkedExample(
            "R5",
            "The discount belongs to the term: an upgrade keeps it, a renewal brings its own.",
            when: ["2027-09-10: renew 3", "change standard"],
            then: [
                "terms: Standard, 80h a month, 40h a week, 2400.00, 75.00 an extra hour, "
                    + "10 percent off",
                "2027-10-02:",
                "terms: Starter, 40h a month, 20h a week, 2400.00, 75.00 an extra hour, "
                    + "0 percent off",
            ]),
        WorkedExample(
            "R5", "A renewed year has its own term and its own discount.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 1", "ticket 4"],
            when: ["2026-10-20: renew 12"],
            then: [
                "ends: 2027-11-01", "bill: fee 2400.00 + extra 0.00 + adjusted 0.00 = 2400.00",
                "2026-11-02:", "bill: fee 2160.00 + extra 0.00 + adjusted 0.00 = 2160.00",
            ]),
        WorkedExample(
            "R5", "A contract that renews itself goes on by its own term.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 1 renewal auto", "ticket 4"],
            when: ["2027-01-02:"],
            then: [
                "standing: active", "ends: 2027-02-01",
                "cycles: 2026-10-01, 2026-11-01, 2026-12-01, 2027-01-01",
            ]),
        WorkedExample(
            "R5", "One that does not ends with its term.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 1", "ticket 4"],
            when: ["2026-11-01:"],
            then: ["standing: ended", "refused: book 1h => contract ended", "hours: none"]),
    ]
}
