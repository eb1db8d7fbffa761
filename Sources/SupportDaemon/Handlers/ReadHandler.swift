import SupportJSON
import SupportWire

/// Answers a method from the state.
protocol ReadHandler: Sendable {
    associatedtype Input: Request
    /// Whether it may take longer than a few microseconds.
    static var isLong: Bool { get }
    static func answer(_ request: Input, _ desk: DeskView) throws -> Input.Reply
}

extension ReadHandler {
    static var isLong: Bool { true }

    /// The handler's row.
    static var route: Route {
        let answer: @Sendable (Envelope, DeskView) throws -> RawJSON = { envelope, desk in
            try RawJSON(encoding: Self.answer(try envelope.decode(Input.self), desk))
        }
        return Route(
            method: Input.method, access: Input.access,
            work: isLong ? .longRead(answer) : .read(answer))
    }
}
