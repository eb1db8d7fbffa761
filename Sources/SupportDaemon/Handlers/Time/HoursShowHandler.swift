import SupportModel
import SupportWire

/// Answers `hours.show`.
enum HoursShowHandler: ReadHandler {
    static func answer(_ request: HoursShow, _ desk: DeskView) throws -> BalanceView {
        try desk.balance(of: request.contract, at: request.at)
    }
}
