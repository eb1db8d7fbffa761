import SupportModel
import SupportWire

/// A statement of form 1 for people at a terminal.
///
/// Frozen: golden files hold every byte of it. Another look is another form.
struct StatementTable {
    let statement: StatementView

    func show(on page: inout Page) {
        head(on: &page)
        fee(on: &page)
        hours(on: &page)
        work(on: &page)
        extra(on: &page)
        adjustments(on: &page)
        tickets(on: &page)
        total(on: &page)
    }

    private func head(on page: inout Page) {
        let standing = StyledText(
            statement.final ? "final" : "so far", statement.final ? .good : .warning)
        page.line(
            "statement of contract \(statement.contract, .strong), cycle "
                + "\(statement.cycle, .strong): \(statement.from) to \(StatementWords.lastDay(statement)), \(standing)"
        )
        page.facts([
            "client": "\(StatementWords.client(statement))",
            "package": "\(statement.title)",
            "project": "\(statement.project ?? "")",
            "manager": "\(statement.manager)",
            "zone": "\(statement.zone)",
            "closed": StatementWords.closed(statement).map { "\($0)" },
            "note": StatementWords.note(statement).map { "\($0)" },
        ])
    }

    private func fee(on page: inout Page) {
        let fee = statement.fee
        page.heading("fee")
        var rows: [(StyledText, StyledText)] = [("monthly fee", "\(fee.monthly)")]
        for upgrade in fee.upgrades {
            rows.append(("\(StatementWords.upgrade(upgrade))", "\(Words.amount(upgrade.fee))"))
        }
        if fee.discount.minorUnits != 0 || fee.discountPercent != 0 {
            rows.append(
                (
                    "discount of \(fee.discountPercent)%, on the fee only",
                    "\(StatementWords.negative(fee.discount))"
                ))
        }
        rows.append(("fee to pay", "\(fee.total, .strong)"))
        page.sums(rows)
    }

    private func hours(on page: inout Page) {
        page.heading("hours")
        page.line("  \(StatementWords.equation(statement))")
        for line in StatementWords.grouping(statement) { page.line("  \(line)") }
    }

    private func work(on page: inout Page) {
        page.heading("work by service and level")
        let hasGroup = statement.work.contains { $0.grouped != .zero }
        var columns: [Column] = [
            .text("SERVICE", .cut(least: 16)), .number("LEVEL"), .number("PACKAGE"),
        ]
        if hasGroup { columns.append(.number("GROUPED")) }
        var table = Table("statement-work", columns + [.number("EXTRA")])
        for line in statement.work {
            let (title, level): (StyledText, StyledText) = (
                "\(line.title)", "\(line.level.rawValue)"
            )
            let package = Self.figure(line.package)
            let extra = Self.figure(line.extra)
            if hasGroup {
                table.row(title, level, package, Self.figure(line.grouped), extra)
            } else {
                table.row(title, level, package, extra)
            }
        }
        page.rows(table, none: "no work was booked")
    }

    private func extra(on page: inout Page) {
        page.heading("extra hours")
        let extra = statement.extra
        page.line(
            extra.minutes == .zero
                ? "  none; an extra hour costs \(extra.rate)"
                : "  \(extra.minutes) at \(extra.rate) an hour = \(extra.amount, .strong)")
    }

    private func adjustments(on page: inout Page) {
        guard !statement.adjustments.isEmpty else { return }
        page.heading("adjustments for earlier cycles")
        var table = Table(
            "statement-adjustments",
            [
                .text("DAY"), .number("CYCLE", goes: 3), .number("TICKET"),
                .number("ENTRY", goes: 1), .text("SERVICE", goes: 2), .text("WHAT"),
                .number("PACKAGE", goes: 4), .number("EXTRA", goes: 5), .number("AMOUNT"),
                .text("REASON", .wrapped(least: 16)),
            ])
        for line in statement.adjustments {
            table.row(
                "\(line.date)", "\(line.cycle)", "\(line.ticket)", "\(line.entry)",
                "\(line.service)", "\(StatementWords.kind(line))", Self.figure(line.settled),
                Self.figure(line.extra), "\(line.amount)", "\(line.reason)")
        }
        page.rows(table, none: "")
    }

    private func tickets(on page: inout Page) {
        page.heading("tickets worked on")
        var table = Table(
            "statement-tickets",
            [
                .number("TICKET"), .number("PACKAGE"), .number("EXTRA"),
                .text("SUBJECT", .cut(least: 24)),
            ])
        for line in statement.tickets {
            table.row(
                "\(line.ticket)", Self.figure(line.package), Self.figure(line.extra),
                "\(line.subject)")
        }
        page.rows(table, none: "none")
    }

    private func total(on page: inout Page) {
        page.heading("total")
        var rows: [(StyledText, StyledText)] = [
            ("fee", "\(statement.fee.total)"), ("extra hours", "\(statement.extra.amount)"),
        ]
        if !statement.adjustments.isEmpty {
            rows.append(("adjustments", "\(statement.adjusted)"))
        }
        rows.append(("\(StatementWords.due(statement))", "\(statement.total, .strong)"))
        page.sums(rows)
    }

    /// An amount of work; nothing for none.
    private static func figure(_ minutes: Minutes) -> StyledText {
        minutes == .zero ? "" : "\(minutes)"
    }
}

/// The indented parts of a statement.
extension Page {
    /// A table's lines; `none` where it has no row.
    mutating func rows(_ table: Table, none: StyledText) {
        guard !table.isEmpty else { return line("  \(none)") }
        lines(of: table, indent: "  ")
    }

    /// Words with an amount each, the amounts ending below each other.
    mutating func sums(_ rows: [(StyledText, StyledText)]) {
        var table = Table("sums", [.text("", .wrapped(least: 20)), .number("")])
        for row in rows { table.row(row.0, row.1) }
        // Nothing stands above the columns.
        lines(of: table, indent: "  ", from: 1)
    }
}
