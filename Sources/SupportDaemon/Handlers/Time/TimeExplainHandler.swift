import SupportModel
import SupportWire

/// Answers `time.explain`.
enum TimeExplainHandler: ReadHandler {
    static func answer(_ request: TimeExplain, _ desk: DeskView) throws -> TimeExplain.Reply {
        let explanation = try desk.state.explain(request.entry)
        let contract = explanation.entry.contract.flatMap { desk.state.contracts[$0] }
        return TimeExplain.Reply(
            entry: EntryView(explanation.entry, split: explanation.split, of: contract),
            lines: explanation.lines)
    }
}
