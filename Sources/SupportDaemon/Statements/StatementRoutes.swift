import SupportModel
import SupportWire

/// The methods of statements.
enum StatementRoutes {
    static let all: [Route] = [
        .read(StatementShow.self, answer: show)
    ]

    private static func show(_ request: StatementShow, _ desk: DeskView) throws -> StatementView {
        let contract = try desk.state.contract(request.contract, at: desk.now)
        return StatementView(
            try desk.state.statement(
                of: contract, cycle: request.cycle,
                titles: desk.settings.catalogue.serviceTitles))
    }
}
