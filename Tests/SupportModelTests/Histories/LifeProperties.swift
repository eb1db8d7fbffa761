import SupportModel
import SupportTestKit

/// What must hold of a contract's life and of what can still be used of its hours, computed another
/// way than the model does: day by day.
struct LifeProperties {
    let desk: DeskFixture

    func violations() -> [String] {
        desk.state.contracts.values.sorted { $0.number < $1.number }.flatMap { contract in
            let covered = SlowCoverage.violation(contract, desk.state).map { [$0] } ?? []
            return [end(contract), rests(contract), usable(contract), covered].flatMap(\.self)
                .map { "contract \(contract.number): \($0)" }
        }
    }

    private func today(_ contract: Contract) -> CivilDate {
        desk.calendar.zone(named: contract.zone)?.date(at: desk.now) ?? contract.start
    }

    /// A terminated contract ends on its last day whatever happens in between (R10).
    private func end(_ contract: Contract) -> [String] {
        guard let last = contract.termination?.lastDay else { return [] }
        var found: [String] = []
        let isOver = today(contract) > last
        let standing = contract.standing(at: desk.now)
        if isOver != (standing == .ended), standing != .pending || isOver {
            // It can have ended with a cycle before its last day only where that lies in a rest.
            if isOver || contract.account.closed.last?.cycle.to != last.advanced(byDays: 1) {
                found.append("\(standing) on \(today(contract)), terminated for \(last)")
            }
        }
        if let open = contract.account.open, open.to > last.advanced(byDays: 1) {
            found.append("its cycle runs until \(open.to), and it ends with \(last)")
        }
        if (contract.groups ?? []).contains(where: {
            contract.account.closed($0.second) == nil && !contract.comes(cycle: $0.second)
        }) {
            found.append("it keeps a group whose second month never comes")
        }
        return found
    }

    /// Rests follow one another, none reaches beyond the end, and the open cycle ends where the days
    /// that it had, without them, are over.
    private func rests(_ contract: Contract) -> [String] {
        var found: [String] = []
        for (rest, next) in zip(contract.rests, contract.rests.dropFirst()) {
            if rest.to.map({ $0 > next.from }) ?? true { found.append("rests overlap") }
        }
        if contract.rests.contains(where: { $0.to.map { $0 > contract.end } ?? false }) {
            found.append("it rests beyond its end")
        }
        guard let open = contract.account.open, !contract.isHeld, open.settlesOnly == nil,
            open.to < contract.end
        else { return found }
        let month =
            contract.start.advanced(byMonths: open.index + 1).daysSinceEpoch
            - contract.start.advanced(byMonths: open.index).daysSinceEpoch
        let days = (open.from.daysSinceEpoch..<open.to.daysSinceEpoch).count { day in
            !contract.rests.contains { $0.contains(CivilDate(daysSinceEpoch: day)) }
        }
        if days != month { found.append("cycle \(open.index) has \(days) days of \(month)") }
        return found
    }

    /// R12: the smaller of what is left and what the weeks to come let through until the hours expire.
    private func usable(_ contract: Contract) -> [String] {
        guard let open = contract.account.open else { return [] }
        let coverage = Coverage(of: contract)
        let today = today(contract)
        let balance = HourBalance(contract: contract, cycle: open, coverage: coverage, today: today)
        let isPooled = contract.group(ofCycle: open.index)?.first == open.index
        let last = isPooled ? contract.boundary(ofCycle: open.index + 2) : open.to
        let expires = min(last, contract.end)
        var expected = coverage.left
        if contract.openSuspension.map({ $0.from >= expires }) ?? true {
            var rooms: [Week: Minutes] = [:]
            for number in max(today, open.from).daysSinceEpoch..<max(today, expires).daysSinceEpoch
            {
                let day = CivilDate(daysSinceEpoch: number)
                guard !contract.rests.contains(where: { $0.contains(day) }) else { continue }
                let index = day < open.to ? open.index : open.index + 1
                let week = Week(containing: day)
                let drawn = contract.account.drawnBefore(in: week) + coverage.drawn(in: week)
                let room = max(.zero, contract.weeklyLimit(ofCycle: index) - drawn)
                rooms[week] = max(rooms[week] ?? .zero, room)
            }
            expected = min(expected, rooms.values.reduce(.zero) { $0 + $1 })
        }
        var found: [String] = []
        if balance.usable != expected {
            found.append("\(balance.usable) usable, by days \(expected) until \(expires)")
        }
        let plan = try? desk.state.plan(of: contract, at: desk.now, today: today)
        if let pool = plan?.pools.first,
            pool.usable != balance.usable || pool.expires != balance.expires
        {
            found.append("the plan says \(pool.usable), hours \(balance.usable)")
        }
        return found
    }
}
