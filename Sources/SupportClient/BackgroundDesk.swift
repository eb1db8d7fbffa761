import SupportModel
import SupportSystem
package import SupportWire

/// A conversation with the daemon on threads of its own: whoever asks does not wait, and is told of
/// answers, of records and of lost connections as news.
///
/// Questions are asked one at a time, in their order but for those that are put first. A lost
/// connection is made again every second, for as long as this lives. The threads end with the process.
package final class BackgroundDesk<News: Sendable>: Sendable {
    private let path: String
    private let timeout: Duration
    private let shared = GuardedState(Shared())
    private let wake: @Sendable () -> Void

    /// What the threads hand over.
    private struct Shared: Sendable {
        var questions: ArraySlice<Question> = []
        var news: [News] = []
    }

    /// Something that is asked, and what is told of it.
    private struct Question: Sendable {
        /// Until when it is asked again.
        let deadline: Deadline
        /// What it is one of; nil for one of its own.
        let kind: String?
        let ask: @Sendable (inout DaemonConnection) throws -> News
        let failed: @Sendable (any Error) -> News
    }

    /// What happens while records are followed.
    package enum Happening: Sendable {
        /// Records are followed from now on.
        case begun
        case record(LoggedRecord)
        /// The connection is lost, and why where that is known; it is made again.
        case lost(WireError?)
    }

    /// - Parameters:
    ///   - timeout: how long one answer may take.
    ///   - wake: is called, on another thread, when there are news.
    package init(socketPath: String, timeout: Duration, wake: @escaping @Sendable () -> Void) {
        (path, self.timeout, self.wake) = (socketPath, timeout, wake)
    }

    /// Starts asking, and following the journal.
    package func start(
        _ told: @escaping @Sendable (Happening) -> News
    ) throws(ClientFault) {
        do {
            _ = try WorkerThread(name: "questions") { self.answerQuestions() }
            _ = try WorkerThread(name: "records") { self.follow { self.tell(told($0)) } }
        } catch {
            throw .stream(why: error.description)
        }
    }

    /// Asks something in its turn.
    ///
    /// - Parameters:
    ///   - patience: how long from now it is asked again where a connection is lost, which only a
    ///     question that changes nothing, or carries a key, may be.
    ///   - isFirst: whether it is asked before all that wait.
    ///   - kind: those of the same kind that wait are not asked any more, and nothing is told of them.
    ///   - failed: the news where there is no answer, or an error.
    package func ask(
        patience: Duration = .zero, isFirst: Bool = false, insteadOf kind: String? = nil,
        _ work: @escaping @Sendable (inout DaemonConnection) throws -> News,
        failed: @escaping @Sendable (any Error) -> News
    ) {
        let question = Question(
            deadline: Deadline(after: patience), kind: kind, ask: work, failed: failed)
        shared.change { shared in
            if kind != nil { shared.questions.removeAll { $0.kind == kind } }
            let place = isFirst ? shared.questions.startIndex : shared.questions.endIndex
            shared.questions.insert(question, at: place)
        }
    }

    /// The news since the last call, in order.
    package func takeNews() -> [News] {
        shared.withLock { shared in
            defer { shared.news = [] }
            return shared.news
        }
    }

    private func tell(_ news: News) {
        shared.withLock { $0.news.append(news) }
        wake()
    }

    private func answerQuestions() {
        var connection: DaemonConnection?
        while let question = shared.wait(until: { $0.questions.popFirst() }) {
            while let error = attempt(question, &connection) {
                let isLoss = (error as? ClientFault)?.isLoss ?? false
                guard isLoss, !question.deadline.isOver else {
                    tell(question.failed(error))
                    break
                }
                ThisProcess.pause(.seconds(1))
            }
        }
    }

    /// Asks once, by a new connection where there is none; nil where there was an answer.
    private func attempt(
        _ question: Question, _ connection: inout DaemonConnection?
    ) -> (any Error)? {
        do {
            if connection == nil {
                connection = try DaemonConnection(socketPath: path, timeout: timeout)
            }
            if let news = try connection?.asking(question.ask) { tell(news) }
            return nil
        } catch {
            if error is ClientFault { connection = nil }
            return error
        }
    }

    private func follow(_ told: @escaping (Happening) -> Void) {
        while true {
            told(.lost(followOnce(told)))
            ThisProcess.pause(.seconds(1))
        }
    }

    /// Follows until the connection is lost for good; gives why.
    private func followOnce(_ told: @escaping (Happening) -> Void) -> WireError? {
        do {
            var follower = try RecordFollower(
                socketPath: path, EventsWatch(), timeout: timeout, pause: ThisProcess.pause
            ) { change in
                switch change {
                case .away: told(.lost(nil))
                case .back: told(.begun)
                }
            }
            told(.begun)
            while let step = try follower.next() { told(.record(step.record)) }
            return nil
        } catch {
            return (error as? WireError) ?? (error as? ClientFault)?.wireError
        }
    }
}

extension DaemonConnection {
    fileprivate mutating func asking<Answer>(
        _ ask: (inout DaemonConnection) throws -> Answer
    ) throws -> Answer {
        try ask(&self)
    }
}
