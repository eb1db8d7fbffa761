import SupportJSON
import SupportModel
import SupportWire

/// Answers `access.set`: the secret is sealed here, and the rules see only the box.
///
/// A row of its own, because what an idempotency key remembers of the request must be digested under
/// the desk's key: a plain digest of a password could be guessed from the journal.
enum AccessSetHandler {
    static let route = Route(
        AccessSet.self,
        .mutation { envelope, desk in
            let request = try envelope.decode(AccessSet.self)
            let place = AccessPlace(
                client: request.client, project: request.project, kind: request.kind)
            try SecretRule.check(request.secret.text)
            // Before there is a key: a request that is refused makes none.
            try desk.state.expectAccessPlace(place)
            let kept = desk.state.access.values
            let keys = try desk.settings.accessKey.readOrMake(hasSecrets: !kept.isEmpty)
            try keys.expectFamiliar(kept.lazy.filter { $0.place != place })
            let key = keys.current
            return Mutation(
                command: SetAccess(
                    place: place, user: request.user, address: request.address,
                    sealed: try key.seal(request.secret.text, for: place)),
                isDryRun: false,
                reply: { done in
                    try RawJSON(encoding: AccessView(try done.view.state.access(place)))
                },
                digest: { key.digest($0) })
        })
}
