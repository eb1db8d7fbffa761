import SupportModel
import SupportWire

/// Answers `time.explain`.
enum TimeExplainHandler: ReadHandler {
    static func answer(_ request: TimeExplain, _ desk: DeskView) throws -> TimeExplain.Reply {
        let explanation = try desk.state.explain(request.entry)
        return TimeExplain.Reply(
            entry: EntryView(explanation.entry, split: explanation.split),
            lines: explanation.lines)
    }
}
