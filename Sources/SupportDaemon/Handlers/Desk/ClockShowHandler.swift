import SupportModel
import SupportWire

/// Answers `clock.show`.
enum ClockShowHandler: ReadHandler {
    static func answer(_ request: ClockShow, _ desk: DeskView) throws -> ClockShow.Reply {
        ClockShow.Reply(
            now: desk.now, test: desk.isTestClock, nextBoundary: desk.state.boundaries.first?.at,
            doubt: desk.doubtView)
    }
}
