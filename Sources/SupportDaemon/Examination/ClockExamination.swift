import SupportModel
import SupportWire

/// The clock: whether it can be trusted, and whether cycles close by it.
enum ClockExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let view = desk.view
        var found = zones(view) + overdue(view)
        if let doubt = view.state.clockDoubt { found.append(.clockDoubted(doubt)) }
        if let last = view.state.lastRecordAt,
            last.milliseconds(since: view.now) > ExaminationLimits.overdueMilliseconds
        {
            found.append(.clockBehind(view.now, last: last))
        }
        if view.isTestClock {
            found.append(.testClock)
        } else if let isKept = desk.host.isClockSynchronised {
            if !isKept { found.append(.clockFree) }
        } else {
            found.append(.clockUnknown)
        }
        guard found.isEmpty else { return found }
        let calendar = view.settings.calendar as? FoundationCalendar
        return [.clockTrusted(isSynchronised: true, zoneData: calendar?.zoneData)]
    }

    /// The zones of clients that the host does not have.
    private static func zones(_ view: DeskView) -> [Finding] {
        let clients = view.state.clients.values.filter { !$0.archived }
        let missing = Set(clients.map(\.zone)).filter {
            view.settings.calendar.zone(named: $0) == nil
        }
        guard !missing.isEmpty else { return [] }
        let count = clients.count { missing.contains($0.zone) }
        return [.zonesMissing(missing.sorted { $0.text < $1.text }, of: count)]
    }

    /// The first cycle or month that has ended and is not closed; while the clock is in doubt none
    /// closes.
    private static func overdue(_ view: DeskView) -> [Finding] {
        guard view.state.clockDoubt == nil, let first = view.state.boundaries.first,
            view.now.milliseconds(since: first.at) > ExaminationLimits.overdueMilliseconds
        else { return [] }
        return [.cycleOverdue(first.owner.what, since: first.at)]
    }
}
