import SupportJSON
import SupportModel
import SupportWire

/// The methods of access data (R6).
///
/// What needs the key has its file read off the event loop (``KeyUse``), and is decided when that was
/// read.
enum CredentialRoutes {
    static let all: [Route] = [
        set,
        .read(CredentialList.self, answer: list),
        reveal,
        tryLogin,
        verify,
        reseal,
        .change(RemoveCredential.self) { done in
            RemoveCredential.Reply(
                client: done.made.client, project: done.made.project, removed: done.made.kind)
        },
    ]

    // MARK: access.set

    /// The secret is sealed here, and the rules see only the box.
    ///
    /// What an idempotency key remembers of the request is digested under the desk's key: a plain
    /// digest of a password could be guessed from the journal.
    private static let set = Route(
        CredentialSet.self,
        .keyed { envelope, desk in
            let request = try envelope.decode(CredentialSet.self)
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            try SecretRule.check(request.secret.text)
            // Before there is a key: a request that is refused makes none.
            try desk.state.expectCredentialPlace(place)
            let (file, hasSecrets) = (desk.settings.accessKey, !desk.state.access.isEmpty)
            let isDryRun = try envelope.options().dryRun ?? false
            return KeyUse(
                { () throws(WireError) in
                    try file.readOrMake(hasSecrets: hasSecrets, isDryRun: isDryRun)
                },
                next: { keys, desk in .mutation(try setting(request, place, keys.get(), desk)) })
        })

    private static func setting(
        _ request: CredentialSet, _ place: CredentialPlace, _ keys: CredentialKeys,
        _ desk: DeskView
    ) throws -> Mutation {
        try keys.expectFamiliar(desk.state, besides: place)
        let (key, new) = try keys.keyForSealing(place, in: desk.state)
        // The record that this turn makes is the next one.
        let sealed = try key.seal(
            request.secret.text, for: place, inRecord: desk.state.sequence + 1)
        let command = SetCredential(
            place: place, user: request.user, address: request.address, sealed: sealed, newKey: new)
        return Mutation(command, digest: { keys.current.digest($0) }) { done in
            try RawJSON(
                encoding: CredentialView(done.state.access.made(done.made), in: done.state))
        }
    }

    // MARK: access.reveal

    /// The secret is opened first, and sent when the record of the reveal is durable. One that does
    /// not open is recorded too, and the caller gets the reason.
    ///
    /// No answer of it may be kept, because a record would hold the secret; and it is never only
    /// tried, because that would show the secret without a record.
    private static let reveal = Route(
        RevealCredential.self,
        .keyed { envelope, desk in
            let request = try envelope.decode(RevealCredential.self)
            try expectRecorded(try envelope.options(), RevealCredential.method.name)
            _ = try desk.state.access(request.place)
            let file = desk.settings.accessKey
            return KeyUse({ () throws(WireError) in try file.read() }) { keys, desk in
                .mutation(try revealing(request, keys, desk))
            }
        })

    private static func revealing(
        _ request: RevealCredential, _ keys: Result<CredentialKeys, WireError>, _ desk: DeskView
    ) throws -> Mutation {
        let entry = try desk.state.access(request.place)
        let secret: SecretText
        do throws(WireError) {
            secret = try keys.get().secret(of: entry, in: desk.state)
        } catch {
            // Whoever asked gets the error, once it is recorded that they did.
            return Mutation(
                NoteFailedReveal(
                    place: request.place, reason: request.reason, why: error.data.error)
            ) { _ in throw error }
        }
        return Mutation(request) { done in
            let view = CredentialView(
                done.state.access.made(done.made), in: done.state)
            return try RawJSON(encoding: RevealCredential.Reply(access: view, secret: secret))
        }
    }

    private static func expectRecorded(
        _ options: MutationOptions, _ method: String
    ) throws(WireError) {
        guard options.idempotencyKey == nil else {
            throw .badParameters(
                method,
                "idempotency_key: each look is recorded as one of its own, and no answer is kept")
        }
        guard !(options.dryRun ?? false) else {
            throw .badParameters(
                method,
                "dry_run: each look is recorded, and none is only tried")
        }
    }

    // MARK: access.try

    /// The secret is opened and handed over to a worker; what came of it is recorded before it is
    /// answered. A secret that does not open is recorded as asked for.
    private static let tryLogin = Route(
        TryCredential.self,
        .keyed { envelope, desk in
            let request = try envelope.decode(TryCredential.self)
            try expectRecorded(try envelope.options(), TryCredential.method.name)
            _ = try LoginTarget(try desk.state.access(request.place))
            let file = desk.settings.accessKey
            return KeyUse({ () throws(WireError) in try file.read() }) { keys, desk in
                try trying(request, keys, desk)
            }
        })

    private static func trying(
        _ request: TryCredential, _ keys: Result<CredentialKeys, WireError>, _ desk: DeskView
    ) throws -> KeyUse.Result {
        let entry = try desk.state.access(request.place)
        let target = try LoginTarget(entry)
        let secret: SecretText
        do throws(WireError) {
            secret = try keys.get().secret(of: entry, in: desk.state)
        } catch {
            return .mutation(
                Mutation(
                    NoteFailedReveal(
                        place: request.place, reason: "to try it", why: error.data.error)
                ) { _ in throw error })
        }
        return .login(
            LoginWish(target: target, secret: secret) { result in
                Mutation(NoteTriedLogin(place: request.place, result: result)) { done in
                    let view = CredentialView(
                        done.state.access.made(done.made), in: done.state)
                    return try RawJSON(
                        encoding: TryCredential.Reply(
                            access: view, url: target.url, result: result))
                }
            })
    }

    // MARK: access.reseal

    /// Each box names its key, so a change of keys may stop half way and go on later: nothing is
    /// closed meanwhile. The boxes are made where the key is read; those of a client whose secrets
    /// were changed meanwhile are dropped.
    private static let reseal = Route(
        CredentialReseal.self,
        .keyed { envelope, desk in
            _ = try envelope.decode(CredentialReseal.self)
            let (file, state) = (desk.settings.accessKey, desk.state)
            let isDryRun = try envelope.options().dryRun ?? false
            return KeyUse(
                { () throws(WireError) in
                    let keys = try file.readOrMake(
                        hasSecrets: !state.access.isEmpty, isDryRun: isDryRun)
                    return try Resealing(state, keys)
                },
                next: { work, desk in .mutation(resealing(try work.get(), desk)) })
        })

    private static func resealing(_ work: Resealing, _ desk: DeskView) -> Mutation {
        var work = work
        work.dropChanged(in: desk.state)
        let reply = CredentialReseal.Reply(
            resealed: work.count, left: work.left, key: work.key, closed: work.closed)
        return Mutation(work.command) { _ in try RawJSON(encoding: reply) }
    }

    // MARK: access.list, access.verify

    private static func list(_ request: CredentialList, _ desk: DeskView) throws
        -> CredentialList.Reply
    {
        if let client = request.client { _ = try desk.state.client(client) }
        let entries = desk.state.access.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.place < $1.place }
        return CredentialList.Reply(
            access: entries.map { CredentialView($0, in: desk.state) },
            missing: desk.state.missingAccess(of: request.client))
    }

    /// The secrets are checked that were kept when the key was asked for.
    private static let verify = Route(
        CredentialVerify.self,
        .keyed { envelope, desk in
            _ = try envelope.decode(CredentialVerify.self)
            let (file, state) = (desk.settings.accessKey, desk.state)
            return KeyUse(
                { () throws(WireError) -> CredentialKeys? in
                    let hasSecrets = !state.access.isEmpty
                    if let problem = file.problem(hasSecrets: hasSecrets) { throw problem }
                    return hasSecrets ? try file.read() : try? file.read()
                },
                next: { keys, _ in
                    let keys = try keys.get()
                    return .errand { try RawJSON(encoding: verification(keys, state)) }
                })
        })

    private static func verification(
        _ keys: CredentialKeys?, _ state: State
    ) -> CredentialVerify.Reply {
        let entries = state.access.values.sorted { $0.place < $1.place }
        let closed = entries.compactMap { entry in
            keys?.trouble(of: entry, in: state).map { ClosedCredentialView(entry.place, why: $0) }
        }
        let old = keys?.old.map { old in entries.count { state.deskKey(of: $0) == old.mark } } ?? 0
        return CredentialVerify.Reply(
            checked: entries.count, key: keys?.current.mark, old: old, closed: closed,
            missing: state.missingAccess())
    }
}
