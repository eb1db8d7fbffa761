import SupportClient
import SupportModel
import SupportWire

/// The words of statements of form 1 that more than one of their looks have. Frozen as they are.
enum StatementWords {
    /// The last day of the cycle.
    static func lastDay(_ statement: StatementView) -> CivilDate {
        statement.to.advanced(byDays: -1)
    }

    /// `at the end of 2026-11-28, Europe/Berlin`; nil while the cycle is open.
    static func closed(_ statement: StatementView) -> String? {
        statement.final ? CycleEnd.text(lastDay(statement), statement.zone) : nil
    }

    /// `Acme Outdoor GmbH (acme)`.
    static func client(_ statement: StatementView) -> String {
        statement.clientTitle == statement.client.text
            ? statement.clientTitle : "\(statement.clientTitle) (\(statement.client))"
    }

    /// What a reader must know before the figures; nil for nothing.
    static func note(_ statement: StatementView) -> String? {
        guard statement.final else {
            return
                "the cycle runs until the end of \(lastDay(statement)); these are the figures so far"
        }
        guard statement.format == Statement.formatRemade else { return nil }
        return "put together afterwards: the cycle closed before statements were kept"
    }

    /// `upgrade to Standard on 2026-10-16: 16 of 31 days, 20h39m more`.
    static func upgrade(_ upgrade: UpgradeView) -> String {
        "upgrade to \(upgrade.title) on \(upgrade.on): \(upgrade.days) of \(upgrade.daysOfCycle) "
            + "days, \(upgrade.minutes) more"
    }

    /// `granted 40h + grouped 5h - used 30h - expired 15h = left 0m`.
    static func equation(_ statement: StatementView) -> String {
        let grouped = statement.grouped
        var sum = "granted \(statement.granted)"
        if statement.group != nil || grouped != .zero {
            sum += grouped < .zero ? " - grouped \(.zero - grouped)" : " + grouped \(grouped)"
        }
        return
            "\(sum) - used \(statement.used) - expired \(statement.expired) = left \(statement.left)"
    }

    /// Who agreed to grouped hours, when and why, and what it came to; nothing without a group.
    static func grouping(_ statement: StatementView) -> [String] {
        guard let group = statement.group, let first = group.cycles.first,
            let second = group.cycles.last
        else { return [] }
        let limit = group.weeklyLimit.map { ", at most \($0) a week" } ?? ""
        return [
            "the hours of cycles \(first) and \(second) are one pool\(limit): "
                + moved(statement, other: statement.cycle == first ? second : first),
            "agreed by \(group.agreedBy) on \(day(group)): \(group.reason)",
        ]
    }

    /// The day of the agreement in the contract's zone; in UTC where the daemon does not say it.
    private static func day(_ group: GroupView) -> String {
        group.on?.description ?? ReaderZone.utc.text(group.at, seconds: false)
    }

    /// `late` or `voided`.
    static func kind(_ adjustment: AdjustmentView) -> String {
        adjustment.void ? "voided" : "late"
    }

    /// The amount with its sign turned.
    static func negative(_ amount: Money) -> Money {
        Money(minorUnits: 0, currency: amount.currency) - amount
    }

    /// What the last line of a statement is called.
    static func due(_ statement: StatementView) -> String {
        let what = statement.total.minorUnits < 0 ? "credit to the client" : "to pay"
        return statement.final ? what : what + " so far"
    }

    private static func moved(_ statement: StatementView, other: Int) -> String {
        let grouped = statement.grouped
        if grouped < .zero { return "\(.zero - grouped) went to cycle \(other)" }
        if grouped == .zero { return "nothing passed between them" }
        return statement.final || statement.cycle > other
            ? "\(grouped) came from cycle \(other)"
            : "\(grouped) of cycle \(other) can be used too"
    }
}
