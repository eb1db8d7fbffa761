/// A notice of a cycle's hours that the desk records without a request, each at most once a cycle.
package enum HourNotice: String, Sendable, Codable, CaseIterable {
    /// Half of the hours are used.
    case half
    /// Four fifths of the hours are used.
    case most
    /// All hours are used: further work is extra.
    case all
    /// Hours are left that the weekly limit no longer lets through before they expire (R9, R12).
    case unusable

    /// The share of the hours at which the notice is due, in percent; nil for `unusable`.
    package var percent: Int? {
        switch self {
        case .half: 50
        case .most: 80
        case .all: 100
        case .unusable: nil
        }
    }
}

extension Contract {
    /// The notices of the open cycle that are due, each once a cycle: the greatest share that is
    /// used, and hours that can no longer be used (R9, R12).
    func notices(_ coverage: Coverage, today: CivilDate) -> [HoursNotified] {
        guard let open = account.open, !isHeld else { return [] }
        let recorded = account.told ?? []
        let available = coverage.pool.granted + coverage.pool.grouped
        let usable = usable(coverage, from: today)
        let share = HourNotice.allCases.last { notice in
            notice.percent.map { percent in
                available > .zero
                    && coverage.used.count >= Ratio.rounded(available.count, percent, over: 100)
            } ?? false
        }
        let isUnusable = today >= open.from && usable < coverage.left
        return [share, isUnusable ? .unusable : nil].compactMap(\.self)
            .filter { !recorded.contains($0) }
            .map {
                HoursNotified(
                    contract: number, cycle: open.index, notice: $0, used: coverage.used,
                    available: available, usable: usable)
            }
    }
}

/// When time alone can make a notice due: as each week begins, because the unused part of the last
/// week's limit is lost (R9, R12).
extension Contract {
    /// The Mondays of the open cycle, as instants, after one instant and until another; none while
    /// the contract is suspended without an end, and none once `unusable` was recorded.
    ///
    /// A Monday on which the cycle ends is not included, as its hours have expired then.
    package func noticeTimes(
        after last: Instant, until end: Instant, in zone: any CivilZone
    ) -> [Instant] {
        guard let open = account.open, !isHeld, !(account.told ?? []).contains(.unusable) else {
            return []
        }
        var times: [Instant] = []
        var week = Week(containing: max(open.from, zone.date(at: last)))
        while week.monday < open.to {
            let monday = zone.startOfDay(week.monday)
            guard monday <= end else { break }
            if monday > last, monday >= open.start, monday < open.end { times.append(monday) }
            week = week.next
        }
        return times
    }
}

extension State {
    /// The next moment at which time alone can make a notice due: the first Monday that begins in a
    /// zone in which an open cycle counts its weeks; nil without one.
    package func nextNoticeTime(after now: Instant, _ calendar: any CivilCalendar) -> Instant? {
        zonesOfCycles.keys.compactMap { calendar.zone(named: $0)?.nextMonday(after: now) }.min()
    }
}

/// Records the notices of a contract's hours that time alone has made due: hours that the weekly
/// limit no longer lets through before they expire (R9, R12).
package struct NotifyHours: Command {
    package var contract: Identifier<Contract>
    /// The time of the check, not later than now: a Monday that passed while the desk was off or
    /// its clock was moved; nil: now.
    package var at: Instant?

    package init(contract: Identifier<Contract>, at: Instant? = nil) {
        (self.contract, self.at) = (contract, at)
    }

    /// One `HoursNotified` for each notice that is due and was not recorded in this cycle; nothing
    /// for a moment outside of the open cycle, for a contract that is suspended without an end, and
    /// while the clock is in doubt.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        let moment = min(at ?? context.now, context.now)
        guard let contract = state.contracts[contract] else { return Decision([]) }
        let notices = try state.notices(
            of: contract, Coverage(of: contract), at: moment, context)
        return Decision(notices.map { Event($0) })
    }
}

extension State {
    /// The notices of a contract's hours that are due at a moment. They go into the record that
    /// makes them due and do not wait until the next week begins.
    func notices(
        of contract: Contract, _ coverage: @autoclosure () -> Coverage, at moment: Instant,
        _ context: Context
    ) throws(Refusal) -> [HoursNotified] {
        guard clockDoubt == nil, let open = contract.account.open, open.start <= moment,
            moment < open.end
        else { return [] }
        let today = try context.zone(contract.zone).date(at: moment)
        return contract.notices(coverage(), today: today).map {
            var notice = $0
            notice.at = moment
            return notice
        }
    }
}

/// A notice about a cycle's hours became due: a share is used, or hours cannot be used any more.
package struct HoursNotified: DeskEvent {
    package static let type = "hours.told"
    package var contract: Identifier<Contract>
    /// The index of the open cycle.
    var cycle: Int
    package var notice: HourNotice
    /// Hours that the cycle's entries had drawn.
    package var used: Minutes
    /// Hours of the cycle, grouped ones included.
    package var available: Minutes
    /// Hours that the weekly limits still allow before they expire (R12).
    package var usable: Minutes
    /// When time alone made it due, which may be before it was recorded; nil where a booking did.
    package var at: Instant?

    /// Keeps that it was recorded, so that it is recorded once; a smaller share is not recorded
    /// later.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard state.contracts[contract]?.account.open?.index == cycle else { return }
        let covered = HourNotice.allCases.filter { each in
            each == notice
                || each.percent.map { share in notice.percent.map { share < $0 } ?? false } ?? false
        }
        state.change(contract, stamp) {
            let recorded = $0.account.told ?? []
            $0.account.told = recorded + covered.filter { !recorded.contains($0) }
        }
    }

    /// `contract 3: 80 percent of the hours are used, 32h of 40h`.
    package var summary: String { "contract \(contract): \(text)" }

    /// The notice without its contract: `80 percent of the hours are used, 32h of 40h`.
    package var text: String {
        if let percent = notice.percent {
            return "\(percent) percent of the hours are used, \(used) of \(available)"
        }
        return "of \(available - used) left, only \(usable) can be used before they expire"
    }
}
