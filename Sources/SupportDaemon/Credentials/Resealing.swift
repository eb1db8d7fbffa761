import SupportModel
import SupportWire

/// What a change of the desk's key makes of the access data (R6), as far as one record takes it.
///
/// The key of a client is sealed anew, and the client's secrets stay as they are. A client gets another
/// key, and its secrets are sealed anew with that, where a secret of its was replaced or removed: what is
/// gone stays in the journal and cannot be opened once the desk's old key is destroyed. So it is where
/// an earlier release sealed a secret with the desk's key.
struct Resealing: Sendable {
    /// The mark of the desk's key in use.
    let key: String
    private(set) var closed: [ClosedCredentialView] = []
    /// How many secrets there are for the next record.
    private(set) var left = 0
    private var parts: [Part] = []
    private var bytes = 0

    /// What is sealed anew of one client.
    private struct Part: Sendable {
        let client: Name<Client>
        /// The client's key and the boxes of its secrets when they were opened.
        let keyBefore: ClientKey?
        let boxesBefore: [SealedSecret]
        let key: ClientKey
        var boxes: [ResealCredentials.Box] = []
        /// How many secrets open with the desk's key in use from then on.
        var count: Int

        /// Whether the client's key and secrets are as they were when they were opened.
        func isCurrent(in state: State) -> Bool {
            state.clientKeys[client] == keyBefore
                && state.access(of: client).map(\.sealed) == boxesBefore
        }
    }

    /// Opens and seals anew what is due, client by client.
    init(_ state: State, _ keys: CredentialKeys) throws(WireError) {
        key = keys.current.mark
        let byClient = Dictionary(grouping: state.access.values, by: \.client)
        for (client, entries) in byClient.sorted(by: { $0.key < $1.key }) {
            let due = entries.filter { isDue($0, in: state) }.sorted { $0.place < $1.place }
            guard !due.isEmpty else { continue }
            let open = due.filter { entry in
                let why = keys.trouble(of: entry, in: state)
                if let why { closed.append(ClosedCredentialView(entry.place, why: why)) }
                return why == nil
            }
            if open.isEmpty { continue }
            guard bytes < LedgerLimits.resealBytesMax else {
                left += open.count
                continue
            }
            do {
                try add(client, open, state, keys)
            } catch let error as WireError {
                throw error
            } catch {
                throw .accessKey("nothing can be sealed with it: \(error)", hint: "ask again")
            }
        }
    }

    /// Whether another key of the desk is needed to open a secret, or its client has no key for it.
    private func isDue(_ entry: Credential, in state: State) -> Bool {
        state.deskKey(of: entry) != key || state.clientKeys[entry.client]?.mark != entry.sealed.key
    }

    private mutating func add(
        _ client: Name<Client>, _ due: [Credential], _ state: State, _ keys: CredentialKeys
    ) throws {
        let kept = state.clientKeys[client]
        guard kept.map({ keys.key($0) != nil }) ?? true else {
            // Another key in its place would make all that it has sealed useless.
            closed += due.map {
                ClosedCredentialView($0.place, why: "the key of \(client) does not open")
            }
            return
        }
        let isAnother = kept.map { $0.isSpent && $0.wrapped.key != key } ?? true
        let (sealing, new) =
            try isAnother
            ? keys.current.makeKey(of: client) : rewrapped(kept, keys)
        guard let sealing, let new else { return }
        var part = Part(
            client: client, keyBefore: kept, boxesBefore: state.access(of: client).map(\.sealed),
            key: new, count: due.count)
        for entry in due where entry.sealed.key != new.mark {
            let secret = try keys.secret(of: entry, in: state)
            let sealed = try sealing.seal(
                secret.text, for: entry.place, inRecord: entry.version)
            bytes += sealed.box.utf8.count
            part.boxes.append(.init(place: entry.place, sealed: sealed))
        }
        bytes += new.wrapped.box.utf8.count
        parts.append(part)
    }

    /// The key that a client has, sealed with the desk's key in use.
    private func rewrapped(
        _ kept: ClientKey?, _ keys: CredentialKeys
    ) throws -> (CredentialKey?, ClientKey?) {
        guard let kept, let own = keys.key(kept) else { return (nil, nil) }
        guard kept.wrapped.key != key, let old = keys.old else { return (own, kept) }
        return (own, try keys.current.rewrap(kept, from: old))
    }

    /// What is still as it was when it was opened; what is not is left for the next record.
    mutating func dropChanged(in state: State) {
        let (same, changed) = (
            parts.filter { $0.isCurrent(in: state) }, parts.filter { !$0.isCurrent(in: state) }
        )
        left += changed.reduce(0) { $0 + $1.count }
        parts = same
    }

    /// The command that stores it.
    var command: ResealCredentials {
        ResealCredentials(
            keys: parts.filter { $0.key != $0.keyBefore }.map(\.key), boxes: parts.flatMap(\.boxes))
    }

    /// How many secrets it is about.
    var count: Int { parts.reduce(0) { $0 + $1.count } }
}
