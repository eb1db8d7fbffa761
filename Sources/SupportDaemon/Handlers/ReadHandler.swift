import SupportJSON
import SupportWire

/// Answers a method from the state. What it costs, its request says.
protocol ReadHandler: Sendable {
    associatedtype Input: Request
    static func answer(_ request: Input, _ desk: DeskView) throws -> Input.Reply
}

extension ReadHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            Input.self,
            .read { envelope, desk in
                try RawJSON(encoding: Self.answer(try envelope.decode(Input.self), desk))
            })
    }
}
