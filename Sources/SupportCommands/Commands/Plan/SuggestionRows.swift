import SupportModel
import SupportWire

/// A suggestion ticket by ticket.
enum SuggestionRows {
    static func table(_ tickets: [SuggestedTicketView]) -> Table {
        var table = Table([
            .number("TICKET"), .number("LEVEL"), .number("TO DO"), .text("SUGGESTED"),
            .text("DUE"), .text("SUBJECT"),
        ])
        for ticket in tickets {
            let work = ticket.work
            table.row(
                "\(work.ticket, .strong)", Words.level(work.level),
                "\(work.toDo?.description ?? "")", "\(weeks(ticket))",
                "\(work.due?.description ?? "", ticket.late ?? false ? .bad : nil)",
                "\(work.subject)")
        }
        return table
    }

    /// What does not fit before the hours expire, with the reason and the ways out.
    static func shortfalls(
        _ tickets: [SuggestedTicketView], _ hours: [PlanHoursView], on page: inout Page
    ) {
        let short = tickets.filter { $0.shortfall != nil }
        guard !short.isEmpty else { return }
        let end = hours.first?.expires.map { " by the end of \($0.advanced(byDays: -1))" }
        page.heading("does not fit\(end ?? "")")
        for ticket in short {
            guard let shortfall = ticket.shortfall else { continue }
            page.line(
                "  ticket \(ticket.work.ticket, .strong): \(shortfall.minutes, .warning), "
                    + "\(PlanLines.reason(shortfall.reason))")
            if let carried = shortfall.carried {
                page.line("    \(carried) of it goes on in later cycles")
            }
            for option in shortfall.options where option != .nextCycle {
                page.line("    -> \(PlanLines.option(option))")
            }
        }
    }

    /// `2026-W48 10h, 2026-W49 5h`; a week that it had already is marked.
    private static func weeks(_ ticket: SuggestedTicketView) -> String {
        let parts = ticket.parts.map { part in
            let extra = part.extra.map { " (\($0) extra)" } ?? ""
            return "\(Week(containing: part.week)) \(part.minutes)\(extra)"
        }
        guard !parts.isEmpty else { return "no week" }
        return Words.list(parts) + (ticket.kept ?? false ? " (kept)" : "")
    }
}
