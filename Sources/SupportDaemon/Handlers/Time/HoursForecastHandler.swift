import SupportModel
import SupportWire

/// Answers `hours.forecast`.
enum HoursForecastHandler: ReadHandler {
    static func answer(_ request: HoursForecast, _ desk: DeskView) throws -> HoursForecast.Reply {
        let context = Context(
            now: desk.state.believed(desk.now), by: .desk, calendar: desk.settings.calendar,
            catalogue: desk.settings.catalogue, policy: desk.settings.policy)
        let forecast = try desk.state.forecast(request.contract, at: request.at, context)
        return HoursForecast.Reply(forecast, at: request.at)
    }
}
