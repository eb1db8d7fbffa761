import SupportJSON
import SupportModel
import SupportWire

/// How one method is answered: a row of the table of methods.
struct Route: Sendable {
    let method: String
    let access: Access
    let work: Work

    /// What kind of work a method is.
    enum Work: Sendable {
        /// Quick: answered on the event loop.
        case read(@Sendable (Envelope, DeskView) throws -> RawJSON)
        /// May take long: answered on another thread, from a copy of the state.
        case longRead(@Sendable (Envelope, DeskView) throws -> RawJSON)
        /// Changes the desk.
        case mutation(@Sendable (Envelope, DeskView) throws -> Mutation)
        /// Anything else that the ledger does itself.
        case act(@Sendable (Envelope, isolated Ledger) throws -> Outcome)
    }
}

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

/// Changes the desk by a command and answers from the state afterwards.
protocol MutationHandler: Sendable {
    associatedtype Input: Request
    associatedtype Act: Command
    /// The model's command for a request.
    static func command(_ request: Input, _ desk: DeskView) throws -> Act
    /// Whether only to say what would come of it.
    static func isDryRun(_ request: Input) -> Bool
    static func reply(_ request: Input, _ done: Done) throws -> Input.Reply
}

extension MutationHandler {
    static func isDryRun(_ request: Input) -> Bool { false }

    /// The handler's row.
    static var route: Route {
        Route(
            method: Input.method, access: Input.access,
            work: .mutation { envelope, desk in
                let request = try envelope.decode(Input.self)
                return Mutation(
                    command: try command(request, desk), isDryRun: isDryRun(request),
                    reply: { try RawJSON(encoding: reply(request, $0)) })
            })
    }
}

/// Does something besides reading or changing the state.
protocol ActHandler: Sendable {
    associatedtype Input: Request
    static func act(_ request: Input, on ledger: isolated Ledger) throws -> Outcome
}

extension ActHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            method: Input.method, access: Input.access,
            work: .act { envelope, ledger in
                try act(try envelope.decode(Input.self), on: ledger)
            })
    }
}
