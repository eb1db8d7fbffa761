import SupportModel
import SupportTestKit

extension Sentence {
    private static func day(
        _ reason: DateReason, _ message: String, hint: String
    ) -> Sentence {
        Sentence(.dateOutside("2026-10-15", reason), "2026-10-15 \(message)", hint: hint)
    }

    /// Why work is not booked on a day, or hours are not shown for it.
    static let workDays = [
        day(
            .work(.afterToday("2026-10-14", "Europe/Berlin")),
            "is after today, 2026-10-14 in Europe/Berlin",
            hint: "book work on the day it was done, or later"),
        day(
            .work(.notInTheYear(upTo: "2027-10-17")),
            "is not in the year up to today, 2027-10-17",
            hint: "book work on the day it was done"),
        day(
            .work(.afterOpenCycle(to: "2026-10-10")),
            "is after the open cycle, which ends on 2026-10-10",
            hint: "book it once that cycle has closed"),
        day(
            .work(.beforeTheStart(3, start: "2026-11-01", client: "acme")),
            "is before contract 3 began on 2026-11-01",
            hint: "open a ticket of its own for work that this contract does not pay: "
                + "supportc ticket open acme --on-demand --level N --subject S"),
        day(
            .work(.inRest(3, from: "2026-10-01", to: "2026-11-01", client: "acme")),
            "lies in the suspension of contract 3 from 2026-10-01 until 2026-10-31",
            hint: "open a ticket of its own for work that this contract does not pay: "
                + "supportc ticket open acme --on-demand --level N --subject S"),
        day(
            .work(.inRest(3, from: "2026-10-01", to: nil, client: "acme")),
            "lies in the suspension of contract 3 from 2026-10-01",
            hint: "open a ticket of its own for work that this contract does not pay: "
                + "supportc ticket open acme --on-demand --level N --subject S"),
        day(
            .work(.inNoCycle(3)), "lies in no cycle of contract 3",
            hint: "supportc contract show 3 lists its cycles"),
        day(
            .work(.inNoCycleYet(3, start: "2026-11-01")),
            "lies in no cycle of contract 3 so far",
            hint: "its cycles begin on 2026-11-01; supportc contract show 3 lists them"),
        day(
            .work(.beforeToday("2026-10-16", "Europe/Berlin", 3)),
            "is before today, 2026-10-16 in Europe/Berlin",
            hint: "a forecast is about the future; supportc hours 3 --at 2026-10-15 shows what was"),
    ]

    private static let week = Week(containing: "2026-10-15")

    private static func beyond(hasEnded: Bool, isTerminated: Bool, hint: String) -> Sentence {
        day(
            .plan(
                .weekAfterTheEnd(
                    week, 3, lastDay: "2026-10-11", hasEnded: hasEnded,
                    isTerminated: isTerminated)),
            "begins 2026-W42, but contract 3 ends with 2026-10-11", hint: hint)
    }

    /// Why a ticket is not planned for a week, or agreed to be done by a day (R12).
    static let planDays = [
        day(
            .plan(.duePast(today: "2026-10-16", "Europe/Berlin")),
            "is past: today is 2026-10-16 in Europe/Berlin",
            hint: "name the day by which the ticket is to be done"),
        day(
            .plan(.weekPast(week, today: "2026-10-19", "Europe/Berlin")),
            "begins 2026-W42, which is past: today is 2026-10-19 in Europe/Berlin",
            hint: "name this week, 2026-W43, or a later one"),
        beyond(
            hasEnded: true, isTerminated: true, hint: "open a ticket on demand"),
        beyond(
            hasEnded: false, isTerminated: true,
            hint: "plan it before that, or open a ticket on demand"),
        beyond(
            hasEnded: true, isTerminated: false,
            hint: "supportc contract renew 3, or open a ticket on demand"),
        beyond(
            hasEnded: false, isTerminated: false,
            hint: "plan it before that, or supportc contract renew 3"),
        day(
            .plan(.weekBeforeTheStart(week, 3, start: "2026-11-01")),
            "begins 2026-W42, but contract 3 begins on 2026-11-01",
            hint: "name the week 2026-W44 or a later one"),
        day(
            .plan(.weekInRest(week, 3)), "begins 2026-W42, in which contract 3 is suspended",
            hint: "name a week in which it runs, or supportc contract resume 3"),
    ]

    /// Why a contract is not suspended from, or goes on, on a day.
    static let restDays = [
        day(
            .rest(.notAfter(from: "2026-10-15")),
            "is not after 2026-10-15, the first day of the suspension",
            hint: "name the day on which the contract resumes, or leave it out"),
        day(
            .rest(.tooLong(from: "2016-10-01")), "is more than 3653 days after 2016-10-01",
            hint: "name the day on which the contract resumes, or leave it out"),
        day(
            .rest(.notInOpenCycle(from: "2026-11-01", to: "2026-12-01")),
            "is not a day from 2026-11-01 to 2026-12-01, where the open cycle runs",
            hint: "a closed cycle stays as it is (R10); suspend a later one when it runs"),
        day(
            .rest(.beyondTheEnd(3, lastDay: "2026-10-10")),
            "lies beyond 2026-10-10, the last day of contract 3, which was terminated (R10)",
            hint: "leave --until out to suspend it until it ends, or move the end first: "
                + "supportc contract terminate 3 --last-day DATE"),
        day(
            .rest(.untilTheEnd(3, lastDay: "2026-10-31")),
            "is the first day of a cycle, and contract 3 would be suspended from there until it ends with "
                + "2026-10-31",
            hint: "let it end before that: supportc contract terminate 3 --last-day 2026-10-14"),
        day(
            .rest(.notInRest(from: "2026-11-01", to: "2036-11-01")),
            "is not a day from 2026-11-01, the first day of its suspension, to 2036-11-01",
            hint: "name the first day on which the contract holds again"),
        day(
            .rest(.afterTheEnd(3, lastDay: "2026-10-10")),
            "lies after 2026-10-10, the last day of contract 3",
            hint: "move that first: supportc contract terminate 3 --last-day DATE"),
    ]

    /// Why a contract does not end with a day.
    static let endDays = [
        day(
            .end(.betweenCycles(3, from: "2026-10-01")),
            "lies in the suspension of contract 3 from 2026-10-01 on, where a cycle would begin",
            hint: "end it with 2026-09-30, or resume it first: supportc contract resume 3"),
        day(
            .end(.inClosedCycle(earliest: "2026-11-01")),
            "lies before 2026-11-01: closed cycles stay as they are (R10)",
            hint: "2026-11-01 is the earliest day on which it can end: --last-day 2026-11-01"),
        day(
            .end(.beforeTheStart(earliest: "2026-10-31")),
            "lies before 2026-10-31, the day before the contract begins",
            hint: "that day calls it off; a later one ends it"),
        day(
            .end(.notBeforeTheTermEnds(3, lastDay: "2026-09-30")),
            "is not before 2026-09-30, the last day of the term (R5)",
            hint: "it ends then by itself unless it is renewed; "
                + "supportc contract change 3 --renewal manual"),
    ]
}
