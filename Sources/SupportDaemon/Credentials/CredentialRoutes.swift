import SupportJSON
import SupportModel
import SupportWire

/// Answers `access.set`: the secret is sealed here, and the rules see only the box.
///
/// A row of its own, because what an idempotency key remembers of the request must be digested under
/// the desk's key: a plain digest of a password could be guessed from the journal.
enum CredentialSetHandler {
    static let route = Route(
        CredentialSet.self,
        .mutation { envelope, desk in
            let request = try envelope.decode(CredentialSet.self)
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            try SecretRule.check(request.secret.text)
            // Before there is a key: a request that is refused makes none.
            try desk.state.expectCredentialPlace(place)
            let kept = desk.state.access.values
            let keys = try desk.settings.accessKey.readOrMake(hasSecrets: !kept.isEmpty)
            try keys.expectFamiliar(kept.lazy.filter { $0.place != place })
            let key = keys.current
            return Mutation(
                command: SetCredential(
                    place: place, user: request.user, address: request.address,
                    sealed: try key.seal(request.secret.text, for: place)),
                isDryRun: false,
                reply: { done in
                    try RawJSON(encoding: CredentialView(try done.view.state.access(place)))
                },
                digest: { key.digest($0) })
        })
}

/// Answers `access.list`.
enum CredentialListHandler: ReadHandler {
    static func answer(_ request: CredentialList, _ desk: DeskView) throws -> CredentialList.Reply {
        if let client = request.client { _ = try desk.state.client(client) }
        let entries = desk.state.access.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.place < $1.place }
        return CredentialList.Reply(
            access: entries.map(CredentialView.init),
            missing: desk.state.missingAccess(of: request.client))
    }
}

/// Answers `access.reveal`: the secret is opened first, and told when the look is durable. One that
/// does not open is recorded too, and the caller is told why.
///
/// A row of its own, because no answer of it may be kept: a record would hold the secret.
enum CredentialRevealHandler {
    static let route = Route(
        CredentialReveal.self,
        .mutation { envelope, desk in
            let request = try envelope.decode(CredentialReveal.self)
            guard try envelope.options().idempotencyKey == nil else {
                throw WireError.badParameters(
                    CredentialReveal.method,
                    "idempotency_key: each look is recorded as one of its own, and no answer is kept"
                )
            }
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            let entry = try desk.state.access(place)
            let secret: SecretText
            do {
                secret = try desk.settings.accessKey.read().secret(of: entry)
            } catch let error as WireError {
                return failure(place, request.reason, error)
            }
            return Mutation(
                command: RevealCredential(place: place, reason: request.reason), isDryRun: false,
                reply: { done in
                    let view = CredentialView(try done.view.state.access(place))
                    return try RawJSON(
                        encoding: CredentialReveal.Reply(access: view, secret: secret))
                })
        })

    /// Whoever asked is told the error, once it is recorded that they did.
    private static func failure(
        _ place: CredentialPlace, _ reason: String?, _ error: WireError
    ) -> Mutation {
        Mutation(
            command: NoteFailedReveal(place: place, reason: reason, why: error.data.error),
            isDryRun: false, reply: { _ in throw error })
    }
}

/// Answers `access.verify`.
enum CredentialVerifyHandler: ReadHandler {
    static func answer(_ request: CredentialVerify, _ desk: DeskView) throws
        -> CredentialVerify.Reply
    {
        let entries = desk.state.access.values.sorted { $0.place < $1.place }
        let missing = desk.state.missingAccess()
        let file = desk.settings.accessKey
        if let problem = file.problem(hasSecrets: !entries.isEmpty) { throw problem }
        guard !entries.isEmpty else {
            return CredentialVerify.Reply(
                checked: 0, key: (try? file.read())?.current.mark, closed: [], missing: missing)
        }
        let keys = try file.read()
        let closed = entries.compactMap { entry in
            keys.trouble(of: entry).map { ClosedCredentialView(entry.place, why: $0) }
        }
        let old = keys.old.map { old in entries.count { $0.sealed.key == old.mark } } ?? 0
        return CredentialVerify.Reply(
            checked: entries.count, key: keys.current.mark, old: old == 0 ? nil : old,
            closed: closed, missing: missing)
    }
}

/// Answers `access.reseal`. Each box names its key, so a change of keys may stop half way and go on
/// later: nothing is closed meanwhile.
enum CredentialResealHandler {
    static let route = Route(
        CredentialReseal.self,
        .mutation { envelope, desk in
            _ = try envelope.decode(CredentialReseal.self)
            let entries = desk.state.access.values.sorted { $0.place < $1.place }
            let keys = try desk.settings.accessKey.readOrMake(hasSecrets: !entries.isEmpty)
            let work = try Work(entries.filter { $0.sealed.key != keys.current.mark }, keys)
            return Mutation(
                command: ResealCredentials(boxes: work.boxes), isDryRun: false,
                reply: { _ in
                    try RawJSON(
                        encoding: CredentialReseal.Reply(
                            resealed: work.boxes.count, left: work.left, key: keys.current.mark,
                            closed: work.closed))
                })
        })

    /// What one record takes of what is due.
    private struct Work {
        var boxes: [ResealCredentials.Box] = []
        var closed: [ClosedCredentialView] = []
        var left = 0

        init(_ due: [Credential], _ keys: CredentialKeys) throws {
            var bytes = 0
            for entry in due {
                if let why = keys.trouble(of: entry) {
                    closed.append(ClosedCredentialView(entry.place, why: why))
                } else if bytes < LedgerLimits.resealBytesMax {
                    let secret = try keys.secret(of: entry)
                    let sealed = try keys.current.seal(secret.text, for: entry.place)
                    bytes += sealed.box.utf8.count
                    boxes.append(ResealCredentials.Box(place: entry.place, sealed: sealed))
                } else {
                    left += 1
                }
            }
        }
    }
}

/// Answers `access.remove`.
enum CredentialRemoveHandler: MutationHandler {
    static func command(_ request: CredentialRemove, _ desk: DeskView) throws -> RemoveCredential {
        RemoveCredential(
            place: CredentialPlace(
                client: request.client, project: request.project, kind: request.kind))
    }

    static func reply(_ request: CredentialRemove, _ done: Done) throws -> CredentialRemove.Reply {
        CredentialRemove.Reply(
            client: request.client, project: request.project, removed: request.kind)
    }
}
