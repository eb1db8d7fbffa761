import SupportModel
import SupportWire

/// Answers `time.list`.
enum TimeListHandler: ReadHandler {
    static func answer(_ request: TimeList, _ desk: DeskView) throws -> TimeList.Reply {
        let limit = try ListLimit(request.limit)
        guard request.cycle == nil || request.contract != nil else {
            throw WireError.badParameters(TimeList.method, "cycle goes with a contract")
        }
        let contract = try request.contract.map {
            try desk.state.contract($0, at: desk.now).number
        }
        let entries = desk.state.entries.values.filter { entry in
            (contract == nil || entry.contract == contract)
                && (request.ticket == nil || entry.ticket == request.ticket)
                && (request.cycle == nil || entry.cycle.map { $0 + 1 } == request.cycle)
                && (entry.isLive || request.voided ?? false)
        }
        let sorted = entries.sorted { ($0.date, $0.number) < ($1.date, $1.number) }
        let (first, more) = limit.cut(sorted)
        let timers = desk.timerViews.filter {
            (contract == nil || $0.contract == contract)
                && (request.ticket == nil || $0.ticket == request.ticket)
        }
        return TimeList.Reply(
            entries: desk.entryViews(first), more: more, timers: timers.isEmpty ? nil : timers)
    }
}
