/// The events of access data.
enum CredentialEvents {
    static let all: [any DeskEvent.Type] = [
        CredentialWasSet.self, CredentialRevealed.self, CredentialRevealFailed.self,
        CredentialRemoved.self, CredentialsResealed.self, ClientKeyWasWrapped.self,
        LoginTried.self,
    ]
}

/// What happened to an access, which each of these events names by its place.
private protocol CredentialEvent: DeskEvent, CredentialNaming {}

/// An event with a box, which readers of the log do not need: a copy of it could be decrypted if
/// its key were disclosed later.
private protocol BoxedEvent: CredentialEvent {
    var sealed: SealedSecret { get set }
}

extension BoxedEvent {
    /// The event without the box.
    fileprivate var unboxed: Self {
        var unboxed = self
        unboxed.sealed.box = ""
        return unboxed
    }
}

/// An access was handed over, or replaced by another (R6).
package struct CredentialWasSet: BoxedEvent {
    package static let type = "access.set"
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
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
        let before = state.access.updateValue(entry, forKey: entry.place)
        if let before { state.discard(before.sealed, of: client) }
    }

    /// `admin access of acme set`.
    package var summary: String {
        "\(place) set"
    }

    /// The event without its box.
    package var redacted: any DeskEvent { unboxed }

    /// The same without user and address.
    package var withoutAccess: any DeskEvent {
        var event = unboxed
        (event.user, event.address) = (nil, nil)
        return event
    }
}

/// Somebody viewed a secret (R6).
package struct CredentialRevealed: CredentialEvent {
    package static let type = "access.revealed"
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
    /// The purpose; nil only in journals of releases that asked for none.
    var reason: String?

    /// Counts the reveal and keeps it as the last one.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var entry = state.access[place] else { return }
        entry.looks += 1
        entry.lastLook = CredentialUse(at: stamp.at, by: stamp.by, reason: reason)
        state.access[place] = entry
    }

    /// `admin access of acme looked at: moving the shop`.
    package var summary: String {
        "\(place) looked at"
            + (reason.map { ": \($0)" } ?? "")
    }
}

extension CredentialRevealed {
    init(of place: CredentialPlace, reason: String) {
        self.init(
            client: place.client, project: place.project, kind: place.kind, reason: reason)
    }
}

/// A caller with the permission requested a secret and did not receive it, because it cannot be
/// decrypted (R6).
package struct CredentialRevealFailed: CredentialEvent {
    package static let type = "access.reveal-failed"
    package static let hasConsequences = true
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
    /// The purpose; nil only in journals of releases that asked for none.
    var reason: String?
    /// Why it could not be decrypted: the error's word, `access-key` or `access-sealed`.
    var why: String

    /// Changes nothing: the event is kept for the history only.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `admin access of acme asked for in vain (access-sealed): moving the shop`.
    package var summary: String {
        "\(place) asked for in vain (\(why))"
            + (reason.map { ": \($0)" } ?? "")
    }
}

extension CredentialRevealFailed {
    init(of place: CredentialPlace, reason: String, why: String) {
        self.init(
            client: place.client, project: place.project, kind: place.kind, reason: reason,
            why: why)
    }
}

/// Somebody had a worker log in with an access (R6); nobody saw the secret.
package struct LoginTried: CredentialEvent {
    package static let type = "access.tried"
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
    /// The step that failed; nil for a login that worked.
    var failedAt: LoginStep?
    /// What happened, without any part of the secret.
    var detail: String

    /// Changes nothing: the event is kept for the history only.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `admin access of acme tried: logged in`, or `… tried: failed at login: HTTP 401`.
    package var summary: String {
        guard let failedAt else { return "\(place) tried: logged in" }
        return "\(place) tried: failed at \(failedAt.rawValue): \(detail)"
    }
}

/// A stored secret was encrypted with another key: a new one of its client, or in journals of releases
/// before client keys one of the desk (R6).
package struct CredentialsResealed: BoxedEvent {
    package static let type = "access.resealed"
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind
    /// The same secret, encrypted with the other key.
    var sealed: SealedSecret

    /// Stores the new box; nothing that callers can see changes, so the version stays.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.access[place]?.sealed = sealed
    }

    /// `admin access of acme sealed with key 00112233aabbccdd`.
    package var summary: String {
        "\(place) sealed with key \(sealed.key)"
    }

    /// The event without its box.
    package var redacted: any DeskEvent { unboxed }
}

/// An access was removed (R6). Its sealed secret stays in the journal, where it can be decrypted until
/// the desk's key was changed.
package struct CredentialRemoved: CredentialEvent {
    package static let type = "access.removed"
    package var client: Name<Client>
    /// The project; nil for everything of the client's.
    package var project: String?
    package var kind: CredentialKind

    /// Removes the access.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let before = state.access.removeValue(forKey: place)
        if let before { state.discard(before.sealed, of: client) }
    }

    /// `admin access of acme removed`.
    package var summary: String {
        "\(place) removed"
    }
}
