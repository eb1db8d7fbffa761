package import SupportModel

/// Recording the notices of contracts' hours that time alone has made due.
extension Ledger {
    /// The next time at which something is due without a request: a cycle ends, a week begins in which
    /// hours may have become unusable, a ticket's deadline is near or passes, or one on demand ages.
    ///
    /// While the clock is in doubt nothing is due; the observer is called when the clock is
    /// confirmed.
    package var nextDue: Instant? {
        guard state.clockDoubt == nil else { return nil }
        let due = [
            state.boundaries.first?.at, notices.next, state.nextDeadlineMark, state.nextAgeing,
        ]
        return due.compactMap(\.self).min()
    }

    /// Records every deadline that is near or has passed.
    func recordDeadlines(until now: Instant) {
        do {
            while let next = state.nextDeadlineMark, next <= now {
                // What is due and is not recorded must not be tried again in this loop.
                if try perform(MarkDeadlines(), at: now).isEmpty { return }
            }
        } catch {
            note("deadlines could not be recorded", error)
        }
    }

    /// Records the notices of every contract that became due while the desk was off; called at its
    /// start.
    package func recordMissedNotices() {
        guard state.clockDoubt == nil else { return }
        recordNotices(until: clock.now) { [NotifyHours(contract: $0.number)] }
    }

    /// Records the notices that the weeks begun since the last call have made due.
    func recordNoticesDue(at now: Instant) {
        notices.refresh(at: now, state, settings.calendar)
        guard let next = notices.next, next <= now else { return }
        recordNotices(until: now) { _ in [] }
    }

    /// Records the notices that the weeks of a contract's open cycle made due, before it closes. A
    /// week that begins as the cycle ends belongs to the next one.
    func recordNotices(of number: Identifier<Contract>, until end: Instant) throws {
        guard let contract = state.contracts[number],
            let zone = settings.calendar.zone(named: contract.zone)
        else { return }
        for time in contract.noticeTimes(after: notices.checkedUntil, until: end, in: zone) {
            // Once a cycle: the weeks that follow cannot add a notice.
            if try !perform(NotifyHours(contract: number, at: time)).isEmpty { return }
        }
    }

    /// A notice that cannot be stored now is recorded as soon as it can be; a contract that fails
    /// does not delay the others.
    private func recordNotices(until now: Instant, also more: (Contract) -> [NotifyHours]) {
        for contract in state.contracts.values.sorted(by: { $0.number < $1.number })
        where contract.account.open != nil {
            do {
                try recordNotices(of: contract.number, until: now)
                for command in more(contract) { try perform(command) }
            } catch let refusal as Refusal {
                note("the notices of contract \(contract.number) could not be recorded", refusal)
            } catch {
                return note(
                    "the notices of contract \(contract.number) could not be recorded", error)
            }
        }
        notices.noteChecked(until: now, state, settings.calendar)
        notifyBoundary()
    }
}

/// Keeps when time alone can next make a notice due, so that not all contracts are checked each
/// time.
struct NoticeAlarm {
    /// Every week that began until then was checked.
    private(set) var checkedUntil: Instant
    /// When the next check is due; nil while no cycle is open.
    private(set) var next: Instant?
    private var zoneCount = 0

    /// Longer than any week of any zone, in milliseconds.
    private static let weekMilliseconds = 8 * Instant.millisecondsPerDay

    /// - Parameter last: the time of the desk's last record; all weeks before it were checked.
    init(checkedUntil last: Instant) {
        checkedUntil = last
    }

    /// Notes that all weeks that began until an instant were checked.
    mutating func noteChecked(until now: Instant, _ state: State, _ calendar: any CivilCalendar) {
        checkedUntil = max(checkedUntil, now)
        next = state.nextNoticeTime(after: now, calendar)
        zoneCount = state.zonesOfCycles.count
    }

    /// Whether the clock was not set back by weeks since the next check was computed.
    func isCurrent(at now: Instant) -> Bool {
        next.map { $0.milliseconds(since: now) <= Self.weekMilliseconds } ?? true
    }

    /// Computes the next check again where a cycle was opened in a new zone, or the last one of a
    /// zone was closed, or the clock was set back by weeks.
    mutating func refresh(at now: Instant, _ state: State, _ calendar: any CivilCalendar) {
        if !isCurrent(at: now) {
            checkedUntil = now
        } else if zoneCount == state.zonesOfCycles.count {
            return
        }
        zoneCount = state.zonesOfCycles.count
        next = state.nextNoticeTime(after: min(now, checkedUntil), calendar)
    }
}
