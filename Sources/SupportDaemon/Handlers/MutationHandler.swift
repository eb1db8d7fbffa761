import SupportJSON
import SupportModel
import SupportWire

/// Changes the desk by a command and answers from the state afterwards.
protocol MutationHandler: Sendable {
    associatedtype Input: Request
    associatedtype Act: Command
    /// The model's command for a request.
    static func command(_ request: Input, _ desk: DeskView) throws -> Act
    /// Whether only to say what would come of it.
    static func isDryRun(_ request: Input) -> Bool
    /// Whether the reply is made of the state before the change too.
    static var asksBefore: Bool { get }
    static func reply(_ request: Input, _ done: Done) throws -> Input.Reply
}

extension MutationHandler {
    static func isDryRun(_ request: Input) -> Bool { false }
    static var asksBefore: Bool { false }

    /// The handler's row.
    static var route: Route {
        Route(
            Input.self,
            .mutation { envelope, desk in
                let request = try envelope.decode(Input.self)
                return Mutation(
                    command: try command(request, desk), isDryRun: isDryRun(request),
                    asksBefore: asksBefore,
                    reply: { try RawJSON(encoding: reply(request, $0)) })
            })
    }
}
