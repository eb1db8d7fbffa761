/// Why an entry is covered as it is: which rule, which figures.
package struct TimeExplanation: Hashable, Sendable, Codable {
    /// The entry that was asked about.
    package var entry: TimeEntry
    /// Nil for work on demand and for a voided entry.
    package var split: EntrySplit?
    /// One fact a line.
    package var lines: [ExplanationLine]
}

extension State {
    /// Explains an entry by the rules that cover it, in the order in which they were asked.
    package func explain(_ number: Identifier<TimeEntry>) throws(Refusal) -> TimeExplanation {
        let entry = try entry(number)
        if let void = entry.void {
            let text = "voided at \(void.at) by \(void.by): \(void.reason)"
            return TimeExplanation(entry: entry, lines: [ExplanationLine(rule: "", text: text)])
        }
        guard let contract = entry.contract.flatMap({ contracts[$0] }) else {
            let text =
                "\(entry.billed) billed at the on-demand rate: no contract pays for the ticket"
            return TimeExplanation(entry: entry, lines: [ExplanationLine(rule: "R4", text: text)])
        }
        return contract.explain(entry)
    }
}

extension Contract {
    fileprivate func explain(_ entry: TimeEntry) -> TimeExplanation {
        let closed = account.closed.first { $0.cycle.index == entry.cycle }
        let coverage = account.coverage(terms: terms)
        let split =
            closed?.splits.first { $0.entry == entry.number } ?? coverage.split(of: entry.number)
        var lines = [cycleLine(entry, closed)] + roundingLines(entry)
        guard let split else { return TimeExplanation(entry: entry, lines: lines) }
        if !terms.services.contains(entry.service) {
            lines.append(
                ExplanationLine(
                    rule: "R2", text: "\(terms.title) does not include \(entry.service)"))
        } else {
            let used = closed?.used ?? coverage.used
            let granted = closed?.cycle.granted ?? coverage.granted
            lines.append(
                ExplanationLine(
                    rule: "R1",
                    text: "\(split.package) drawn from the package; the cycle granted \(granted), "
                        + "all its entries draw \(used)"))
            let week = Week(containing: entry.date)
            // A week that a boundary cuts has one limit for both sides, and one figure.
            let drawn = account.drawnWhenClosed(in: week) + (coverage.weeks[week] ?? .zero)
            lines.append(weekLine(entry, week, drawn))
        }
        if split.extra > .zero {
            lines.append(
                ExplanationLine(
                    rule: "R8",
                    text: "\(split.extra) beyond it, billed at \(terms.extraRate) an hour")
            )
        }
        return TimeExplanation(entry: entry, split: split, lines: lines)
    }

    private func cycleLine(_ entry: TimeEntry, _ closed: ClosedCycle?) -> ExplanationLine {
        let cycle = (entry.cycle ?? 0) + 1
        let place = "work of \(entry.date) falls in cycle \(cycle) of contract \(number)"
        let state = closed.map { ", closed at \($0.closedAt) and frozen" } ?? ", which is open"
        return ExplanationLine(rule: "R10", text: place + state)
    }

    /// None for an entry that was billed as it was worked.
    private func roundingLines(_ entry: TimeEntry) -> [ExplanationLine] {
        guard entry.billed != entry.actual else { return [] }
        let steps = terms.rounding.map { " in steps of \($0.stepMinutes)m" } ?? ""
        return [
            ExplanationLine(
                rule: "", text: "\(entry.actual) worked, \(entry.billed) billed: rounded\(steps)")
        ]
    }

    private func weekLine(_ entry: TimeEntry, _ week: Week, _ drawn: Minutes) -> ExplanationLine {
        let figures = "\(week) draws \(drawn) of \(terms.weeklyLimit)"
        if let agreement = entry.agreement {
            let by = "\(figures); \(agreement.by) lifted the limit: \(agreement.reason)"
            return ExplanationLine(rule: "R9", text: by)
        }
        if entry.passesTheLimit(terms) {
            return ExplanationLine(
                rule: "R9", text: "\(figures); Level 1 work passes the limit and still draws")
        }
        return ExplanationLine(rule: "R9", text: figures)
    }
}
