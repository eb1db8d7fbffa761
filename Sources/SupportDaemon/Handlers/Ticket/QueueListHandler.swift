import SupportModel
import SupportWire

/// Answers `queue.list`.
enum QueueListHandler: ReadHandler {
    static func answer(_ request: QueueList, _ desk: DeskView) throws -> QueueList.Reply {
        let limit = try ListLimit(request.limit)
        if let assignee = request.assignee { _ = try desk.state.member(assignee) }
        let places = desk.state.queue(at: desk.now, countMax: limit.count + 1) {
            request.assignee == nil || $0.assignee == request.assignee
        }
        let (first, more) = limit.cut(places)
        return QueueList.Reply(queue: first.map(QueuePlaceView.init), more: more)
    }
}
