/// A command that changes access data, which its answer shows.
package protocol CredentialCommand: Command where Made == CredentialPlace {
    /// The place of the access.
    var place: CredentialPlace { get }
}

extension CredentialCommand {
    /// The version of what is changed; nil where the desk has no such thing.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}

/// Stores an access that a project hands over, or replaces it (R6).
package struct SetCredential: CredentialCommand {
    /// The place; refused for an archived client and for a project that no contract names.
    package var place: CredentialPlace
    /// The user to log in as; nil: as before.
    package var user: String?
    /// The URL or host, without a password; nil: as before.
    package var address: String?
    /// The secret, encrypted by the caller of the model.
    package var sealed: SealedSecret
    /// The client's key that it is encrypted with, if the client has not got that yet.
    package var newKey: ClientKey?

    package init(
        place: CredentialPlace, user: String? = nil, address: String? = nil, sealed: SealedSecret,
        newKey: ClientKey? = nil
    ) {
        (self.place, self.user, self.address, self.sealed) = (place, user, address, sealed)
        self.newKey = newKey
    }

    /// One `CredentialWasSet`, after a `ClientKeyWasWrapped` for a new key; refused for a value that is
    /// not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        try state.expectCredentialPlace(place)
        let before = state.access[place]
        let user = try user.map { text throws(Refusal) in try BoundedText.line(text, .user) }
        let address = try address.map { text throws(Refusal) in try CredentialAddress.checked(text)
        }
        let set = CredentialWasSet(
            client: place.client, project: place.project, kind: place.kind,
            user: user ?? before?.user, address: address ?? before?.address, sealed: sealed)
        let keyed = newKey.map { Event(ClientKeyWasWrapped($0)) }
        return Decision(place, (keyed.map { [$0] } ?? []) + [Event(set)])
    }
}

extension State {
    /// What a secret is wanted for, as it is recorded; refused where nothing is kept at the place.
    fileprivate func purpose(
        _ text: String, of place: CredentialPlace
    ) throws(Refusal) -> String {
        _ = try access(place)
        return try BoundedText.line(text, .reason)
    }
}

/// Records that a secret is revealed (R6); it is sent only once this record is durable.
package struct RevealCredential: CredentialCommand, CredentialNaming, Codable {
    /// The client; also an archived one.
    package var client: Name<Client>
    package var kind: CredentialKind
    /// The project; nil for everything of the client's.
    package var project: String?
    /// The purpose, one line.
    package var reason: String

    /// Reveals the secret of a place.
    package init(_ place: CredentialPlace, reason: String) {
        (client, kind, project) = (place.client, place.kind, place.project)
        self.reason = reason
    }

    /// One `CredentialRevealed`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let reason = try state.purpose(reason, of: place)
        return Decision(place, CredentialRevealed(of: place, reason: reason))
    }
}

/// Records that a secret was requested and could not be decrypted (R6).
package struct NoteFailedReveal: CredentialCommand {
    package var place: CredentialPlace
    /// The purpose.
    package var reason: String
    /// The word of the error that the caller receives, such as `access-sealed`.
    package var why: String

    package init(place: CredentialPlace, reason: String, why: String) {
        (self.place, self.reason, self.why) = (place, reason, why)
    }

    /// One `CredentialRevealFailed`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let reason = try state.purpose(reason, of: place)
        return Decision(place, CredentialRevealFailed(of: place, reason: reason, why: why))
    }
}

/// Records that a login was tried with an access (R6).
package struct NoteTriedLogin: CredentialCommand {
    package var place: CredentialPlace
    /// What came of it.
    package var result: LoginResult

    package init(place: CredentialPlace, result: LoginResult) {
        (self.place, self.result) = (place, result)
    }

    /// One `LoginTried`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        _ = try state.access(place)
        return Decision(
            place,
            LoginTried(
                client: place.client, project: place.project, kind: place.kind,
                failedAt: result.failedAt, detail: result.detail))
    }
}

/// Replaces the keys of clients, and the boxes of secrets by ones that are encrypted with those (R6).
package struct ResealCredentials: Command {
    /// The clients' keys, new or encrypted anew; may be none.
    package var keys: [ClientKey]
    /// The new boxes; may be none.
    package var boxes: [Box]

    /// A stored secret, encrypted again.
    package struct Box: Hashable, Sendable {
        package var place: CredentialPlace
        /// The same secret, encrypted with the key of its client.
        package var sealed: SealedSecret

        /// A new box for the secret of a place.
        package init(place: CredentialPlace, sealed: SealedSecret) {
            (self.place, self.sealed) = (place, sealed)
        }
    }

    /// The command for what was decrypted and encrypted again.
    package init(keys: [ClientKey] = [], boxes: [Box]) { (self.keys, self.boxes) = (keys, boxes) }

    /// One `ClientKeyWasWrapped` a key and then one `CredentialsResealed` a box; refused where nothing
    /// is kept for one of them.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        var events: [Event] = []
        for key in keys {
            _ = try state.client(key.client)
            events.append(Event(ClientKeyWasWrapped(key)))
        }
        for box in boxes {
            let entry = try state.access(box.place)
            events.append(
                Event(
                    CredentialsResealed(
                        client: entry.client, project: entry.project, kind: entry.kind,
                        sealed: box.sealed)))
        }
        return Decision(events)
    }
}

/// Removes an access (R6).
package struct RemoveCredential: CredentialCommand, CredentialNaming, Codable {
    /// The client; also an archived one.
    package var client: Name<Client>
    package var kind: CredentialKind
    /// The project; nil for everything of the client's.
    package var project: String?

    package init(client: Name<Client>, kind: CredentialKind, project: String? = nil) {
        (self.client, self.kind, self.project) = (client, kind, project)
    }

    /// One `CredentialRemoved`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        _ = try state.access(place)
        return Decision(
            place, CredentialRemoved(client: place.client, project: place.project, kind: place.kind)
        )
    }
}
