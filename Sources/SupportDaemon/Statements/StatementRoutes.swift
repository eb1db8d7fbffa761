import SupportModel
import SupportWire

/// Answers `statement.show`.
enum StatementShowHandler: ReadHandler {
    static func answer(_ request: StatementShow, _ desk: DeskView) throws -> StatementView {
        let contract = try desk.state.contract(request.contract, at: desk.now)
        return StatementView(
            try desk.state.statement(
                of: contract, cycle: request.cycle,
                titles: desk.settings.catalogue.serviceTitles))
    }
}
