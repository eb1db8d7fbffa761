import SupportModel
import SupportWire

/// The table of time entries.
enum EntryRows {
    /// With a column for grouped minutes only where an entry has any.
    static func table(_ entries: [EntryView]) -> Table {
        let hasGrouped = entries.contains { $0.grouped != nil }
        var table = Table(
            "entries",
            [.number("ENTRY"), .number("TICKET"), .text("DATE"), .number("WORK")]
                + [.number("PACKAGE", goes: 3)]
                + (hasGrouped ? [.number("GROUPED", goes: 4)] : [])
                + [
                    .number("EXTRA"), .text("SERVICE", goes: 1), .text("BY", goes: 2),
                    .text("NOTE", .cut(least: 24)),
                ])
        for entry in entries {
            table.row(
                of: [
                    "\(entry.entry, .strong)", "\(entry.ticket)", "\(entry.date)",
                    "\(entry.minutes)",
                ]
                    + [figure(entry.fromPackage)] + (hasGrouped ? [figure(entry.grouped)] : [])
                    + [
                        figure(entry.extra), "\(entry.service)",
                        "\(entry.staff?.text ?? entry.bookedBy.description)",
                        "\(note(entry))",
                    ])
        }
        return table
    }

    private static func figure(_ minutes: Minutes?) -> StyledText {
        "\(minutes?.description ?? "")"
    }

    private static func note(_ entry: EntryView) -> String {
        if let reason = entry.voidReason {
            let what = entry.replacedBy.map { "replaced by \($0)" } ?? "voided"
            return "\(what): \(reason)"
        }
        let late = entry.lateReason.map { "late: \($0)" }
        return [late, entry.note].compactMap(\.self).joined(separator: "; ")
    }
}

/// One time entry in words.
enum EntryLines {
    /// `2h30m on ticket 12, 2026-11-23, bugs`; `2h30m (2h20m worked) on …` where it was rounded.
    static func work(_ entry: EntryView) -> StyledText {
        let worked = entry.worked.map { " (\($0) worked)" } ?? ""
        return
            "\(entry.minutes)\(worked) on ticket \(entry.ticket), \(entry.date), \(entry.service)"
    }

    /// `2h from the package, 2h from cycle 3, grouped, 30m extra`; `on demand` where no contract
    /// pays.
    static func coverage(
        _ entry: EntryView, _ settlement: SettlementView? = nil
    ) -> StyledText {
        guard entry.contract != nil else {
            guard let rate = entry.rate else { return "on demand, billed at its own rate" }
            return "on demand, at \(rate) an hour = \(rate.forWork(entry.minutes), .strong)"
        }
        if let settlement {
            return "\(SettlementLines.coverage(settlement))\(exception(entry))"
        }
        let package = entry.fromPackage ?? .zero
        let extra = entry.extra ?? .zero
        let grouped = entry.grouped ?? .zero
        let from = entry.groupedFrom.map { "cycle \($0)" } ?? "the other cycle"
        let parts = [
            package > .zero || extra + grouped == .zero ? "\(package) from the package" : nil,
            grouped > .zero ? "\(grouped) from \(from), grouped" : nil,
            extra > .zero ? "\(extra) extra" : nil,
        ]
        return "\(Words.list(parts.compactMap(\.self)))\(exception(entry))"
    }

    private static func exception(_ entry: EntryView) -> String {
        if let manager = entry.agreedBy {
            return "; \(manager) agreed to pass the weekly limit: \(entry.reason ?? "")"
        }
        return entry.emergency ? "; Level 1 work, which may pass the weekly limit" : ""
    }

    /// `5h of other work become extra: 400.00 EUR`; nil where nothing changes for others.
    static func others(_ effect: AccountEffect) -> StyledText? {
        let amount: StyledText = effect.othersAmount.map { ": \($0, .strong)" } ?? ""
        guard let change = effect.others else {
            return effect.othersAmount == nil ? nil : "other extra work changes its price\(amount)"
        }
        return change > .zero
            ? "\(change) of other work become extra\(amount)"
            : "\(Minutes.zero - change) of other work are covered now\(amount)"
    }

    /// `cycle 2 comes to 1080.00 EUR, before 2280.00 EUR`; nil where the statement stays as it was.
    static func statement(_ effect: AccountEffect) -> StyledText? {
        effect.statement.flatMap { due in
            guard let before = due.before, let after = due.after else { return nil }
            return "cycle \(due.cycle) comes to \(after, .strong), before \(before)"
        }
    }

    /// The same for work that a contract pays or that is billed on demand.
    static func statement(_ effect: AccountEffect, _ onDemand: OnDemandDueView?) -> StyledText? {
        statement(effect) ?? OnDemandWords.due(onDemand)
    }

    /// On which statement something late is shown; nil for nothing late.
    static func place(
        _ settlement: SettlementView?, _ onDemand: OnDemandDueView?
    ) -> StyledText? {
        settlement.map(SettlementLines.place) ?? OnDemandWords.place(onDemand)
    }

    /// The last line of a rehearsal.
    static let nothingChanged: StyledText = "nothing was changed"
}
