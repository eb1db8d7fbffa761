/// The events of access data.
enum CredentialEvents {
    static let all: [any DeskEvent.Type] = [
        CredentialWasSet.self, CredentialRevealed.self, CredentialRevealFailed.self,
        CredentialRemoved.self, CredentialsResealed.self,
    ]
}

/// An access was handed over, or replaced by another (R6).
package struct CredentialWasSet: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.set"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three it is.
    var kind: CredentialKind
    /// The user to log in as from then on.
    var user: String?
    /// The URL or host from then on.
    var address: String?
    /// The secret, closed.
    var sealed: SealedSecret

    /// Replaces what was there; nobody has viewed the new one.
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

    /// Without the box: whoever may read the log has no use for it, and a copy of a box outlives the
    /// care that is taken of its key.
    package var redacted: any DeskEvent {
        var redacted = self
        redacted.sealed.box = ""
        return redacted
    }
}

/// Somebody viewed a secret (R6).
package struct CredentialRevealed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.revealed"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three was viewed.
    var kind: CredentialKind
    /// What for, where it was said.
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

/// Somebody who may view a secret asked for it and did not receive it, because it cannot be
/// decrypted (R6).
package struct CredentialRevealFailed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.reveal-failed"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three was asked for.
    var kind: CredentialKind
    /// What for, where it was said.
    var reason: String?
    /// Why it does not open: the error's word, `access-key` or `access-sealed`.
    var why: String

    /// Changes nothing but the history: nobody has seen anything.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `admin access of acme asked for in vain (access-sealed): moving the shop`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) asked for in vain (\(why))"
            + (reason.map { ": \($0)" } ?? "")
    }
}

/// A secret that is kept was sealed with another key of the desk (R6).
package struct CredentialsResealed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.resealed"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three it is.
    var kind: CredentialKind
    /// The same secret, closed with the other key.
    var sealed: SealedSecret

    /// Takes the new box; nothing that a caller has seen changes, so neither does the version.
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

/// An access is no longer kept (R6). What the journal has of it stays there, closed.
package struct CredentialRemoved: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.removed"
    /// Whose site it opened.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three it was.
    var kind: CredentialKind

    /// Forgets it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.access[CredentialPlace(client: client, project: project, kind: kind)] = nil
    }

    /// `admin access of acme removed`.
    package var summary: String {
        "\(CredentialPlace(client: client, project: project, kind: kind)) removed"
    }
}
