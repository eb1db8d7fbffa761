import SupportModel
import SupportTestKit

extension Sentence {
    private static func term(
        _ obstacle: TermObstacle, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.contractState(3, .term(obstacle)), "contract 3 \(message)", hint: hint)
    }

    private static func rest(
        _ obstacle: RestObstacle, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.contractState(3, .rest(obstacle)), "contract 3 \(message)", hint: hint)
    }

    /// What the term of a contract does not allow (R5).
    static let terms = [
        term(
            .ended(lastDay: "2027-03-31", isTerminated: true),
            "was terminated and ended after 2027-03-31", hint: "sign a new one"),
        term(
            .ended(lastDay: "2027-03-31", isTerminated: false), "ended after 2027-03-31",
            hint: "sign a new one, or go on with it while its next cycle would still run: "
                + "supportc contract renew 3"),
        term(
            .notTerminated, "was not terminated: there is no end to take back",
            hint: "supportc contract show 3 shows when its term ends"),
        term(
            .terminatedAndNotAuto, "was terminated, and does not renew itself (R5)",
            hint: "sign a new contract for the time after it"),
        term(
            .renewedAlready(lastDay: "2028-03-31"),
            "has been renewed already, until 2028-03-31 (R5)",
            hint: "it can be renewed again once that term runs"),
        term(
            .nextCycleOver(lastDay: "2027-03-31"),
            "ended after 2027-03-31, and the cycle after it would be over too (R10)",
            hint: "sign a new contract"),
        Sentence(
            .contractState(
                3, .change(.noNextCycle(title: "Flexible", package: "flex", hours: "25h"))),
            "contract 3 has no cycle in its term after this one, and the change to Flexible waits "
                + "for the next",
            hint: "name it when you renew: supportc contract renew 3 --package flex --hours 25h"),
        Sentence(
            .contractState(
                3, .change(.noNextCycle(title: "Starter", package: "starter", hours: nil))),
            "contract 3 has no cycle in its term after this one, and the change to Starter waits "
                + "for the next",
            hint: "name it when you renew: supportc contract renew 3 --package starter"),
        Sentence(
            .contractState(3, .change(.currency(of: "EUR", offer: "USD", title: "Starter"))),
            "contract 3 is paid in EUR, and Starter is priced in USD now",
            hint: "let it end, and sign a new contract"),
    ]

    /// What a suspension of a contract does not allow; cycles are counted from 1.
    static let rests = [
        rest(
            .notSuspended, "is not suspended",
            hint: "supportc contract show 3 shows its status"),
        rest(
            .suspendedAlready(nil), "is suspended already",
            hint: "resume it first, on a day that you name: "
                + "supportc contract resume 3 --on DATE"),
        rest(
            .suspendedUntil(nil, to: "2026-12-01"), "is suspended already",
            hint: "name another day on which it resumes: supportc contract resume 3 --on DATE, "
                + "or suspend it from 2026-12-01 on"),
        rest(
            .suspendedAgain(to: "2026-11-10", from: "2026-12-01"),
            "is suspended until 2026-11-09, and is to be suspended again from 2026-12-01",
            hint: "take the later suspension back first: supportc contract resume 3 --on 2026-12-01"
        ),
        rest(
            .suspendedAgain(to: nil, from: "2026-12-01"),
            "is suspended, and is to be suspended again from 2026-12-01",
            hint: "take the later suspension back first: supportc contract resume 3 --on 2026-12-01"
        ),
        rest(
            .sharesPoolWithNext(cycle: 1),
            "is suspended, and the hours of cycle 2 are in one pool with those of the next (R11)",
            hint: "book it when the contract resumes"),
        rest(
            .sharesPoolWithClosed(cycle: 2),
            "is suspended, and cycle 3 shares its hours with the one that closed (R11)",
            hint: "resume it first: supportc contract resume 3"),
        rest(
            .noUpgrade(from: "2026-12-01"),
            "will be suspended from 2026-12-01 on, and an upgrade grants its hours at once",
            hint: "resume it first: supportc contract resume 3"),
        rest(
            .noUpgrade(from: nil), "is suspended, and an upgrade grants its hours at once",
            hint: "resume it first: supportc contract resume 3"),
        rest(
            .noUpgradeUntilEnd(lastDay: "2027-03-31"),
            "is suspended until it ends with 2027-03-31, and an upgrade grants hours for days on which "
                + "it runs",
            hint: "resume it first: supportc contract resume 3"),
    ]

    private static func agreement(
        _ rule: AgreementRule, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.invalid(.package, .agreement(rule)), message, hint: hint)
    }

    /// What a value of an agreement may be (R1, R5, R9).
    static let agreements = [
        agreement(
            .months(121), "the term of 121 months is not a term", hint: "give 1 to 120 months"),
        agreement(
            .start("1999-12-31"), "the start 1999-12-31 is not in the years 2000 to 2199",
            hint: "give the day on which the first cycle begins"),
        agreement(
            .tooManyCycles, "the new term would give the contract more than 1200 cycles",
            hint: "sign a new contract"),
        agreement(
            .packageUnchanged(3, title: "Starter", included: "40h"),
            "the package is Starter with 40h a month already",
            hint: "supportc contract show 3 shows the terms"),
        agreement(
            .tooManyUpgrades(next: "2026-11-01"),
            "the upgrade would be number 32 of the cycle",
            hint: "wait for the next cycle, which begins on 2026-11-01"),
        agreement(
            .hours(.fixed(title: "Starter", hours: 40)),
            "hours of Starter are fixed: 40 a month (R1)",
            hint: "leave them out, or take a package whose hours are agreed per contract"),
        agreement(
            .hours(.missing(title: "Flexible")),
            "hours of Flexible are agreed per contract (R1)",
            hint: "say how many a month, such as --hours 25 or --hours 7h30m"),
        agreement(
            .hours(.outside("0m")), "hours of 0m a month cannot be worked",
            hint: "give 1m to 74400h, such as 25h or 7h30m"),
        agreement(
            .hours(.tooFew("1m", percent: 50)),
            "hours of 1m a month leave a week no whole minute: it may use 50 percent of them (R9)",
            hint: "agree on more"),
    ]
}
