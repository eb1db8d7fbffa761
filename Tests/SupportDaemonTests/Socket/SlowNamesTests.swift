import SupportSystem
import SupportTestKit
import Testing

/// A directory of users that does not answer, as connections meet it.
struct SlowNamesTests {
    /// A directory that fails until it hangs, hangs until it is let go, and then knows everybody.
    private final class Directory: Sendable {
        /// How it is.
        private enum State {
            case failing
            case hanging(questions: Int)
            case answering
        }

        private let state = GuardedState(State.failing)

        /// It is not to be reached.
        struct Down: Error {}

        func name(of user: UInt32) throws -> String? {
            let isDown = state.change { state in
                if case .failing = state { return true }
                if case .hanging(let count) = state { state = .hanging(questions: count + 1) }
                return false
            }
            if isDown { throw Down() }
            _ = state.wait { state -> Bool? in
                if case .answering = state { true } else { nil }
            }
            return "eve"
        }

        func hang() { state.change { $0 = .hanging(questions: 0) } }

        func awaitQuestion() {
            _ = state.wait(atMost: .seconds(20)) { state -> Bool? in
                if case .hanging(1...) = state { true } else { nil }
            }
        }

        func answer() { state.change { $0 = .answering } }
    }

    /// Who the last record names.
    private static func writer(_ client: WireClient) throws -> String {
        try client.wholeLog().last?.at("by")?.string ?? ""
    }

    @Test("connections of others are served meanwhile, and the new one by its number")
    func hangs() throws {
        let directory = Directory()
        let desk = try InProcessDesk { $0.lookUpUser = { try directory.name(of: $0) } }
        defer { directory.answer() }
        let (early, socket, user) = (try desk.client(), desk.socket, ProcessIdentity.effectiveUser)
        directory.hang()
        let said = GuardedState<String?>(nil)
        let late = try WorkerThread(name: "late") {
            let writer: String
            do {
                let client = try WireClient(socket)
                try client.result("client.add", #"{"client":"acme","name":"Acme"}"#)
                writer = try Self.writer(client)
            } catch {
                writer = "\(error)"
            }
            said.change { $0 = writer }
        }
        directory.awaitQuestion()
        // The new connection waits for its user's name; nobody else does.
        var served = 0
        while said.withLock({ $0 == nil }) {
            #expect(try early.call("clock.show").result != nil)
            served += 1
        }
        late.join()
        #expect(served > 10)
        #expect(said.withLock { $0 } == "\(user):\(user)")
        // The question is still open, and that long was waited already.
        let deadline = Deadline(after: .milliseconds(900))
        _ = try desk.client()
        #expect(!deadline.isOver)
        directory.answer()
        var count = 0
        #expect(
            try RunningProgram.eventually {
                let client = try desk.client()
                count += 1
                try client.result("client.add", #"{"client":"c\#(count)","name":"C"}"#)
                return try Self.writer(client) == "eve:\(user)"
            })
    }
}
