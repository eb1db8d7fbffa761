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
        .keyed { envelope, desk in
            let request = try envelope.decode(CredentialSet.self)
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            try SecretRule.check(request.secret.text)
            // Before there is a key: a request that is refused makes none.
            try desk.state.expectCredentialPlace(place)
            let (file, hasSecrets) = (desk.settings.accessKey, !desk.state.access.isEmpty)
            return KeyUse({ () throws(WireError) in try file.readOrMake(hasSecrets: hasSecrets) }) {
                keys, desk in .mutation(try mutation(request, place, keys.get(), desk))
            }
        })

    private static func mutation(
        _ request: CredentialSet, _ place: CredentialPlace, _ keys: CredentialKeys,
        _ desk: DeskView
    ) throws -> Mutation {
        try keys.expectFamiliar(desk.state.access.values.lazy.filter { $0.place != place })
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
    }
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
        .keyed { envelope, desk in
            let request = try envelope.decode(CredentialReveal.self)
            guard try envelope.options().idempotencyKey == nil else {
                throw WireError.badParameters(
                    CredentialReveal.method,
                    "idempotency_key: each look is recorded as one of its own, and no answer is kept"
                )
            }
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            _ = try desk.state.access(place)
            let file = desk.settings.accessKey
            return KeyUse({ () throws(WireError) in try file.read() }) { keys, desk in
                .mutation(try mutation(place, request.reason, keys, desk))
            }
        })

    private static func mutation(
        _ place: CredentialPlace, _ reason: String?, _ keys: Result<CredentialKeys, WireError>,
        _ desk: DeskView
    ) throws -> Mutation {
        let entry = try desk.state.access(place)
        let secret: SecretText
        do throws(WireError) {
            secret = try keys.get().secret(of: entry)
        } catch {
            return failure(place, reason, error)
        }
        return Mutation(
            command: RevealCredential(place: place, reason: reason), isDryRun: false,
            reply: { done in
                let view = CredentialView(try done.view.state.access(place))
                return try RawJSON(encoding: CredentialReveal.Reply(access: view, secret: secret))
            })
    }

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
enum CredentialVerifyHandler {
    static let route = Route(
        CredentialVerify.self,
        .keyed { envelope, desk in
            _ = try envelope.decode(CredentialVerify.self)
            // What is checked is what the key was asked for: secrets that are kept meanwhile are not.
            let (file, state) = (desk.settings.accessKey, desk.state)
            return KeyUse(
                { () throws(WireError) -> CredentialKeys? in
                    let hasSecrets = !state.access.isEmpty
                    if let problem = file.problem(hasSecrets: hasSecrets) { throw problem }
                    return hasSecrets ? try file.read() : try? file.read()
                },
                next: { keys, _ in
                    let keys = try keys.get()
                    return .errand { try RawJSON(encoding: answer(keys, state)) }
                })
        })

    private static func answer(_ keys: CredentialKeys?, _ state: State) -> CredentialVerify.Reply {
        let entries = state.access.values.sorted { $0.place < $1.place }
        let closed = entries.compactMap { entry in
            keys?.trouble(of: entry).map { ClosedCredentialView(entry.place, why: $0) }
        }
        let old = keys?.old.map { old in entries.count { $0.sealed.key == old.mark } } ?? 0
        return CredentialVerify.Reply(
            checked: entries.count, key: keys?.current.mark, old: old == 0 ? nil : old,
            closed: closed, missing: state.missingAccess())
    }
}

/// Answers `access.reseal`. Each box names its key, so a change of keys may stop half way and go on
/// later: nothing is closed meanwhile. The boxes are made where the key is read; one whose secret was
/// replaced meanwhile is dropped.
enum CredentialResealHandler {
    static let route = Route(
        CredentialReseal.self,
        .keyed { envelope, desk in
            _ = try envelope.decode(CredentialReseal.self)
            let (file, access) = (desk.settings.accessKey, desk.state.access)
            return KeyUse(
                { () throws(WireError) in
                    let keys = try file.readOrMake(hasSecrets: !access.isEmpty)
                    return try Work(access.values, keys)
                },
                next: { work, desk in .mutation(try mutation(work.get(), desk)) })
        })

    private static func mutation(_ work: Work, _ desk: DeskView) throws -> Mutation {
        let boxes = work.boxes.filter { desk.state.access[$0.box.place]?.sealed == $0.opened }
            .map(\.box)
        return Mutation(
            command: ResealCredentials(boxes: boxes), isDryRun: false,
            reply: { _ in
                try RawJSON(
                    encoding: CredentialReseal.Reply(
                        resealed: boxes.count, left: work.left, key: work.key,
                        closed: work.closed))
            })
    }

    /// What one record takes of what is due.
    private struct Work: Sendable {
        /// The mark of the key in use.
        let key: String
        /// The new boxes, and of each the one that it was made of.
        var boxes: [(box: ResealCredentials.Box, opened: SealedSecret)] = []
        var closed: [ClosedCredentialView] = []
        var left = 0

        init(_ access: some Sequence<Credential>, _ keys: CredentialKeys) throws(WireError) {
            key = keys.current.mark
            var bytes = 0
            for entry in access.sorted(by: { $0.place < $1.place })
            where entry.sealed.key != key {
                if let why = keys.trouble(of: entry) {
                    closed.append(ClosedCredentialView(entry.place, why: why))
                } else if bytes < LedgerLimits.resealBytesMax {
                    let sealed = try keys.resealed(entry)
                    bytes += sealed.box.utf8.count
                    boxes.append((.init(place: entry.place, sealed: sealed), entry.sealed))
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
