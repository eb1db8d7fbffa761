/// On which statement an entry stands that no contract pays for.
extension State {
    /// One line for the month, one for why it came late, if it did.
    func onDemandLines(_ entry: TimeEntry) -> [ExplanationLine] {
        guard let client = tickets[entry.ticket]?.client, let account = onDemand[client] else {
            return []
        }
        let late = entry.late.map {
            ExplanationLine(
                rule: "R10",
                text: "booked late, after \(CivilMonth(containing: entry.date)) had ended: "
                    + $0.reason)
        }
        let way = late == nil ? "on" : "as an adjustment on"
        let place = account.place(of: entry.number).map {
            ExplanationLine(rule: "R10", text: "\(way) the statement of \(client) for \($0)")
        }
        return [late, place].compactMap(\.self)
    }
}

extension OnDemandAccount {
    /// `2026-11, which is open`, or when it closed.
    fileprivate func place(of entry: Identifier<TimeEntry>) -> String? {
        if let open = openMonth(holding: entry) { return "\(open.month), which is open" }
        return closedMonth(billing: entry).map { closed in
            let end = CycleEnd.text(closed.month.last, closed.statement.zone)
            return "\(closed.month), closed \(end), and frozen"
        }
    }
}
