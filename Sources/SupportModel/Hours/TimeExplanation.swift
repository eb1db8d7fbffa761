/// The explanation of an entry's coverage: the rules and their figures.
package struct TimeExplanation: Hashable, Sendable, Codable {
    package var entry: TimeEntry
    /// The split of the entry; nil for work on demand and for a voided entry.
    package var split: EntrySplit?
    /// The explanation, one fact a line.
    package var lines: [ExplanationLine]
}

extension State {
    /// Explains an entry by the rules that cover it, in the order of their application.
    ///
    /// - Parameter withMoney: whether it says the prices.
    package func explain(
        _ number: Identifier<TimeEntry>, withMoney: Bool = true
    ) throws(Refusal) -> TimeExplanation {
        let entry = try entry(number)
        if let void = entry.void {
            let instead = entry.replacedBy.map { next in
                let last = successor(of: entry)
                if last.isLive { return "; entry \(last.number) stands in its place" }
                return "; corrected by entry \(next), and entry \(last.number) was voided"
            }
            let text = "voided at \(void.at) by \(void.by): \(void.reason)\(instead ?? "")"
            return TimeExplanation(entry: entry, lines: [ExplanationLine(rule: "", text: text)])
        }
        guard let contract = entry.contract.flatMap({ contracts[$0] }) else {
            let rate = entry.rate.map { "\($0) an hour = \($0.forWork(entry.billed))" }
            let text =
                "\(entry.billed) billed at \((withMoney ? rate : nil) ?? "the on-demand rate"): "
                + "no contract pays for the ticket"
            return TimeExplanation(
                entry: entry,
                lines: [ExplanationLine(rule: "R4", text: text)] + onDemandLines(entry))
        }
        return contract.explain(entry, withMoney: withMoney)
    }
}

extension Contract {
    fileprivate func explain(_ entry: TimeEntry, withMoney: Bool) -> TimeExplanation {
        let isOpen = account.holds(entry)
        let coverage = Coverage(of: self)
        let split = isOpen ? coverage.split(of: entry.number) : frozenSplit(entry)
        let terms = terms(whenInCycle: entry.cycle ?? 0)
        var lines = cycleLines(entry)
        guard let split else { return TimeExplanation(entry: entry, lines: lines) }
        if !terms.services.contains(entry.service) {
            lines.append(
                ExplanationLine(
                    rule: "R2", text: "\(terms.title) does not include \(entry.service)"))
        } else {
            lines += drawLines(entry, split, coverage)
            lines.append(weekLine(entry, terms, coverage))
        }
        if split.extra > .zero {
            let rate = withMoney ? "billed at \(terms.extraRate) an hour" : "billed separately"
            let text = "\(beyond(entry, split, coverage)), \(rate)"
            lines.append(ExplanationLine(rule: "R8", text: text))
        }
        return TimeExplanation(entry: entry, split: split, lines: lines)
    }

    private func cycleLines(_ entry: TimeEntry) -> [ExplanationLine] {
        let index = entry.cycle ?? 0
        let place = "work of \(entry.date) falls in cycle \(index + 1) of contract \(number)"
        let closed = account.closed(index)
        let state = closed.map { ", closed \($0.end(in: zone)), and frozen" } ?? ", which is open"
        var lines = [ExplanationLine(rule: "R10", text: place + state)]
        if let late = entry.late {
            lines.append(
                ExplanationLine(
                    rule: "R10", text: "booked late, after its cycle had closed: \(late.reason)"))
        }
        if entry.actual != entry.billed {
            let rounding = terms(whenInCycle: index).rounding
            let steps = rounding.map { " in steps of \($0.stepMinutes)m" } ?? ""
            let text = "\(entry.actual) worked, \(entry.billed) billed: rounded\(steps)"
            lines.append(ExplanationLine(rule: "", text: text))
        }
        return lines
    }

    /// The lines of what the entry draws.
    private func drawLines(
        _ entry: TimeEntry, _ split: EntrySplit, _ coverage: Coverage
    ) -> [ExplanationLine] {
        let index = entry.cycle ?? 0
        if account.late?.contains(where: { $0.number == entry.number }) ?? false
            || entry.late != nil && frozenAdjustment(of: entry.number) != nil
        {
            return [lateLine(entry, split)]
        }
        let closed = account.closed(index)
        let used = closed?.used ?? coverage.used
        let granted = closed?.cycle.granted ?? coverage.pool.granted
        var lines = [
            ExplanationLine(
                rule: "R1",
                text: "\(split.package) used from the package; the cycle granted \(granted), "
                    + "all its entries use \(used)")
        ]
        if split.grouped > .zero, let group = group(ofCycle: index) {
            let other = (otherCycle(ofGroupWith: index) ?? index) + 1
            let agreement = group.agreement
            lines.append(
                ExplanationLine(
                    rule: "R11",
                    text: "\(split.grouped) used from cycle \(other), grouped with it: "
                        + "\(agreement.by) agreed, \(agreement.reason)"))
        }
        return lines
    }

    /// The line of what late work draws: hours that had expired, or the pool that its cycle shared
    /// with the one whose statement contains it.
    private func lateLine(_ entry: TimeEntry, _ split: EntrySplit) -> ExplanationLine {
        let index = entry.cycle ?? 0
        let carried = frozenAdjustment(of: entry.number)
        let statement = carried?.cycle ?? account.open?.index
        if let group = group(ofCycle: index), group.second == statement {
            return ExplanationLine(
                rule: "R11",
                text: "\(split.drawn) used from the pool of cycles \(index + 1) and \(index + 2): "
                    + "\(split.package) that cycle \(index + 1) left, \(split.grouped) of cycle "
                    + "\(index + 2); \(group.agreement.by) agreed, \(group.agreement.reason)")
        }
        let expiry = carried?.adjustment.settledIn ?? expiry(ofCycle: index)
        let expired = account.closed(expiry)?.expired ?? .zero
        let back = givenBack(toCycle: expiry)
        return ExplanationLine(
            rule: "R10",
            text: "\(split.package) settled against the hours that expired with cycle "
                + "\(expiry + 1): \(expired) when it closed"
                + (back > .zero ? ", and \(back) that voids have given back" : ""))
    }

    /// The hours that voids have returned to those that expired with a closed cycle.
    private func givenBack(toCycle index: Int) -> Minutes {
        let adjustments = account.closed.flatMap { $0.statement?.adjustments ?? [] }
        return (adjustments + (account.credits ?? []))
            .filter { $0.isVoid && ($0.settledIn ?? $0.cycle) == index }
            .reduce(.zero) { $0 - $1.settled }
    }

    /// `50m beyond the package`, or beyond the week's limit, or some beyond each; the package is
    /// applied first (R8, R9). Of a closed cycle only its stored figures are explained.
    private func beyond(_ entry: TimeEntry, _ split: EntrySplit, _ coverage: Coverage) -> String {
        let terms = terms(whenInCycle: entry.cycle ?? 0)
        guard terms.services.contains(entry.service) else {
            return "\(split.extra) outside of the package"
        }
        if let package = coverage.beyondPackage(of: entry.number) {
            let week = split.extra - package
            if week == .zero { return "\(package) beyond the package" }
            return package == .zero
                ? "\(week) beyond the weekly limit"
                : "\(package) beyond the package and \(week) beyond the weekly limit"
        }
        if entry.passesTheLimit(terms) { return "\(split.extra) beyond the package" }
        let index = entry.cycle ?? 0
        let left =
            entry.late == nil
            ? account.closed(index).map { max($0.expired, .zero - ($0.grouped ?? .zero)) }
            : isPooled(cycle: index) ? coverage.left : expiredLeft(ofCycle: index, coverage)
        if left ?? .zero > .zero { return "\(split.extra) beyond the weekly limit" }
        let week = Week(containing: entry.date)
        let drawn = account.drawnBefore(in: week) + coverage.drawn(in: week)
        return drawn < weeklyLimit(ofCycle: index)
            ? "\(split.extra) beyond the package"
            : "\(split.extra) beyond the package and the weekly limit"
    }

    private func weekLine(
        _ entry: TimeEntry, _ terms: ContractTerms, _ coverage: Coverage
    ) -> ExplanationLine {
        let week = Week(containing: entry.date)
        // A week that a boundary cuts has one limit and one figure for both sides.
        let drawn = account.drawnBefore(in: week) + coverage.drawn(in: week)
        let figures = "\(week) has used \(drawn) of \(weeklyLimit(ofCycle: entry.cycle ?? 0))"
        if let agreement = entry.agreement {
            let by = "\(figures); \(agreement.by) lifted the limit: \(agreement.reason)"
            return ExplanationLine(rule: "R9", text: by)
        }
        if entry.passesTheLimit(terms) {
            return ExplanationLine(
                rule: "R9",
                text: "\(figures); Level 1 work passes the limit and still uses the package")
        }
        return ExplanationLine(rule: "R9", text: figures)
    }
}

/// One fact and the rule that it comes from.
package struct ExplanationLine: Hashable, Sendable, Codable {
    /// `R9`, as in the agency's terms; empty where no rule is the reason.
    package var rule: String
    /// The fact, with its figures, in one sentence.
    package var text: String
}
