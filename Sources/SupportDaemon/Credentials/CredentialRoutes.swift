import SupportJSON
import SupportModel
import SupportWire

/// The methods of access data (R6).
enum CredentialRoutes {
    static let all: [Route] = [
        set,
        .read(CredentialList.self, answer: list),
        reveal,
        .read(CredentialVerify.self, answer: verify),
        reseal,
        .change(RemoveCredential.self) { done in
            RemoveCredential.Reply(
                client: done.made.client, project: done.made.project, removed: done.made.kind)
        },
    ]

    /// The secret is sealed here, and the rules see only the box.
    ///
    /// What an idempotency key remembers of the request is digested under the desk's key: a plain
    /// digest of a password could be guessed from the journal.
    private static let set = Route(
        CredentialSet.self,
        .mutation { envelope, desk in
            let request = try envelope.decode(CredentialSet.self)
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            try SecretRule.check(request.secret.text)
            // Before there is a key: a request that is refused makes none.
            try desk.state.expectCredentialPlace(place)
            let kept = desk.state.access.values
            let keys = try desk.settings.accessKey.readOrMake(
                hasSecrets: !kept.isEmpty, isDryRun: envelope.options().dryRun ?? false)
            try keys.expectFamiliar(kept.lazy.filter { $0.place != place })
            let key = keys.current
            let command = SetCredential(
                place: place, user: request.user, address: request.address,
                sealed: try key.seal(request.secret.text, for: place))
            return Mutation(command, digest: { key.digest($0) }) { done in
                try RawJSON(encoding: CredentialView(done.state.access.made(done.made)))
            }
        })

    /// The secret is opened first, and sent when the record of the look is durable. One that does not
    /// open is recorded too, and the caller gets the reason.
    ///
    /// No answer of it may be kept, because a record would hold the secret; and it is never only
    /// tried, because that would show the secret without a record.
    private static let reveal = Route(
        CredentialReveal.self,
        .mutation { envelope, desk in
            let request = try envelope.decode(CredentialReveal.self)
            try expectRecorded(try envelope.options())
            let place = CredentialPlace(
                client: request.client, project: request.project, kind: request.kind)
            let entry = try desk.state.access(place)
            let secret: SecretText
            do {
                secret = try desk.settings.accessKey.read().secret(of: entry)
            } catch let error as WireError {
                // Whoever asked gets the error, once it is recorded that they did.
                return Mutation(
                    NoteFailedReveal(place: place, reason: request.reason, why: error.data.error)
                ) { _ in throw error }
            }
            return Mutation(RevealCredential(place: place, reason: request.reason)) { done in
                let view = CredentialView(done.state.access.made(done.made))
                return try RawJSON(encoding: CredentialReveal.Reply(access: view, secret: secret))
            }
        })

    private static func expectRecorded(_ options: MutationOptions) throws(WireError) {
        guard options.idempotencyKey == nil else {
            throw .badParameters(
                CredentialReveal.method,
                "idempotency_key: each look is recorded as one of its own, and no answer is kept")
        }
        guard !(options.dryRun ?? false) else {
            throw .badParameters(
                CredentialReveal.method, "dry_run: each look is recorded, and none is only tried")
        }
    }

    /// Each box names its key, so a change of keys may stop half way and go on later: nothing is
    /// closed meanwhile.
    private static let reseal = Route(
        CredentialReseal.self,
        .mutation { envelope, desk in
            _ = try envelope.decode(CredentialReseal.self)
            let entries = desk.state.access.values.sorted { $0.place < $1.place }
            let keys = try desk.settings.accessKey.readOrMake(
                hasSecrets: !entries.isEmpty, isDryRun: envelope.options().dryRun ?? false)
            let work = try Resealing(entries.filter { $0.sealed.key != keys.current.mark }, keys)
            return Mutation(ResealCredentials(boxes: work.boxes)) { _ in
                try RawJSON(
                    encoding: CredentialReseal.Reply(
                        resealed: work.boxes.count, left: work.left, key: keys.current.mark,
                        closed: work.closed))
            }
        })

    private static func list(_ request: CredentialList, _ desk: DeskView) throws
        -> CredentialList.Reply
    {
        if let client = request.client { _ = try desk.state.client(client) }
        let entries = desk.state.access.values
            .filter { request.client == nil || $0.client == request.client }
            .sorted { $0.place < $1.place }
        return CredentialList.Reply(
            access: entries.map(CredentialView.init),
            missing: desk.state.missingAccess(of: request.client))
    }

    private static func verify(_ request: CredentialVerify, _ desk: DeskView) throws
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

/// What one record takes of what is due.
private struct Resealing {
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
