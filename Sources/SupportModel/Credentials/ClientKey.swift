/// The key that seals the secrets of one client, as the journal holds it: itself encrypted, with the
/// key of the desk (R6).
///
/// To change the desk's key, only these are encrypted anew, and the secrets stay as they are. The
/// model neither encrypts nor decrypts them.
package struct ClientKey: Hashable, Sendable, Codable {
    package var client: Name<Client>
    /// The mark by which the boxes of secrets name this key.
    package var mark: String
    /// The key itself, encrypted with the desk's, whose mark it names.
    package var wrapped: SealedSecret
    /// Whether a secret that it sealed was replaced or removed: with the next change of the desk's
    /// key the client gets another one, so that what is gone cannot be decrypted any more.
    package var isSpent: Bool

    package init(client: Name<Client>, mark: String, wrapped: SealedSecret, isSpent: Bool = false) {
        (self.client, self.mark, self.wrapped) = (client, mark, wrapped)
        self.isSpent = isSpent
    }
}

extension State {
    /// The accesses of a client, in order of project and kind.
    package func access(of client: Name<Client>) -> [Credential] {
        access.values.filter { $0.client == client }.sorted { $0.place < $1.place }
    }

    /// The mark of the desk's key that is needed to decrypt a secret: the one that encrypted its
    /// client's key, or else the one that sealed it, as releases before client keys did.
    package func deskKey(of entry: Credential) -> String {
        guard let key = clientKeys[entry.client], key.mark == entry.sealed.key else {
            return entry.sealed.key
        }
        return key.wrapped.key
    }

    /// Notes that what a box holds is gone, so that the key of its client is to be replaced; one that
    /// nothing is sealed with any more is forgotten.
    mutating func discard(_ sealed: SealedSecret, of client: Name<Client>) {
        guard clientKeys[client]?.mark == sealed.key else { return }
        let isUsed = access.values.contains { $0.client == client && $0.sealed.key == sealed.key }
        if isUsed { clientKeys[client]?.isSpent = true } else { clientKeys[client] = nil }
    }
}

/// A client has a key of its own, or that was encrypted with another key of the desk (R6).
package struct ClientKeyWasWrapped: DeskEvent {
    package static let type = "access.keyed"
    var client: Name<Client>
    /// The mark of the client's key.
    var mark: String
    /// The client's key, encrypted with the desk's.
    var wrapped: SealedSecret

    /// The event that makes a client's key what it is given as.
    init(_ key: ClientKey) {
        (client, mark, wrapped) = (key.client, key.mark, key.wrapped)
    }

    /// Stores the key; one that is only encrypted anew stays spent.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let before = state.clientKeys[client]
        state.clientKeys[client] = ClientKey(
            client: client, mark: mark, wrapped: wrapped,
            isSpent: before?.mark == mark && before?.isSpent == true)
    }

    /// `access of acme: its key 00112233aabbccdd sealed with key 2233445566778899`.
    package var summary: String {
        "access of \(client): its key \(mark) sealed with key \(wrapped.key)"
    }

    /// The event without the encrypted key.
    package var redacted: any DeskEvent {
        var redacted = self
        redacted.wrapped.box = ""
        return redacted
    }
}
