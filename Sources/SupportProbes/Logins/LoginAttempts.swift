import SupportLink
import SupportModel
import SupportSystem

/// The attempts to log in that a worker makes, a few at a time.
///
/// Belongs to the worker's thread. A secret is in its memory from the order until the attempt has ended.
final class LoginAttempts {
    /// What runs, and the reports of what has ended.
    let work: ThreadedWork<LoginReport>
    /// What the desk seals secrets with for this worker.
    let key = HandoverKey()

    /// No attempts; throws when the process has no descriptors left.
    init() throws(EngineFault) {
        work = try ThreadedWork("preparing to log in")
    }

    /// The key that the desk seals secrets with, for the hello.
    var publicKey: String { key.publicKey }

    /// Begins an attempt; returns its report where it cannot begin.
    func start(_ order: LoginOrder) -> LoginReport? {
        func failed(_ detail: String) -> LoginReport {
            LoginReport(
                number: order.number, result: LoginResult(failedAt: .worker, detail: detail))
        }
        guard work.running < ProbeLimits.loginsMax else {
            return failed("this worker tries \(ProbeLimits.loginsMax) logins already")
        }
        guard let secret = key.open(order.secret, context: order.target.context) else {
            return failed("what the desk handed over does not open")
        }
        let attempt = LoginAttempt(target: order.target, secret: secret)
        let number = order.number
        do {
            try work.start("login") { LoginReport(number: number, result: attempt.run()) }
        } catch {
            return failed("\(error)")
        }
        return nil
    }
}
