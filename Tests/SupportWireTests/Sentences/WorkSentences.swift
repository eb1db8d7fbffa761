import SupportModel
import SupportTestKit

extension Sentence {
    private static func late(_ reason: LatenessReason, _ message: String) -> Sentence {
        Sentence(
            .lateness("2026-10-15", reason), "2026-10-15 \(message) (R10)",
            hint: "leave --late out")
    }

    private static func value(_ rule: WorkRule, _ message: String, hint: String) -> Sentence {
        Sentence(.invalid(.duration, .work(rule)), message, hint: hint)
    }

    /// Why work is not booked.
    static let work = [
        late(.openCycle(1), "lies in cycle 2, which is open"),
        late(.openMonth("2026-10"), "lies in 2026-10, which is open"),
        late(
            .openMonthStatement("2026-11", entry: 41),
            "has closed, but entry 41 came late and is on the statement of 2026-11, which is open"),
        late(
            .openStatement(cycle: 1, entry: 41),
            "lies in cycle 2, which has closed, but entry 41 came late and is on the statement "
                + "that is open"),
        late(.timer, "and all that the timer measured lie in no closed cycle"),
        Sentence(
            .timer(.running(12, since: "2026-10-15T09:00:00Z")),
            "your timer runs on ticket 12 since 2026-10-15T09:00:00.000Z",
            hint: "supportc time stop books it, supportc time stop --discard forgets it"),
        Sentence(
            .timer(.none), "no timer of yours is running",
            hint: "supportc time start TICKET starts one"),
        Sentence(
            .timer(.noneOf("mara")), "no timer of mara is running",
            hint: "supportc status lists the timers that run, and whose they are"),
        Sentence(
            .timer(
                .clockSetBack(
                    12, startedAt: "2026-10-15T09:00:00Z", now: "2026-10-15T08:00:00Z")),
            "the clock was set back: it shows 2026-10-15T08:00:00.000Z, and the timer was started "
                + "at 2026-10-15T09:00:00.000Z",
            hint: "wait until the clock is right again, or supportc time stop --discard, then "
                + "supportc time add 12 with what was worked"),
        Sentence(
            .timer(.tooLong(12, startedAt: "2026-10-15T09:00:00Z", measured: "24h1m")),
            "the timer runs since 2026-10-15T09:00:00.000Z, 24h1m: nobody works longer than 24h "
                + "in one piece",
            hint: "supportc time stop --discard, then supportc time add 12 with what was worked"),
        value(
            .duration("744h1m"), "the duration 744h1m cannot have been worked in one piece",
            hint: "give 1m to 744h"),
        value(
            .onDemand,
            "extra or an agreement goes with a package; this is on demand (R4)",
            hint: "leave it out"),
        value(
            .cycleFull, "the cycle has its 12000 entries",
            hint: "book several pieces of work as one entry"),
        value(
            .monthFull("2026-10"), "2026-10 has its 12000 entries on demand",
            hint: "book several pieces of work as one entry"),
        value(
            .statementFull, "the statement has its 400 adjustments for earlier ones",
            hint: "make further ones once it has closed"),
        value(
            .entryUnchanged(41), "entry 41 says so already",
            hint: "name what is to be another: its duration, day, service or note"),
        value(
            .discarded, "a timer that is discarded books nothing",
            hint: "leave out what belongs to a booking"),
        value(
            .weeklyLimit("81h", pool: "80h"),
            "the weekly limit of 81h is not within the 80h of the two cycles",
            hint: "give the hours that one week may use, or leave it out to keep R9's"),
        Sentence(
            .longEntry("24h1m"),
            "24h1m in one entry is more than the 24h of a day, and is not named as such",
            hint: "book what was worked, or say that it is so: --long, in a file yes in the "
                + "column long"),
        Sentence(
            .monthClosed("2026-10-15", "acme", "Europe/Berlin"),
            "2026-10-15 lies in 2026-10, which ended for acme at the end of 2026-10-31, "
                + "Europe/Berlin; a month that is over never changes (R4, R10)",
            hint: "--late with --reason makes it an adjustment on the open month's statement"),
        Sentence(
            .unknownMonth("acme", "2026-10", known: []),
            "acme has no work on demand in 2026-10 (R4)",
            hint: "a contract's own work is on its cycles' statements: supportc statement acme"),
        Sentence(
            .unknownMonth("acme", "2026-10", known: ["2026-08", "2026-11"]),
            "acme has no work on demand in 2026-10 (R4)", hint: "it has in 2026-08, 2026-11"),
        Sentence(
            .unknownMonth(
                "acme", "2026-10",
                known: [
                    "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07",
                ]),
            "acme has no work on demand in 2026-10 (R4)",
            hint: "it has in …, 2026-02, 2026-03, 2026-04, 2026-05, 2026-06, 2026-07"),
    ]
}
