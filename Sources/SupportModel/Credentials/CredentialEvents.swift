/// The events of access data.
enum CredentialEvents {
    static let all: [any DeskEvent.Type] = [
        CredentialWasSet.self, CredentialRevealed.self, CredentialRevealFailed.self,
        CredentialRemoved.self, CredentialsResealed.self,
    ]
}

/// An access was handed over, or replaced by another (R6).
package struct CredentialWasSet: DeskEvent {
    package static let type = "access.set"
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    var kind: CredentialKind
    /// The user to log in as from then on.
    var user: String?
    /// The URL or host from then on.
    var address: String?
    /// The sealed secret.
    var sealed: SealedSecret

    /// Replaces the access; the new one has not been revealed yet.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let entry = Credential(
            client: client, project: project, kind: kind, user: user, address: address,
            sealed: sealed, setAt: stamp.at, setBy: stamp.by, looks: 0, version: stamp.sequence)
        state.access[entry.place] = entry
    }

    /// `admin access of acme set`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) set"
    }

    /// Without the box: readers of the log do not need it, and a copy of it could be decrypted if
    /// its key were disclosed later.
    package var redacted: any DeskEvent {
        var redacted = self
        redacted.sealed.box = ""
        return redacted
    }
}

/// Somebody viewed a secret (R6).
package struct CredentialRevealed: DeskEvent {
    package static let type = "access.revealed"
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    var kind: CredentialKind
    /// The purpose; nil if not given.
    var reason: String?

    /// Counts the reveal and keeps it as the last one.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let place = CredentialPlace(client: client, project: project, kind: kind)
        guard var entry = state.access[place] else { return }
        entry.looks += 1
        entry.lastLook = CredentialUse(at: stamp.at, by: stamp.by, reason: reason)
        state.access[place] = entry
    }

    /// `admin access of acme looked at: moving the shop`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) looked at"
            + (reason.map { ": \($0)" } ?? "")
    }
}

/// A caller with the permission requested a secret and did not receive it, because it cannot be
/// decrypted (R6).
package struct CredentialRevealFailed: DeskEvent {
    package static let type = "access.reveal-failed"
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    var kind: CredentialKind
    /// The purpose; nil if not given.
    var reason: String?
    /// Why it could not be decrypted: the error's word, `access-key` or `access-sealed`.
    var why: String

    /// Changes nothing: the event is kept for the history only.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `admin access of acme asked for in vain (access-sealed): moving the shop`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) asked for in vain (\(why))"
            + (reason.map { ": \($0)" } ?? "")
    }
}

/// A stored secret was encrypted with another key of the desk (R6).
package struct CredentialsResealed: DeskEvent {
    package static let type = "access.resealed"
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    var kind: CredentialKind
    /// The same secret, encrypted with the other key.
    var sealed: SealedSecret

    /// Stores the new box; nothing that callers can see changes, so the version stays.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let place = CredentialPlace(client: client, project: project, kind: kind)
        state.access[place]?.sealed = sealed
    }

    /// `admin access of acme sealed with key 00112233aabbccdd`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) sealed with key \(sealed.key)"
    }

    /// Without the box, as of `CredentialWasSet`.
    package var redacted: any DeskEvent {
        var redacted = self
        redacted.sealed.box = ""
        return redacted
    }
}

/// An access was removed (R6). Its sealed secret stays in the journal.
package struct CredentialRemoved: DeskEvent {
    package static let type = "access.removed"
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    var kind: CredentialKind

    /// Removes the access.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.access[CredentialPlace(client: client, project: project, kind: kind)] = nil
    }

    /// `admin access of acme removed`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) removed"
    }
}
