import SupportModel

/// The words for a day that lies outside, without the day before them.
extension DateReason {
    func words(of day: CivilDate) -> RefusalText {
        switch self {
        case .work(let reason): reason.words(of: day)
        case .plan(let reason): reason.words
        case .rest(let reason): reason.words(of: day)
        case .end(let reason): reason.words
        }
    }
}

extension WorkDateReason {
    fileprivate func words(of day: CivilDate) -> RefusalText {
        switch self {
        case .afterToday(let today, let zone):
            RefusalText(
                "is after today, \(today) in \(zone)",
                hint: "book work on the day it was done, or later")
        case .notInTheYear(let today):
            RefusalText(
                "is not in the year up to today, \(today)",
                hint: "book work on the day it was done")
        case .afterOpenCycle(let to):
            RefusalText(
                "is after the open cycle, which ends on \(to)",
                hint: "book it once that cycle has closed")
        case .beforeTheStart(let contract, let start, let client):
            RefusalText(
                "is before contract \(contract) began on \(start)", hint: Self.onDemand(client))
        case .inRest(let contract, let from, let to, let client):
            RefusalText(
                "lies in the suspension of contract \(contract) from \(from)"
                    + (to.map { " until \($0.advanced(byDays: -1))" } ?? ""),
                hint: Self.onDemand(client))
        case .inNoCycle(let contract):
            RefusalText(
                "lies in no cycle of contract \(contract)",
                hint: "supportc contract show \(contract) lists its cycles")
        case .inNoCycleYet(let contract, let start):
            RefusalText(
                "lies in no cycle of contract \(contract) so far",
                hint: day < start
                    ? "its cycles begin on \(start); supportc contract show \(contract) lists them"
                    : "supportc forecast \(contract) --at \(day) shows what will be")
        case .beforeToday(let today, let zone, let contract):
            RefusalText(
                "is before today, \(today) in \(zone)",
                hint:
                    "a forecast is about the future; supportc hours \(contract) --at \(day) shows what was"
            )
        }
    }

    private static func onDemand(_ client: Name<Client>) -> String {
        "\(RefusalText.ownTicket) \(RefusalText.onDemand(client))"
    }
}

extension PlanDateReason {
    fileprivate var words: RefusalText {
        switch self {
        case .duePast(let today, let zone):
            RefusalText(
                "is past: today is \(today) in \(zone)",
                hint: "name the day by which the ticket is to be done")
        case .weekPast(let week, let today, let zone):
            RefusalText(
                "begins \(week), which is past: today is \(today) in \(zone)",
                hint: "name this week, \(Week(containing: today)), or a later one")
        case .weekAfterTheEnd(let week, let contract, let lastDay, let hasEnded, let isTerminated):
            RefusalText(
                "begins \(week), but contract \(contract) ends with \(lastDay)",
                hint: Self.ways(contract, hasEnded: hasEnded, isTerminated: isTerminated))
        case .weekBeforeTheStart(let week, let contract, let start):
            RefusalText(
                "begins \(week), but contract \(contract) begins on \(start)",
                hint: "name the week \(Week(containing: start)) or a later one")
        case .weekInRest(let week, let contract):
            RefusalText(
                "begins \(week), in which contract \(contract) is suspended",
                hint: "name a week in which it runs, or supportc contract resume \(contract)")
        }
    }

    /// What can be done where a week lies beyond the contract; one that was terminated is not renewed.
    private static func ways(
        _ contract: Identifier<Contract>, hasEnded: Bool, isTerminated: Bool
    ) -> String {
        if isTerminated {
            return hasEnded
                ? "open a ticket on demand" : "plan it before that, or open a ticket on demand"
        }
        return hasEnded
            ? "supportc contract renew \(contract), or open a ticket on demand"
            : "plan it before that, or supportc contract renew \(contract)"
    }
}

extension RestDateReason {
    fileprivate func words(of day: CivilDate) -> RefusalText {
        switch self {
        case .notAfter(let from):
            RefusalText("is not after \(from), the first day of the suspension", hint: Self.goesOn)
        case .tooLong(let from):
            RefusalText(
                "is more than \(Limits.suspensionDaysMax) days after \(from)", hint: Self.goesOn)
        case .notInOpenCycle(let from, let to):
            RefusalText(
                "is not a day from \(from) to \(to), where the open cycle runs",
                hint: "a closed cycle stays as it is (R10); suspend a later one when it runs")
        case .beyondTheEnd(let contract, let lastDay):
            RefusalText(
                "lies beyond \(lastDay), the last day of contract \(contract), which was "
                    + "terminated (R10)",
                hint: "leave --until out to suspend it until it ends, or move the end first: "
                    + "supportc contract terminate \(contract) --last-day DATE")
        case .untilTheEnd(let contract, let lastDay):
            RefusalText(
                "is the first day of a cycle, and contract \(contract) would be suspended from there until "
                    + "it ends with \(lastDay)",
                hint: "let it end before that: supportc contract terminate \(contract) "
                    + "--last-day \(day.advanced(byDays: -1))")
        case .notInRest(let from, let to):
            RefusalText(
                "is not a day from \(from), the first day of its suspension, to \(to)",
                hint: "name the first day on which the contract holds again")
        case .afterTheEnd(let contract, let lastDay):
            RefusalText(
                "lies after \(lastDay), the last day of contract \(contract)",
                hint: "move that first: supportc contract terminate \(contract) --last-day DATE")
        }
    }

    private static let goesOn = "name the day on which the contract resumes, or leave it out"
}

extension EndDateReason {
    fileprivate var words: RefusalText {
        switch self {
        case .betweenCycles(let contract, let from):
            RefusalText(
                "lies in the suspension of contract \(contract) from \(from) on, where a cycle would begin",
                hint: "end it with \(from.advanced(byDays: -1)), or resume it first: "
                    + "supportc contract resume \(contract)")
        case .inClosedCycle(let earliest):
            RefusalText(
                "lies before \(earliest): closed cycles stay as they are (R10)",
                hint: "\(earliest) is the earliest day on which it can end: --last-day \(earliest)")
        case .beforeTheStart(let earliest):
            RefusalText(
                "lies before \(earliest), the day before the contract begins",
                hint: "that day calls it off; a later one ends it")
        case .notBeforeTheTermEnds(let contract, let lastDay):
            RefusalText(
                "is not before \(lastDay), the last day of the term (R5)",
                hint: "it ends then by itself unless it is renewed; "
                    + "supportc contract change \(contract) --renewal manual")
        }
    }
}
