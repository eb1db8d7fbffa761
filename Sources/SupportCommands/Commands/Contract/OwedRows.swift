import SupportModel
import SupportWire

/// What a contract's end leaves to be paid and done.
enum OwedRows {
    /// Fee, upgrades, discount, extra hours, adjustments and the total; what is nothing is left out.
    static func table(_ owed: OwedView) -> Table {
        var table = Table([.text("OWED"), .number("AMOUNT"), .text("FOR")])
        table.row("fee", "\(owed.monthlyFee)", "the month")
        for upgrade in owed.upgrades ?? [] {
            table.row(
                "upgrade", "\(upgrade.fee)",
                "\(upgrade.title), \(upgrade.days) of \(upgrade.daysOfCycle) days")
        }
        if owed.discountPercent > 0 {
            table.row(
                "discount", "-\(owed.discount)", "\(owed.discountPercent)% of the fee (R5)")
        }
        if owed.extra > .zero {
            table.row(
                "extra hours", "\(owed.extraAmount)", "\(owed.extra) at \(owed.extraRate) (R8)")
        }
        if owed.adjustments > 0 {
            let entries = Words.count(
                owed.adjustments, "late entry or void", "late entries and voids")
            table.row("adjustments", "\(owed.adjusted)", "\(entries) of earlier cycles (R10)")
        }
        table.row("\("total", .strong)", "\(owed.total, .strong)")
        return table
    }

    /// The tickets that still want work.
    static func table(_ tickets: [TicketView]) -> Table {
        var table = Table([
            .number("TICKET"), .number("LEVEL"), .text("STATE"), .text("ASSIGNEE"),
            .text("SUBJECT"),
        ])
        for ticket in tickets {
            table.row(
                "\(ticket.ticket, .strong)", Words.level(ticket.level), Words.state(ticket.state),
                "\(ticket.assignee?.text ?? "")", "\(ticket.subject)")
        }
        return table
    }
}
