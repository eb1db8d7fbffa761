import SupportModel
import SupportWire

/// The desk's key in use and, while a change of keys is under way, the one before it (R6).
package struct CredentialKeys: Sendable {
    /// What seals the keys of clients.
    package let current: CredentialKey
    /// What still opens, and seals no more.
    package let old: CredentialKey?

    /// The desk's key of a mark; nil where it is not at hand.
    private func deskKey(_ mark: String) -> CredentialKey? {
        if mark == current.mark { return current }
        return mark == old?.mark ? old : nil
    }

    /// The key of a client; nil where it does not open.
    func key(_ kept: ClientKey) -> CredentialKey? { deskKey(kept.wrapped.key)?.unwrap(kept) }

    // MARK: Opening

    /// The secret of an access of a desk, or why it does not open.
    private func opened(_ entry: Credential, in state: State) -> Result<String, Closed> {
        let mark = state.deskKey(of: entry)
        guard let deskKey = deskKey(mark) else {
            return .failure(
                Closed(why: "it was sealed with key \(mark), and the desk has key \(current.mark)"))
        }
        var (key, sequence) = (deskKey, UInt64?.none)
        if let kept = state.clientKeys[entry.client], kept.mark == entry.sealed.key {
            guard let own = deskKey.unwrap(kept) else {
                return .failure(Closed(why: "the key of \(entry.client) is damaged"))
            }
            (key, sequence) = (own, entry.version)
        }
        guard let text = key.open(entry.sealed, for: entry.place, inRecord: sequence) else {
            return .failure(
                Closed(why: "it is damaged, or was sealed for another place or an earlier record"))
        }
        return .success(text)
    }

    /// A secret that does not open.
    private struct Closed: Error {
        let why: String
    }

    /// Why a kept secret does not open; nil where it does.
    func trouble(of entry: Credential, in state: State) -> String? {
        guard case .failure(let closed) = opened(entry, in: state) else { return nil }
        return closed.why
    }

    /// The secret of an access; refused where it does not open.
    func secret(of entry: Credential, in state: State) throws(WireError) -> SecretText {
        switch opened(entry, in: state) {
        case .success(let text): return SecretText(text)
        case .failure(let closed): throw .accessSealed(entry.place.description, closed.why)
        }
    }

    // MARK: Sealing

    /// The key to seal a secret of a place with: the client's, or a new one where it has none or none
    /// that anything else depends on. Refused where the client's does not open.
    func keyForSealing(
        _ place: CredentialPlace, in state: State
    ) throws -> (key: CredentialKey, new: ClientKey?) {
        if let kept = state.clientKeys[place.client] {
            if let key = key(kept) { return (key, nil) }
            let other = state.access(of: place.client).first {
                $0.place != place && $0.sealed.key == kept.mark
            }
            if let other {
                throw WireError.accessKey(
                    "the key of \(place.client), with which the \(other.place) was sealed, does not "
                        + "open with key \(current.mark)",
                    hint:
                        "put key \(kept.wrapped.key) back, or remove what nobody can read any more")
            }
        }
        let made = try current.makeKey(of: place.client)
        return (made.key, made.kept)
    }

    /// Refuses to seal beside secrets none of which these keys have sealed: somebody has put a
    /// wrong file in the key's place.
    ///
    /// - Parameter place: what is to be sealed, which does not count.
    func expectFamiliar(_ state: State, besides place: CredentialPlace) throws(WireError) {
        var other: Credential?
        for entry in state.access.values where entry.place != place {
            if deskKey(state.deskKey(of: entry)) != nil { return }
            other = entry
        }
        guard let other else { return }
        throw .accessKey(
            "the desk has key \(current.mark), which sealed none of the secrets that are kept; "
                + "the \(other.place) names key \(state.deskKey(of: other))",
            hint: "put that key back, or remove what nobody can read any more")
    }
}
