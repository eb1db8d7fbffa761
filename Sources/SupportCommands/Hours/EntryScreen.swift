import SupportModel
import SupportWire

/// The table of time entries.
enum EntryRows {
    /// With a column for grouped minutes only where an entry has any.
    static func table(_ entries: [EntryView]) -> Table {
        let hasGrouped = entries.contains { $0.grouped != nil }
        var table = Table(
            [.number("ENTRY"), .number("TICKET"), .text("DATE"), .number("WORK")]
                + [.number("PACKAGE")] + (hasGrouped ? [.number("GROUPED")] : [])
                + [.number("EXTRA"), .text("SERVICE"), .text("BY"), .text("NOTE")])
        for entry in entries {
            table.row(
                of: [
                    "\(entry.entry, .strong)", "\(entry.ticket)", "\(entry.date)",
                    "\(entry.minutes)",
                ]
                    + [figure(entry.fromPackage)] + (hasGrouped ? [figure(entry.grouped)] : [])
                    + [
                        figure(entry.extra), "\(entry.service)", "\(entry.bookedBy)",
                        "\(note(entry))",
                    ])
        }
        return table
    }

    private static func figure(_ minutes: Minutes?) -> StyledText {
        "\(minutes?.description ?? "")"
    }

    private static func note(_ entry: EntryView) -> String {
        if let reason = entry.voidReason { return "voided: \(reason)" }
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
        effect.statement.map {
            "cycle \($0.cycle) comes to \($0.after, .strong), before \($0.before)"
        }
    }

    /// The last line of a rehearsal.
    static let nothingChanged: StyledText = "nothing was changed"
}

/// What a late entry or a late void changes, in words.
enum SettlementLines {
    /// `1h30m from the 15h that expired with cycle 1, of which 13h30m are left; 30m extra`; for a cycle that shares its hours with
    /// the open one, from the pool of both.
    static func coverage(_ settlement: SettlementView) -> String {
        if settlement.pooled ?? false {
            let pool =
                "\(settlement.settled) from the pool of cycles \(settlement.cycle) and "
                + "\(settlement.cycle + 1), of which \(left(settlement)) left"
            return settlement.extra == .zero ? pool : "\(pool); \(settlement.extra) extra"
        }
        // Other late work, or voids, may have changed what is there since the cycle closed.
        let there = settlement.settled + settlement.expiredLeft
        let expired =
            there == settlement.expired
            ? "\(there) that expired with cycle \(settlement.cycle)"
            : "\(there) still there of what expired with cycle \(settlement.cycle)"
        let settled =
            settlement.settled == .zero
            ? "nothing from the \(expired)"
            : "\(settlement.settled) from the \(expired), of which \(left(settlement)) left"
        return settlement.extra == .zero ? settled : "\(settled); \(settlement.extra) extra"
    }

    /// `2h go back to the hours that expired with cycle 1; 15h of them are left`; nil where it drew
    /// none of them.
    static func giveBack(_ settlement: SettlementView) -> StyledText? {
        guard settlement.settled != .zero else { return nil }
        let back = Minutes.zero - settlement.settled
        if settlement.pooled ?? false {
            return "\(back) go back to the pool of cycles \(settlement.cycle) and "
                + "\(settlement.cycle + 1); \(settlement.expiredLeft) are left of it"
        }
        return "\(back) go back to the hours that expired with cycle \(settlement.cycle); "
            + "\(settlement.expiredLeft) of them are left"
    }

    private static func left(_ settlement: SettlementView) -> String {
        settlement.expiredLeft > .zero ? "\(settlement.expiredLeft) are" : "none are"
    }

    /// `30m at 45.00 EUR an hour = 22.50 EUR`; nil where nothing is extra.
    static func cost(_ settlement: SettlementView) -> StyledText? {
        settlement.extra == .zero
            ? nil
            : "\(settlement.extra) extra at \(settlement.rate) an hour = \(settlement.amount, .strong)"
    }

    /// `as an adjustment on the statement of cycle 2, which is open; that of cycle 1 stays as it is`.
    static func place(_ settlement: SettlementView) -> StyledText {
        let cycle = settlement.statementCycle.map { "cycle \($0), which is open" }
        return "as an adjustment on the statement of \(cycle ?? "the next cycle"); "
            + "that of cycle \(settlement.cycle) stays as it is"
    }
}
