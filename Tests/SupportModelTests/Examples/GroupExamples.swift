/// R11: the hours of two months grouped.
enum GroupExamples {
    static let all = pool + agreement + revoking

    /// 60 hours in the first of two grouped months: 20 of them are drawn ahead.
    private static let ahead = [
        "2026-10-05: group 1,2", "book 20h", "2026-10-12: book 20h", "2026-10-19: book 20h",
    ]

    private static let pool = [
        WorkedExample(
            "R11", "Two adjacent cycles, neither closed, form one pool.",
            when: ["2026-10-05: group 1,2"],
            then: [
                "hours: granted 40h + grouped 40h - used 0m = left 80h",
                "refused: group 2,3 => cannot be grouped",
                "refused: group 3,5 => cannot be grouped",
                "refused: group 12,13 => cannot be grouped", "refused: group 4,3 => done",
                "2026-11-02:", "refused: group 1,2 => cannot be grouped",
            ]),
        WorkedExample(
            "R11", "The pool lasts from the start of the first to the end of the second.",
            when: ["2026-10-05: group 1,2"], then: ["expires: 2026-12-01"]),
        WorkedExample(
            "R11", "What the first month draws ahead is the second's: 20 of its 40 hours.",
            when: ahead,
            then: [
                "entry 3: 0m package, 20h grouped, 0m extra", "2026-11-02:",
                "closed 1: granted 40h + grouped 20h - used 60h - expired 0m = left 0m, extra 0m",
                "hours: granted 40h + grouped -20h - used 0m = left 20h",
            ]),
        WorkedExample(
            "R11", "What the first month leaves goes on into the second, and is used first.",
            when: [
                "2026-10-05: group 1,2", "book 10h", "2026-11-02: book 20h", "2026-11-09: book 15h",
            ],
            then: [
                "closed 1: granted 40h + grouped -30h - used 10h - expired 0m = left 0m, extra 0m",
                "entry 2: 0m package, 20h grouped, 0m extra",
                "entry 3: 5h package, 10h grouped, 0m extra",
                "hours: granted 40h + grouped 30h - used 35h = left 35h",
            ]),
        WorkedExample(
            "R11", "Then the hours expire.",
            when: ["2026-10-05: group 1,2", "book 10h", "2026-12-01:"],
            then: [
                "closed 2: granted 40h + grouped 30h - used 0m - expired 70h = left 0m, extra 0m",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
            ]),
        WorkedExample(
            "R11", "A rest that follows the second month does not keep them.",
            when: ["2026-10-05: group 1,2", "2026-11-05: suspend 2026-12-01 until 2026-12-11"],
            then: ["expires: 2026-12-01"]),
    ]

    private static let agreement = [
        WorkedExample(
            "R11", "On agreement with the account manager, and nobody else.",
            then: [
                "refused: group 1,2 by emil => not a manager",
                "refused: group 1,2 by nobody => unknown staff",
            ]),
        WorkedExample(
            "R11", "The weekly limit stays.",
            when: ["2026-10-05: group 1,2", "book 20h"],
            then: ["refused: book 1m => weekly limit, room 0m, next 2026-10-12"]),
        WorkedExample(
            "R11", "Unless the agreement says otherwise.",
            when: ["2026-10-05: group 1,2 limit 30h", "book 30h"],
            then: [
                "week: limit 30h, used 30h, room 0m",
                "refused: book 1m => weekly limit, room 0m, next 2026-10-12",
                "refused: group 3,4 limit 81h => wrong: weeklyLimit",
            ]),
    ]

    private static let revoking = [
        WorkedExample(
            "R11", "It can be revoked while only the first cycle's own hours have been drawn.",
            when: ["2026-10-05: group 1,2", "book 20h", "2026-10-12: book 20h", "ungroup"],
            then: ["hours: granted 40h + grouped 0m - used 40h = left 0m"]),
        WorkedExample(
            "R11", "It cannot be revoked once more has been drawn.",
            when: ahead, then: ["refused: ungroup => drawn already"]),
        WorkedExample(
            "R11", "Nor once the first cycle has closed: its statement shows it.",
            when: ["2026-10-05: group 1,2", "2026-11-02:"],
            then: ["refused: ungroup => cannot be grouped"]),
        WorkedExample(
            "R11", "Nor where a week draws more than its limit by the agreement.",
            when: ["2026-10-05: group 1,2 limit 30h", "book 30h"],
            then: ["refused: ungroup => drawn already"]),
    ]
}
