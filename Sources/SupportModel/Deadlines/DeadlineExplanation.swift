extension State {
    /// How a ticket's deadlines come about, step by step; for one that is resolved, how they were
    /// kept.
    package func explainDeadlines(of ticket: Ticket, at now: Instant) -> [ExplanationLine] {
        guard ticket.state.isLive else { return (ticket.outcomes ?? []).map(\.line) }
        let deadlines = deadlines(of: ticket)
        guard let first = deadlines.first, let counted = counted(for: ticket) else {
            return [
                ExplanationLine(
                    rule: "R3", text: "nothing is promised of level \(ticket.level.rawValue)")
            ]
        }
        let calendar = counted.calendar.map { calendar in
            "business time of calendar \(calendar.name)"
        }
        var lines = [
            ExplanationLine(
                rule: "R3",
                text: "level \(ticket.level.rawValue): "
                    + deadlines.map { "\($0.kind.title) within \($0.target)" }
                    .joined(separator: ", ") + " of "
                    + (first.isBusiness ? calendar ?? "business time" : "real time, day and night"))
        ]
        lines += ticket.runLines(counted.time, at: now)
        return lines + deadlines.map { $0.line(of: ticket) }
    }
}

extension Ticket {
    /// A line for each time in which the clock ran or stood.
    fileprivate func runLines(_ time: CountedTime, at now: Instant) -> [ExplanationLine] {
        let clock = clock ?? TicketClock()
        var lines: [ExplanationLine] = []
        for (index, run) in clock.runs(since: clockStart).enumerated() {
            let length = Minutes(
                Int(time.milliseconds(from: run.from, to: run.to ?? max(now, run.from)) / 60_000))
            let end = run.to.map { "to \($0)" } ?? "until now"
            let begin = index == 0 ? "opened at \(run.from), counts" : "counts from \(run.from)"
            lines.append(ExplanationLine(rule: "", text: "\(begin) \(end): \(length)"))
            guard let from = run.to else { continue }
            let until = clock.stops.indices.contains(index) ? clock.stops[index].to : nil
            lines.append(
                ExplanationLine(
                    rule: "", text: "stands from \(from)" + (until.map { " to \($0)" } ?? "")))
        }
        return lines
    }
}

extension TicketDeadline {
    fileprivate func line(of ticket: Ticket) -> ExplanationLine {
        let due = at.map { "due at \($0)" }
        let text =
            if let metAt {
                due.map { "\($0), done late at \(metAt)" } ?? "done in time at \(metAt)"
            } else if let due {
                due
            } else {
                "stands, with \(Minutes(Int(usedMilliseconds / 60_000))) of \(target) used"
            }
        return ExplanationLine(rule: "", text: "\(kind.title): \(text)")
    }
}

extension DeadlineOutcome {
    fileprivate var line: ExplanationLine {
        let time = business == true ? "business time" : "real time"
        let end = missedAt.map { "missed at \($0)" } ?? "kept"
        return ExplanationLine(
            rule: "R3",
            text: "\(kind.title) within \(target) of \(time): \(used) used, \(end)")
    }
}
