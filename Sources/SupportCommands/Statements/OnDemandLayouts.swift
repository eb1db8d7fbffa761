import SupportModel
import SupportWire

/// The form in which a statement for work on demand was made, and so how it is laid out; see
/// `StatementForm`.
struct OnDemandForm: Layout {
    private let statement: OnDemandStatementView

    /// Refuses a form that only a later release knows.
    init(of statement: OnDemandStatementView) throws(WireError) {
        guard statement.format == OnDemandStatement.formatNow else {
            throw .statementForm(statement.format, upTo: OnDemandStatement.formatNow)
        }
        self.statement = statement
    }

    func show(on page: inout Page) { OnDemandTable(statement: statement).show(on: &page) }

    var csv: String { OnDemandCSV(statement: statement).text }

    var html: String { OnDemandHTML(statement: statement).text }
}

/// The words of statements for work on demand, form 1.
enum OnDemandWords {
    /// `at the end of 2026-11-30, Europe/Berlin`; nil while the month runs.
    static func closed(_ statement: OnDemandStatementView) -> String? {
        statement.final ? CycleEnd.text(statement.month.last, statement.zone) : nil
    }

    /// What a reader must know before the figures; nil for nothing.
    static func note(_ statement: OnDemandStatementView) -> String? {
        statement.final
            ? nil
            : "the month runs until the end of \(statement.month.last); these are the figures so far"
    }

    /// `Acme Outdoor GmbH (acme)`.
    static func client(_ statement: OnDemandStatementView) -> String {
        statement.clientTitle == statement.client.text
            ? statement.clientTitle : "\(statement.clientTitle) (\(statement.client))"
    }

    /// `late` or `voided`.
    static func kind(_ adjustment: OnDemandAdjustmentView) -> String {
        adjustment.void ? "voided" : "late"
    }

    /// The last lines of a statement: what each is called, and its amount.
    static func due(_ statement: OnDemandStatementView) -> [(String, Money)] {
        statement.total.map { total in
            let what = total.minorUnits < 0 ? "credit to the client" : "to pay"
            return (statement.final ? what : what + " so far", total)
        }
    }

    /// `2026-11, so far 190.00 EUR`.
    static func month(_ month: OnDemandMonthView) -> String {
        "\(month.month)\(month.final ? "" : ", so far") \(sum(month.total))"
    }

    /// `2026-11 of acme, on demand, comes to 190.00 EUR, before 95.00 EUR`; nil where it stays as it
    /// was.
    static func due(_ change: OnDemandDueView?) -> StyledText? {
        guard let change, change.before != change.after else { return nil }
        return "\(change.month) of \(change.client), on demand, comes to "
            + "\(sum(change.after), .strong), before \(sum(change.before))"
    }

    /// `as an adjustment on the statement of 2026-11, which is open; that of 2026-10 stays as it is`;
    /// nil where nothing came late.
    static func place(_ change: OnDemandDueView?) -> StyledText? {
        guard let change, let adjusts = change.adjusts else { return nil }
        return "as an adjustment on the statement of \(change.month), which is open; "
            + "that of \(adjusts) stays as it is"
    }

    private static func sum(_ amounts: [Money]) -> String {
        amounts.map(\.description).joined(separator: " and ")
    }
}

/// A statement for work on demand of form 1 for people at a terminal.
struct OnDemandTable {
    let statement: OnDemandStatementView

    func show(on page: inout Page) {
        head(on: &page)
        work(on: &page)
        adjustments(on: &page)
        tickets(on: &page)
        total(on: &page)
    }

    private func head(on page: inout Page) {
        let standing = StyledText(
            statement.final ? "final" : "so far", statement.final ? .good : .warning)
        page.line(
            "statement of work on demand for \(statement.client, .strong), "
                + "\(statement.month, .strong): \(statement.from) to "
                + "\(statement.month.last), \(standing)")
        page.facts([
            "client": "\(OnDemandWords.client(statement))",
            "zone": "\(statement.zone)",
            "closed": OnDemandWords.closed(statement).map { "\($0)" },
            "note": OnDemandWords.note(statement).map { "\($0)" },
        ])
    }

    private func work(on page: inout Page) {
        page.heading("work by service and level")
        var table = Table(
            "on-demand-work",
            [.text("SERVICE", .cut(least: 16)), .number("LEVEL"), .number("WORK")])
        for line in statement.work {
            table.row("\(line.title)", "\(line.level.rawValue)", "\(line.minutes)")
        }
        page.rows(table, none: "no work of this month was booked")
        for charge in statement.charges {
            page.line(
                "  \(charge.minutes) at \(charge.rate) an hour = \(charge.amount, .strong)")
        }
    }

    private func adjustments(on page: inout Page) {
        guard !statement.adjustments.isEmpty else { return }
        page.heading("adjustments for earlier months")
        var table = Table(
            "on-demand-adjustments",
            [
                .text("DAY"), .number("TICKET"), .number("ENTRY", goes: 1),
                .text("SERVICE", goes: 2), .text("WHAT"), .number("WORK"),
                .number("RATE", goes: 3), .number("AMOUNT"), .text("REASON", .wrapped(least: 16)),
            ])
        for line in statement.adjustments {
            table.row(
                "\(line.date)", "\(line.ticket)", "\(line.entry)", "\(line.service)",
                "\(OnDemandWords.kind(line))", "\(line.minutes)", "\(line.rate)",
                "\(line.amount)", "\(line.reason)")
        }
        page.rows(table, none: "")
    }

    private func tickets(on page: inout Page) {
        page.heading("tickets worked on")
        var table = Table(
            "on-demand-tickets",
            [.number("TICKET"), .number("WORK"), .text("SUBJECT", .cut(least: 24))])
        for line in statement.tickets {
            table.row("\(line.ticket)", "\(line.minutes)", "\(line.subject)")
        }
        page.rows(table, none: "none")
    }

    private func total(on page: inout Page) {
        page.heading("total")
        var rows: [(StyledText, StyledText)] = statement.charges.map {
            ("work on demand", "\($0.amount)")
        }
        rows += statement.adjustments.map { ("adjustment, entry \($0.entry)", "\($0.amount)") }
        rows += OnDemandWords.due(statement).map { ("\($0.0)", "\($0.1, .strong)") }
        page.sums(rows)
    }
}

/// A statement for work on demand of form 1 as one table of comma-separated values: every row is a
/// figure or a word of one section. Work is whole minutes, money is major units with a dot.
struct OnDemandCSV {
    let statement: OnDemandStatementView

    /// The whole table, its first line the names of the columns.
    var text: String {
        var table = CSVTable([
            "section", "item", "text", "level", "month", "date", "ticket", "entry", "minutes",
            "rate", "amount", "currency",
        ])
        head(&table)
        work(&table)
        adjustments(&table)
        tickets(&table)
        for total in statement.total { table.amount(of: "total", "to_pay", total) }
        return table.text
    }

    private func head(_ table: inout CSVTable) {
        table.items(
            of: "statement",
            [
                "form": .plain("\(statement.format)"),
                "standing": .plain(statement.final ? "final" : "so far"),
                "client": .foreign("\(statement.client)"),
                "client_title": .foreign(statement.clientTitle),
                "zone": .plain("\(statement.zone)"),
                "month": .plain("\(statement.month)"),
                "first_day": .plain("\(statement.from)"),
                "last_day": .plain("\(statement.month.last)"),
                "closed_at": statement.closedAt.map { .plain("\($0)") },
            ])
    }

    private func work(_ table: inout CSVTable) {
        for line in statement.work {
            table.row([
                "section": .plain("work"), "item": .plain("\(line.service)"),
                "text": .foreign(line.title), "level": .plain("\(line.level.rawValue)"),
                "minutes": .plain("\(line.minutes.count)"),
            ])
        }
        for charge in statement.charges {
            table.row([
                "section": .plain("charge"), "item": .plain("total"),
                "minutes": .plain("\(charge.minutes.count)"),
                "rate": .plain(charge.rate.amount), "amount": .plain(charge.amount.amount),
                "currency": .plain(charge.amount.currency),
            ])
        }
    }

    private func adjustments(_ table: inout CSVTable) {
        for line in statement.adjustments {
            table.row([
                "section": .plain("adjustment"), "item": .plain(OnDemandWords.kind(line)),
                "text": .foreign(line.reason), "month": .plain("\(line.month)"),
                "date": .plain("\(line.date)"), "ticket": .plain("\(line.ticket)"),
                "entry": .plain("\(line.entry)"), "minutes": .plain("\(line.minutes.count)"),
                "rate": .plain(line.rate.amount), "amount": .plain(line.amount.amount),
                "currency": .plain(line.amount.currency),
            ])
        }
    }

    private func tickets(_ table: inout CSVTable) {
        for line in statement.tickets {
            table.row([
                "section": .plain("ticket"), "item": .plain("\(line.ticket)"),
                "text": .foreign(line.subject), "ticket": .plain("\(line.ticket)"),
                "minutes": .plain("\(line.minutes.count)"),
            ])
        }
    }
}
