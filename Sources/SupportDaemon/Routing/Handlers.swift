import SupportJSON
import SupportModel
import SupportWire

/// What kinds of rows the table of methods has.
extension Route {
    /// A method whose request is the command: it is decided, and answered by what it made.
    static func change<Asked: Command & Request>(
        _ type: Asked.Type, reply: @escaping @Sendable (Done<Asked.Made>) -> Asked.Reply
    ) -> Route {
        change(type, by: { request, _ in request }, reply: reply)
    }

    /// Methods whose requests are commands that change one kind of thing, all answered alike.
    static func changes<Made, Reply>(
        _ types: any (Command<Made> & Request<Reply>).Type...,
        reply: @escaping @Sendable (Done<Made>) -> Reply
    ) -> [Route] {
        types.map { change($0, reply: reply) }
    }

    /// A method whose request is put into a command of another form.
    static func change<Asked: Request, Act: Command>(
        _ type: Asked.Type, by command: @escaping @Sendable (Asked, DeskView) throws -> Act,
        reply: @escaping @Sendable (Done<Act.Made>) -> Asked.Reply
    ) -> Route {
        Route(
            type,
            .mutation { envelope, desk in
                Mutation(try command(try envelope.decode(type), desk)) {
                    try RawJSON(encoding: reply($0))
                }
            })
    }

    /// A method whose request is the command, which another thread decides.
    static func longChange<Asked: LongCommand & Request>(
        _ type: Asked.Type, reply: @escaping @Sendable (Done<Asked.Made>) -> Asked.Reply
    ) -> Route {
        longChange(type, by: { $0 }, reply: reply)
    }

    /// A method whose request is put into a command of another form by the thread that decides it.
    static func longChange<Asked: Request, Act: LongCommand>(
        _ type: Asked.Type, by command: @escaping @Sendable (Asked) throws -> Act,
        reply: @escaping @Sendable (Done<Act.Made>) -> Asked.Reply
    ) -> Route {
        Route(
            type,
            .longMutation { envelope in
                Mutation(long: try command(try envelope.decode(type))) {
                    try RawJSON(encoding: reply($0))
                }
            })
    }

    /// A method that is answered from the state.
    static func read<Asked: Request>(
        _ type: Asked.Type, answer: @escaping @Sendable (Asked, DeskView) throws -> Asked.Reply
    ) -> Route {
        Route(
            type,
            .read { envelope, desk in
                try RawJSON(encoding: answer(try envelope.decode(type), desk))
            })
    }

    /// A method that answers from the state, and from the trouble with the key of the access data.
    static func readWithKey<Asked: Request>(
        _ type: Asked.Type,
        answer:
            @escaping @Sendable (Asked, DeskView, WireError?) throws
            -> Asked.Reply
    ) -> Route {
        Route(
            type,
            .readWithKey { envelope, desk, trouble in
                try RawJSON(encoding: answer(try envelope.decode(type), desk, trouble))
            })
    }

    /// A method that does something besides reading or changing the state.
    static func act<Asked: Request>(
        _ type: Asked.Type,
        act: @escaping @Sendable (Asked, isolated Ledger, Caller) throws -> Outcome
    ) -> Route {
        Route(
            type,
            .act { envelope, ledger, caller in
                try act(try envelope.decode(type), ledger, caller)
            })
    }

    /// A method that another thread answers from what lies on the disk.
    ///
    /// - Parameter begin: takes from the ledger what the work needs; the work makes the answer.
    static func errand<Asked: Request>(
        _ type: Asked.Type,
        begin:
            @escaping @Sendable (Asked, isolated Ledger, Acting) throws
            -> @Sendable () throws -> Asked.Reply
    ) -> Route {
        Route(
            type,
            .errand { envelope, ledger, acting in
                let work = try begin(try envelope.decode(type), ledger, acting)
                return { .answer(try RawJSON(encoding: work())) }
            })
    }
}
