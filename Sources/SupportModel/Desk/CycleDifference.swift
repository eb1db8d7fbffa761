/// One closed cycle whose recorded figures differ from those computed from its entries.
package struct CycleDifference: Hashable, Sendable, Codable {
    package var contract: Identifier<Contract>
    /// 0 for the first cycle.
    package var cycle: Int
    /// The differences: `used: recorded 20h, computed 19h`; several are separated by `; `.
    package var text: String
}

extension CycleClosed {
    /// The difference between this event and the cycle as the state before it would close it; nil
    /// for none.
    ///
    /// Older records are compared in the members that they have. A statement of another format is
    /// not compared, as only the release that made it can compute it; its cycle's figures are
    /// compared nevertheless.
    package func difference(from state: State) -> CycleDifference? {
        guard let before = state.contracts[contract], let open = before.account.open else {
            return CycleDifference(
                contract: contract, cycle: closed.cycle.index, text: "no cycle was open")
        }
        let recorded = closed.statement
        let titles = Dictionary(
            (recorded?.work ?? []).map { ($0.service, $0.title) },
            uniquingKeysWith: { first, _ in first })
        var computed = before.closing(open, in: state, titles: titles)
        if recorded == nil { computed.statement = nil }
        if closed.terms == nil { computed.terms = nil }
        if let recorded, recorded.format != Statement.formatNow { computed.statement = recorded }
        guard computed != closed else { return nil }
        let differences = FigureDifferences(recorded: closed, computed: computed)
        return CycleDifference(
            contract: contract, cycle: closed.cycle.index,
            text: differences.texts.joined(separator: "; "))
    }
}

/// The figures in which a closed cycle differs from the recomputed one, in words.
struct FigureDifferences {
    /// One for each figure, the most significant first; of a list only the first line that differs.
    private(set) var texts: [String] = []

    /// No differences so far.
    init() {}

    /// Adds one in words.
    mutating func add(_ text: String) { texts.append(text) }

    init(recorded: ClosedCycle, computed: ClosedCycle) {
        compare("granted", recorded.cycle.granted, computed.cycle.granted)
        compare("grouped", recorded.grouped ?? .zero, computed.grouped ?? .zero)
        compare("used", recorded.used, computed.used)
        compare("extra", recorded.extra, computed.extra)
        compare("expired", recorded.expired, computed.expired)
        lines("the cover of entry", recorded.splits, computed.splits) {
            ("\($0.entry)", "\($0.package) package, \($0.grouped) grouped, \($0.extra) extra")
        }
        lines("the use of the week of", recorded.weeks, computed.weeks) {
            ("\($0.monday)", "\($0.drawn)")
        }
        let (old, new) = (recorded.end(in: nil), computed.end(in: nil))
        compare("the last day", old.lastDay, new.lastDay)
        // The same days with other end instants: the zone's data has changed.
        if old.lastDay == new.lastDay { compare("the end of \(old.lastDay)", old.at, new.at) }
        if recorded.terms != computed.terms { texts.append("the terms differ") }
        if let old = recorded.statement, let new = computed.statement { compare(old, new) }
        if texts.isEmpty { texts.append("the cycle's days or upgrades differ") }
    }

    private mutating func compare(_ old: Statement, _ new: Statement) {
        guard old != new else { return }
        let before = texts.count
        compare("the statement's monthly fee", old.fee.monthly, new.fee.monthly)
        compare("the statement's discount", old.fee.discount, new.fee.discount)
        compare("the statement's fee", old.fee.total, new.fee.total)
        compare("the statement's granted", old.cycle.granted, new.cycle.granted)
        compare("the statement's grouped", old.grouped, new.grouped)
        compare("the statement's used", old.used, new.used)
        compare("the statement's expired", old.expired, new.expired)
        compare("the statement's left", old.left, new.left)
        compare("the statement's extra", old.extra.minutes, new.extra.minutes)
        compare("the statement's extra rate", old.extra.rate, new.extra.rate)
        compare("the statement's extra amount", old.extra.amount, new.extra.amount)
        lines("the statement's work in", old.work, new.work) {
            (
                "\($0.service), level \($0.level.rawValue)",
                "\($0.package) package, \($0.grouped) grouped, \($0.extra) extra"
            )
        }
        lines("the statement's adjustment of entry", old.adjustments, new.adjustments) {
            ("\($0.entry)", "\($0.settled) settled, \($0.extra) extra, \($0.amount)")
        }
        compare("the statement's adjustments", old.adjusted, new.adjusted)
        lines("the statement's ticket", old.tickets, new.tickets) {
            ("\($0.ticket)", "\($0.package) package, \($0.extra) extra")
        }
        compare("the statement's total", old.total, new.total)
        compareWords(old, new)
        if texts.count == before { texts.append("the words of the statement differ") }
    }

    private mutating func compareWords(_ old: Statement, _ new: Statement) {
        compare("the statement's client", old.clientTitle, new.clientTitle)
        compare("the statement's manager", old.manager, new.manager)
        compare("the statement's package", old.title, new.title)
        if old.group != new.group { texts.append("the statement's agreement differs") }
        if old.fee.upgrades != new.fee.upgrades { texts.append("the statement's upgrades differ") }
    }

    mutating func compare<Figure: Equatable & CustomStringConvertible>(
        _ name: String, _ recorded: Figure, _ computed: Figure
    ) {
        guard recorded != computed else { return }
        texts.append("\(name): recorded \(recorded), computed \(computed)")
    }

    /// Adds the first line in which two lists differ.
    mutating func lines<Line: Equatable>(
        _ name: String, _ recorded: [Line], _ computed: [Line],
        _ words: (Line) -> (name: String, figures: String)
    ) {
        let place = zip(recorded, computed).firstIndex { $0 != $1 } ?? -1
        if place >= 0 {
            let (old, new) = (words(recorded[place]), words(computed[place]))
            let others = old.figures == new.figures ? " and other words" : ""
            texts.append(
                "\(name) \(old.name): recorded \(old.figures), computed \(new.figures)\(others)")
        } else if recorded.count != computed.count {
            let shorter = min(recorded.count, computed.count)
            let first = recorded.count > shorter ? recorded[shorter] : computed[shorter]
            texts.append(
                "\(name) \(words(first).name) and on: recorded \(recorded.count) lines, computed "
                    + "\(computed.count)")
        }
    }
}

extension Sequence {
    /// The place of the first element that matches, counted from 0.
    fileprivate func firstIndex(where matches: (Element) -> Bool) -> Int? {
        for (place, element) in enumerated() where matches(element) { return place }
        return nil
    }
}

/// Finds entries that the statements of a contract do not contain exactly once: a live entry must
/// be on one statement, a voided one on none, or billed once and credited once (R8, R10).
///
/// A statement that is still open counts if it will be closed: a contract that has ended has none.
extension State {
    /// One for each entry that differs, by contract and number; empty when every billed amount is
    /// on exactly one statement.
    package var billingDifferences: [CycleDifference] {
        let booked = Dictionary(grouping: entries.values, by: \.contract)
        return contracts.values.sorted { $0.number < $1.number }.flatMap { contract in
            let places = StatementPlaces(contract)
            return (booked[contract.number] ?? []).sorted { $0.number < $1.number }
                .compactMap { entry in
                    places.difference(entry).map {
                        CycleDifference(
                            contract: contract.number, cycle: entry.cycle ?? 0, text: $0)
                    }
                }
        }
    }
}

/// How often a contract's statements contain each entry.
private struct StatementPlaces {
    private var billed: [Identifier<TimeEntry>: Int] = [:]
    private var credited: [Identifier<TimeEntry>: Int] = [:]
    /// Entries that wait for a statement that will not be made.
    private var stranded: Set<Identifier<TimeEntry>> = []

    init(_ contract: Contract) {
        let account = contract.account
        for closed in account.closed {
            for split in closed.splits { billed[split.entry, default: 0] += 1 }
            for adjustment in closed.statement?.adjustments ?? [] { count(adjustment) }
        }
        let waiting = (account.entries + (account.late ?? [])).map(\.number)
        for entry in waiting { billed[entry, default: 0] += 1 }
        for credit in account.credits ?? [] { count(credit) }
        if account.open == nil, contract.openSuspension == nil {
            stranded = Set(waiting + (account.credits ?? []).map(\.entry))
        }
    }

    private mutating func count(_ adjustment: Adjustment) {
        if adjustment.isVoid {
            credited[adjustment.entry, default: 0] += 1
        } else {
            billed[adjustment.entry, default: 0] += 1
        }
    }

    /// The error of an entry; nil for none.
    func difference(_ entry: TimeEntry) -> String? {
        let (bills, credits) = (billed[entry.number] ?? 0, credited[entry.number] ?? 0)
        if stranded.contains(entry.number) {
            return "entry \(entry.number) waits for a statement, and the contract has ended"
        }
        return StatementCount(billed: bills, credited: credits).difference(entry)
    }
}

/// On how many statements an entry stands.
struct StatementCount {
    var billed: Int
    var credited: Int

    /// What is wrong with that; nil for nothing.
    func difference(_ entry: TimeEntry) -> String? {
        let isRight =
            entry.isLive ? billed == 1 && credited == 0 : billed == credited && billed <= 1
        guard !isRight else { return nil }
        let state = entry.isLive ? "live" : "void"
        return
            "entry \(entry.number) is \(state), and stands on \(billed) statements as billed and on "
            + "\(credited) as credited"
    }
}
