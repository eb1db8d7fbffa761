import SupportModel
import SupportWire

/// The methods of reports.
enum ReportRoutes {
    static let all: [Route] = [
        .read(Report<ReportedDesk>.self) { request, desk in
            desk.state.deskReport(
                try desk.scope(of: request), at: desk.now, desk.settings.calendar,
                titles: desk.settings.catalogue.serviceTitles)
        },
        .read(Report<ReportedHours>.self) { request, desk in
            desk.state.hoursReport(
                try desk.scope(of: request), at: desk.now, desk.settings.calendar,
                titles: desk.settings.catalogue.serviceTitles)
        },
    ]
}

extension DeskView {
    /// What a request for a report is about; refused where the desk has no such client, and for a
    /// period that has not begun or is too long.
    fileprivate func scope<Kind>(of request: Report<Kind>) throws -> ReportScope {
        let method = Kind.method.name
        if let client = request.client { _ = try state.client(client) }
        let today = state.todays(of: request.client, at: now, settings.calendar)
        let period = try period(of: request, today)
        guard period.to >= period.from else {
            throw WireError.badPeriod(
                method, "to: \(period.to) is before \(period.from)", "swap the two days")
        }
        guard period.from <= today.last else {
            throw WireError.badPeriod(
                method,
                "\(request.month == nil ? "from" : "month"): \(period.from) is still to come",
                "report on days up to \(today.last)")
        }
        guard period.dayCount <= Limits.reportDaysMax else {
            throw WireError.badPeriod(
                method, "\(period.from) to \(period.to) are \(period.dayCount) days",
                "report on at most \(Limits.reportDaysMax)")
        }
        return ReportScope(period: period, client: request.client, level: request.level)
    }

    private func period<Kind>(
        of request: Report<Kind>, _ today: (first: CivilDate, last: CivilDate)
    ) throws(WireError) -> ReportPeriod {
        let method = Kind.method.name
        if let month = request.month {
            guard request.from == nil, request.to == nil else {
                throw .badPeriod(method, "month does not go with from and to", "choose one")
            }
            return ReportPeriod(month)
        }
        guard let from = request.from else {
            guard request.to == nil else {
                throw .badPeriod(method, "to goes with from", "say from which day")
            }
            let running = CivilMonth(containing: today.first)
            return ReportPeriod(CivilMonth(containing: running.first.advanced(byDays: -1)))
        }
        return ReportPeriod(from: from, to: request.to ?? max(from, today.last))
    }
}

extension WireError {
    fileprivate static func badPeriod(_ method: String, _ why: String, _ hint: String) -> WireError
    {
        WireError(.usage, "bad-parameters", "\(method): \(why)", hint: hint)
    }
}
