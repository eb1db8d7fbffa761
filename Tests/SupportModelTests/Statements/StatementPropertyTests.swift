import SupportModel
import SupportTestKit
import Testing

/// What holds of every statement, whatever happened: its sums, that it stays, that it is what the
/// journal gives.
struct StatementPropertyTests {
    private static let stepCount = 90

    @Test(arguments: Seeds.lanes)
    func statementsAddUpStayAndAreWhatTheJournalGives(lane: Int) throws {
        var done: [String: Int] = [:]
        for seed in Seeds.lane(lane, share: 20) {
            var life = try ContractLife(seed: seed)
            var frozen: [Statement] = []
            for _ in 1...Self.stepCount {
                try life.step()
                let statements = life.desk.closed().compactMap(\.statement)
                if !statements.starts(with: frozen) { Issue.record("seed \(seed): one changed") }
                frozen = statements
            }
            for statement in frozen + open(life.desk) {
                for violation in violations(statement) {
                    Issue.record(
                        "seed \(seed), cycle \(statement.cycle.index + 1): \(violation)")
                }
            }
            for difference in differences(life.desk.records) {
                Issue.record("seed \(seed), cycle \(difference.cycle + 1): \(difference.text)")
            }
            done.merge(life.done) { $0 + $1 }
        }
        let names = ["late", "voided late", "grouped", "ungrouped", "changed", "suspended"]
        // Too few histories may leave some out.
        guard Seeds.lane(lane).count >= 400 else { return }
        for name in names { #expect(done[name, default: 0] > 0, "never \(name)") }
    }

    private func open(_ desk: DeskFixture) -> [Statement] {
        guard let contract = desk.state.contracts[1], let open = contract.account.open else {
            return []
        }
        return [desk.state.statement(of: contract, open, Coverage(of: contract), titles: [:])]
    }

    /// As `verify` computes them: each closing on what stands before it in its record.
    private func differences(_ records: [Record]) -> [CycleDifference] {
        var state = State()
        var found: [CycleDifference] = []
        for record in records {
            var before = state
            for event in record.events {
                if let closed = event.body as? CycleClosed {
                    closed.difference(from: before).map { found.append($0) }
                }
                event.body.apply(to: &before, record.stamp)
            }
            state.apply(record)
        }
        return found
    }

    private func violations(_ it: Statement) -> [String] {
        let equation = it.cycle.granted + it.grouped - it.used - it.expired
        let package = it.work.reduce(Minutes.zero) { $0 + $1.package + $1.grouped }
        let extra = it.work.reduce(Minutes.zero) { $0 + $1.extra }
        let ticketPackage = it.tickets.reduce(Minutes.zero) { $0 + $1.package }
        let ticketExtra = it.tickets.reduce(Minutes.zero) { $0 + $1.extra }
        let adjusted = it.adjustments.reduce(0) { $0 + $1.amount.minorUnits }
        let upgrades = it.fee.upgrades.reduce(0) { $0 + $1.fee.minorUnits }
        let claims: [(String, Bool)] = [
            ("granted + grouped - used - expired = left", equation == it.left),
            ("nothing is left once it has closed", it.closedAt == nil || it.left == .zero),
            ("nothing expires before that", it.closedAt != nil || it.expired == .zero),
            ("no less than nothing expires or is left", it.expired >= .zero && it.left >= .zero),
            ("the work is what was used", package == it.used && extra == it.extra.minutes),
            ("so are the tickets", ticketPackage == it.used && ticketExtra == it.extra.minutes),
            ("the adjustments add up", adjusted == it.adjusted.minorUnits),
            (
                "the fee adds up",
                it.fee.total.minorUnits
                    == it.fee.monthly.minorUnits + upgrades - it.fee.discount.minorUnits
            ),
            (
                "the total adds up",
                it.total.minorUnits
                    == it.fee.total.minorUnits + it.extra.amount.minorUnits
                    + it.adjusted.minorUnits
            ),
        ]
        return claims.filter { !$0.1 }.map { "not so: \($0.0)" }
    }
}
