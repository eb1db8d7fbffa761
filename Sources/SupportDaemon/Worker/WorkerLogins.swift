import SupportLink
import SupportModel
import SupportWire

/// The attempts to log in that the connected worker was asked for and has not reported yet.
///
/// Confined to the event loop. A secret is sealed for the worker before it is queued for the socket.
final class WorkerLogins {
    /// Is told the result, once.
    typealias Waiting = @Sendable (LoginResult) -> Void

    /// The connected worker's key for hand-overs; nil while there is none.
    var key: String?
    private var waiting: [Int: Waiting] = [:]
    private var last = 0

    /// Has a worker try a login; the result follows, at once where there is no worker.
    func begin(
        _ target: LoginTarget, _ secret: SecretText, on connection: WorkerConnection?,
        _ then: @escaping Waiting
    ) {
        guard let connection, let key,
            let sealed = SealedHandover(secret.text, for: key, context: target.context)
        else { return then(Self.noWorker) }
        last += 1
        waiting[last] = then
        connection.send(.logIn(LoginOrder(number: last, target: target, secret: sealed)))
    }

    /// Passes on what a worker reports.
    func ended(_ report: LoginReport) { waiting.removeValue(forKey: report.number)?(report.result) }

    /// Ends all attempts: their worker is gone.
    func workerLeft() {
        key = nil
        let left = waiting.values
        waiting = [:]
        for then in left { then(LoginResult(failedAt: .worker, detail: "the worker ended")) }
    }

    /// The result where no worker is connected.
    static let noWorker = LoginResult(
        failedAt: .worker, detail: "no worker is connected, and the desk itself reaches no network")
}
