import SupportModel
import SupportWire

/// Answers `time.start`.
enum TimeStartHandler: MutationHandler {
    static func command(_ request: TimeStart, _ desk: DeskView) throws -> StartTimer {
        StartTimer(ticket: request.ticket, service: request.service, note: request.note)
    }

    static func reply(_ request: TimeStart, _ done: Done) throws -> TimerView {
        let state = done.view.state
        guard let timer = state.timers.values.first(where: { $0.version == state.sequence }) else {
            throw Refusal.unknown(.ticket, request.ticket.description)
        }
        return TimerView(timer, of: state.tickets[timer.ticket], at: done.view.now)
    }
}
