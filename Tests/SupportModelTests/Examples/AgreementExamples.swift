/// R1, R2, R4, R5, R7 and R8: packages, services, terms, managers, extra hours.
enum AgreementExamples {
    static let all = packages + services + levels + access + terms + managers + extraHours

    private static let flexible = [
        "2026-10-01: sign flexible from 2026-10-01 months 6 hours 25", "ticket 4",
    ]

    private static let packages = [
        WorkedExample(
            "R1", "Starter includes 40 hours a month.",
            then: ["hours: granted 40h + grouped 0m - used 0m = left 40h"]),
        WorkedExample(
            "R1", "Flexible has no fixed hours: they are agreed per contract when it is signed.",
            given: flexible,
            then: [
                "hours: granted 25h + grouped 0m - used 0m = left 25h",
                "week: limit 12h30m, used 0m, room 12h30m",
                "refused: sign flexible from 2026-10-01 months 6 => wrong: hours",
                "refused: sign starter from 2026-10-01 months 6 hours 50 => wrong: hours",
            ]),
        WorkedExample(
            "R1", "The catalogue lives in the configuration: what it does not offer is not signed.",
            then: [
                "refused: sign platinum from 2026-10-01 months 6 => unknown package",
                "terms: Starter, 40h a month, 20h a week, 2400.00, 75.00 an extra hour, 10 percent off",
            ]),
    ]

    private static let services = [
        WorkedExample(
            "R2", "A ticket and a time entry name a service.",
            then: [
                "refused: book 1h service juggling => unknown service",
                "refused: ticket 4 service juggling => unknown service",
            ]),
        WorkedExample(
            "R2", "Work in a service that the package does not include is extra hours.",
            when: ["2026-10-05: book 3h service development"],
            then: [
                "entry 1: 0m package, 0m grouped, 3h extra",
                "hours: granted 40h + grouped 0m - used 0m = left 40h",
                "bill: fee 2160.00 + extra 225.00 + adjusted 0.00 = 2385.00",
            ]),
        WorkedExample(
            "R4", "A client without a package may ask for support; it draws from no package.",
            given: ["2026-10-01: ticket 2 on-demand"], when: ["2026-10-05: book 2h"],
            then: ["entry 1: draws nothing", "hours: none"]),
        WorkedExample(
            "R4", "On-demand time is billed at its own rate, 90.00 an hour, by the month.",
            given: ["2026-10-01: ticket 2 on-demand"],
            when: ["2026-10-05: book 2h20m", "book 10m", "2026-11-02: book 1h"],
            then: ["on-demand 2026-10: 225.00", "on-demand 2026-11: 90.00"]),
        WorkedExample(
            "R4", "A month of it is frozen at its end; what comes late is on the open one.",
            given: ["2026-10-01: ticket 2 on-demand"],
            when: [
                "2026-10-05: book 2h", "2026-11-02: void 1 late", "book 1h for 2026-10-06 late",
            ],
            then: [
                "refused: book 1h for 2026-10-07 => month closed", "on-demand 2026-10: 180.00",
                "on-demand 2026-11: -90.00",
            ]),
        WorkedExample(
            "R4", "Issues within packages rank above tasks on demand.",
            when: ["ticket 1 on-demand", "ticket 3"], then: ["queue: 3, 1, 2"]),
    ]

    private static let levels = [
        WorkedExample(
            "R3", "Four levels, by severity, each with its own words and examples.",
            then: [
                "level 1: emergency: site down; orders or payments impossible; "
                    + "severe security breach",
                "level 2: partial outage: part of the catalogue missing; business logic disrupted "
                    + "though orders still go through; critical transactional mail not sent",
                "level 3: high priority, no emergency: search or filtering without results; "
                    + "some pages corrupted",
                "level 4: regular: small bugs; small design changes; configuration; "
                    + "extension installation; new features",
            ])
    ]

    private static let access = [
        WorkedExample(
            "R6", "Each project hands over access to its admin panel, ftp and ssh.",
            when: ["2026-10-05: hand-over ssh"], then: ["missing: admin, ftp"]),
        WorkedExample(
            "R6", "The desk records every reveal of it.",
            when: ["2026-10-05: hand-over ssh", "reveal ssh", "reveal ssh"],
            then: [
                "reveals ssh: 2, last by ann:1000", "refused: reveal ftp => unknown access",
            ]),
    ]

    private static let terms = [
        WorkedExample(
            "R5", "A contract has a start date and a term in months.",
            then: ["ends: 2027-10-01", "cycles: 2026-10-01"]),
        WorkedExample(
            "R5", "A 1-year contract gets 10 percent off the package fee.",
            then: ["bill: fee 2160.00 + extra 0.00 + adjusted 0.00 = 2160.00"]),
        WorkedExample(
            "R5", "Shorter ones, 6 months included, get none.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 6"],
            then: ["bill: fee 2400.00 + extra 0.00 + adjusted 0.00 = 2400.00"]),
        WorkedExample(
            "R5", "The discount never touches extra hours: 2 hours at 75.00 are 150.00.",
            when: ["2026-10-05: book 2h service development"],
            then: ["bill: fee 2160.00 + extra 150.00 + adjusted 0.00 = 2310.00"]),
    ]

    private static let managers = [
        WorkedExample(
            "R7", "Every contract has an account manager.",
            then: [
                "refused: sign starter from 2026-10-01 months 6 manager emil => not a manager",
                "refused: sign starter from 2026-10-01 months 6 manager nobody => unknown staff",
            ]),
        WorkedExample(
            "R7", "Account managers are the only ones who can agree to exceptions.",
            when: ["2026-10-05: book 20h"],
            then: [
                "refused: book 1h agreed emil => not a manager",
                "refused: book 1h agreed vera => not a manager",
                "refused: group 1,2 by emil => not a manager",
                "refused: book 1h agreed mara => done",
            ]),
    ]

    private static let usedUp = ["2026-10-05: book 20h", "2026-10-12: book 20h", "2026-10-19:"]

    private static let extraHours = [
        WorkedExample(
            "R8",
            "What exceeds the hours of a package is billed separately, by the time accumulated.",
            when: usedUp + ["book 3h", "book 1h"],
            then: [
                "entry 3: 0m package, 0m grouped, 3h extra", "extra: 4h",
                "bill: fee 2160.00 + extra 300.00 + adjusted 0.00 = 2460.00",
            ]),
        WorkedExample(
            "R8", "A contract can say `ask`: the time entry must name --extra.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 12 extra ask", "ticket 4"],
            when: usedUp,
            then: [
                "refused: book 4h => extra must be named, 4h", "book 4h extra",
                "entry 3: 0m package, 0m grouped, 4h extra",
            ]),
        WorkedExample(
            "R8", "A contract can say `refuse`: there are no extra hours.",
            given: ["2026-10-01: sign starter from 2026-10-01 months 12 extra refuse", "ticket 4"],
            when: usedUp,
            then: [
                "refused: book 1m => no extra hours, 0m left",
                "refused: book 1m extra => no extra hours, 0m left",
                "refused: book 1h service development => no extra hours, 0m left",
            ]),
    ]
}
