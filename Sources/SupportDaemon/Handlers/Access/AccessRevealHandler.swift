import SupportJSON
import SupportModel
import SupportWire

/// Answers `access.reveal`: the secret is opened first, and told when the look is durable. One that
/// does not open is recorded too, and the caller is told why.
///
/// A row of its own, because no answer of it may be kept: a record would hold the secret.
enum AccessRevealHandler {
    static let route = Route(
        AccessReveal.self,
        .mutation { envelope, desk in
            let request = try envelope.decode(AccessReveal.self)
            guard try envelope.options().idempotencyKey == nil else {
                throw WireError.badParameters(
                    AccessReveal.method,
                    "idempotency_key: each look is recorded as one of its own, and no answer is kept"
                )
            }
            let place = AccessPlace(
                client: request.client, project: request.project, kind: request.kind)
            let entry = try desk.state.access(place)
            let secret: SecretText
            do {
                secret = try desk.settings.accessKey.read().secret(of: entry)
            } catch let error as WireError {
                return failure(place, request.reason, error)
            }
            return Mutation(
                command: RevealAccess(place: place, reason: request.reason), isDryRun: false,
                reply: { done in
                    let view = AccessView(try done.view.state.access(place))
                    return try RawJSON(
                        encoding: AccessReveal.Reply(access: view, secret: secret))
                })
        })

    /// Whoever asked is told the error, once it is recorded that they did.
    private static func failure(
        _ place: AccessPlace, _ reason: String?, _ error: WireError
    ) -> Mutation {
        Mutation(
            command: NoteFailedReveal(place: place, reason: reason, why: error.data.error),
            isDryRun: false, reply: { _ in throw error })
    }
}
