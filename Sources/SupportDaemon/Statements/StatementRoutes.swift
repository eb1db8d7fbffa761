import SupportModel
import SupportWire

/// The methods of statements.
enum StatementRoutes {
    static let all: [Route] = [
        .read(StatementShow.self, answer: show),
        .read(StatementMonth.self) { request, desk in
            OnDemandStatementView(
                try desk.state.onDemandStatement(
                    of: request.client, request.month,
                    titles: desk.settings.catalogue.serviceTitles,
                    rate: desk.settings.catalogue.onDemandRate))
        },
    ]

    private static func show(_ request: StatementShow, _ desk: DeskView) throws -> StatementView {
        var months: [CivilMonth] = []
        if case .client(let name) = request.contract {
            months = desk.state.onDemand[name]?.months ?? []
        }
        let contract = try desk.state.contract(
            request.contract, at: desk.now, for: .statement(onDemand: months.last))
        var view = StatementView(
            try desk.state.statement(
                of: contract, cycle: request.cycle,
                titles: desk.settings.catalogue.serviceTitles))
        if let at = view.group?.at { view.group?.on = try desk.zone(view.zone).date(at: at) }
        return view
    }
}

/// What more than one handler shows of statements for work on demand.
extension DeskView {
    /// What a booking or a void does to a client's statement; the state is the one afterwards.
    func due(_ change: OnDemandChange) -> OnDemandDueView {
        let rate = settings.catalogue.onDemandRate
        let after = state.onDemand[change.client]?.open.first { $0.month == change.month }
        return OnDemandDueView(
            change, before: state.due(of: change.before, rate: rate),
            after: state.due(of: after, rate: rate))
    }

    /// A client's months of work on demand, in order.
    func onDemandMonths(of client: Name<Client>) -> [OnDemandMonthView] {
        guard let account = state.onDemand[client] else { return [] }
        let closed = account.closed.map {
            OnDemandMonthView(month: $0.month, final: true, total: $0.statement.total)
        }
        let rate = settings.catalogue.onDemandRate
        return closed
            + account.open.map {
                OnDemandMonthView(
                    month: $0.month, final: false, total: state.due(of: $0, rate: rate))
            }
    }
}
