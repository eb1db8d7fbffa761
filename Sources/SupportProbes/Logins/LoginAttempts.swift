import SupportLink
import SupportModel
import SupportSystem

/// The attempts to log in that a worker makes, a few at a time, each on a thread of its own.
///
/// Belongs to the worker's thread. A secret is in its memory from the order until the attempt has ended.
final class LoginAttempts {
    /// Ready for reading when an attempt has ended.
    let wakeUp: WakeUp
    /// What the desk seals secrets with for this worker.
    let key = HandoverKey()
    private let ended = GuardedState<[Ended]>([])
    private var running = 0
    /// Which connection to a desk it is; numbers of orders begin anew with each.
    private var connection = 0

    /// A report, and the connection on which it was asked for.
    private struct Ended: Sendable {
        let connection: Int
        let report: LoginReport
    }

    /// No attempts; throws when the process has no descriptors left.
    init() throws(EngineFault) {
        do {
            wakeUp = try WakeUp()
        } catch {
            throw EngineFault(doing: "preparing to log in", cause: "\(error)")
        }
    }

    /// The key that the desk seals secrets with, for the hello.
    var publicKey: String { key.publicKey }

    /// Begins an attempt; returns its report where it cannot begin.
    func start(_ order: LoginOrder) -> LoginReport? {
        func failed(_ detail: String) -> LoginReport {
            LoginReport(
                number: order.number, result: LoginResult(failedAt: .worker, detail: detail))
        }
        guard running < ProbeLimits.loginsMax else {
            return failed("this worker tries \(ProbeLimits.loginsMax) logins already")
        }
        guard let secret = key.open(order.secret, context: order.target.context) else {
            return failed("what the desk handed over does not open")
        }
        let attempt = LoginAttempt(target: order.target, secret: secret)
        let (number, connection, ended, wakeUp) = (order.number, connection, ended, wakeUp)
        do {
            _ = try WorkerThread(name: "login") {
                let report = LoginReport(number: number, result: attempt.run())
                ended.change { $0.append(Ended(connection: connection, report: report)) }
                wakeUp.signal()
            }
        } catch {
            return failed("\(error)")
        }
        running += 1
        return nil
    }

    /// Takes the reports of attempts that have ended and that the present desk has asked for.
    func takeEnded() -> [LoginReport] {
        guard running > 0 else { return [] }
        wakeUp.drain()
        let all = ended.withLock { ended in
            defer { ended = [] }
            return ended
        }
        running -= all.count
        return all.filter { $0.connection == connection }.map(\.report)
    }

    /// Forgets what a desk that is gone has asked for.
    func deskLeft() { connection += 1 }
}
