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

/// Does something besides reading or changing the state.
protocol ActHandler: Sendable {
    associatedtype Input: Request
    static func act(_ request: Input, on ledger: isolated Ledger) throws -> Outcome
}

extension ActHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            Input.self,
            .act { envelope, ledger in
                try act(try envelope.decode(Input.self), on: ledger)
            })
    }
}

/// Answers a method on another thread, from what lies on the disk.
protocol ErrandHandler: Sendable {
    associatedtype Input: Request
    /// Takes from the ledger what the work needs; the work makes the answer.
    static func begin(
        _ request: Input, on ledger: isolated Ledger
    ) throws -> @Sendable () throws -> Input.Reply
}

extension ErrandHandler {
    /// The handler's row.
    static var route: Route {
        Route(
            Input.self,
            .errand { envelope, ledger in
                let work = try begin(try envelope.decode(Input.self), on: ledger)
                return { try RawJSON(encoding: work()) }
            })
    }
}
