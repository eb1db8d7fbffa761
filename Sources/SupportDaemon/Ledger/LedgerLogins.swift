package import SupportModel
package import SupportWire

/// Has a worker try a login; the result follows on the event loop, once.
package typealias LoginAttempting =
    @Sendable (LoginTarget, SecretText, @escaping @Sendable (LoginResult) -> Void) -> Void

/// An access that a worker is to try, and the change that records the result.
struct LoginWish: Sendable {
    let target: LoginTarget
    let secret: SecretText
    /// The change of a result, with its answer.
    let record: @Sendable (LoginResult) -> Mutation
}

extension Ledger {
    /// Subscribes to attempts to log in; replaces an earlier subscriber.
    package func subscribeToLogins(_ attempt: @escaping LoginAttempting) { onLogin = attempt }

    /// Suspends a request until a worker has tried a login, and records the result then.
    func suspend(_ wish: LoginWish, _ envelope: Envelope, _ caller: Caller) -> SuspendedRequest {
        let (attempt, record) = (onLogin, wish.record)
        let goOn = { @Sendable (result: LoginResult) -> SuspendedRequest.Resumption in
            { try $0.change(record(result), envelope, caller) }
        }
        let (target, secret) = (wish.target, wish.secret)
        return SuspendedRequest(
            method: envelope.method, caller: caller, patience: LedgerLimits.loginWait,
            begin: { done in
                guard let attempt else { return done(goOn(Self.noLogins)) }
                attempt(target, secret) { done(goOn($0)) }
            },
            late: goOn(
                LoginResult(failedAt: .worker, detail: "the worker did not report in time")))
    }

    private static let noLogins = LoginResult(
        failedAt: .worker, detail: "this desk has no worker")
}
