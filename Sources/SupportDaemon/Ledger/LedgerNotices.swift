import SupportModel

/// Telling what time alone has made due of contracts' hours.
extension Ledger {
    /// The next moment at which the desk has something to do by itself: a cycle ends, or a week
    /// begins in which hours may have become unusable.
    ///
    /// While the clock is in doubt nothing is due; the alarm still rings when the clock is set.
    var nextDue: Instant? {
        guard state.clockDoubt == nil else { return nil }
        return [state.boundaries.first?.at, notices.next].compactMap(\.self).min()
    }

    /// Looks at every contract as the desk starts: what became due while it was off.
    package func tellMissedNotices() {
        guard state.clockDoubt == nil else { return }
        tellNotices(until: clock.now) { [NotifyHours(contract: $0.number)] }
    }

    /// Tells what the weeks that have begun made due; nothing before the next one begins.
    func tellNoticesDue(at now: Instant) {
        notices.refresh(at: now, state, settings.calendar)
        guard let next = notices.next, next <= now else { return }
        tellNotices(until: now) { _ in [] }
    }

    /// Tells what weeks of a contract's open cycle made due before it closes. A week that begins as
    /// the cycle ends belongs to the next one.
    func tellNotices(of number: Identifier<Contract>, until end: Instant) throws {
        guard let contract = state.contracts[number],
            let zone = settings.calendar.zone(named: contract.zone)
        else { return }
        for time in contract.noticeTimes(after: notices.lookedUntil, until: end, in: zone) {
            let before = state.sequence
            try perform(NotifyHours(contract: number, at: time))
            // Once a cycle: the weeks that follow have nothing to add.
            if state.sequence != before { return }
        }
    }

    /// What cannot be stored now is told as soon as it can be; one contract's trouble holds up no
    /// other's.
    private func tellNotices(until now: Instant, also more: (Contract) -> [NotifyHours]) {
        for contract in state.contracts.values.sorted(by: { $0.number < $1.number })
        where contract.account.open != nil {
            do {
                try tellNotices(of: contract.number, until: now)
                for command in more(contract) { try perform(command) }
            } catch let refusal as Refusal {
                note("the notices of contract \(contract.number) could not be told", refusal)
            } catch {
                return note("the notices of contract \(contract.number) could not be told", error)
            }
        }
        notices.looked(until: now, state, settings.calendar)
        tellBoundary()
    }
}

/// Knows when time alone can next make a notice due, without asking all contracts each time.
struct NoticeAlarm {
    /// Every week that began until then was looked at.
    private(set) var lookedUntil: Instant
    /// When there is something to look at again; nil while no cycle is open.
    private(set) var next: Instant?
    private var zoneCount = 0

    /// Longer than any week of any zone, in milliseconds.
    private static let weekMilliseconds: Int64 = 8 * 86_400_000

    /// - Parameter last: when the desk last did anything; it had looked at all weeks before.
    init(lookedUntil last: Instant) {
        lookedUntil = last
    }

    /// Takes note that everything was looked at until an instant.
    mutating func looked(until now: Instant, _ state: State, _ calendar: any CivilCalendar) {
        lookedUntil = max(lookedUntil, now)
        next = state.nextNoticeTime(after: now, calendar)
        zoneCount = state.zonesOfCycles.count
    }

    /// Looks at the zones again where an open cycle came in another one, or the last one of a zone
    /// closed; and at the clock, where it was set back by weeks.
    mutating func refresh(at now: Instant, _ state: State, _ calendar: any CivilCalendar) {
        if let next, next.milliseconds(since: now) > Self.weekMilliseconds {
            lookedUntil = now
        } else if zoneCount == state.zonesOfCycles.count {
            return
        }
        zoneCount = state.zonesOfCycles.count
        next = state.nextNoticeTime(after: min(now, lookedUntil), calendar)
    }
}
