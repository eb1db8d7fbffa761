/// Takes in an access that a project hands over, or replaces it (R6).
package struct SetCredential: Command {
    /// What it is for; refused for an archived client and for a project that no contract names.
    package var place: CredentialPlace
    /// The user to log in as; nil: as before.
    package var user: String?
    /// The URL or host, without a password; nil: as before.
    package var address: String?
    /// The secret, closed by who holds the key.
    package var sealed: SealedSecret

    package init(
        place: CredentialPlace, user: String? = nil, address: String? = nil, sealed: SealedSecret
    ) {
        self.place = place
        self.user = user
        self.address = address
        self.sealed = sealed
    }

    /// One `CredentialWasSet`, or the value that does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectCredentialPlace(place)
        let before = state.access[place]
        let user = try user.map { text throws(Refusal) in try BoundedText.line(text, "the user") }
        let address = try address.map { text throws(Refusal) in try CredentialAddress.checked(text)
        }
        return [
            Event(
                CredentialWasSet(
                    client: place.client, project: place.project, kind: place.kind,
                    user: user ?? before?.user, address: address ?? before?.address,
                    sealed: sealed))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}

/// Records a look at a secret (R6); who opens it does so only with this record.
package struct RevealCredential: Command {
    /// What is looked at; also an archived client's.
    package var place: CredentialPlace
    /// What for; nil where it was not said.
    package var reason: String?

    package init(place: CredentialPlace, reason: String? = nil) {
        self.place = place
        self.reason = reason
    }

    /// One `CredentialRevealed`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.access(place)
        let reason = try reason.map { text throws(Refusal) in
            try BoundedText.line(text, "the reason")
        }
        return [
            Event(
                CredentialRevealed(
                    client: place.client, project: place.project, kind: place.kind,
                    reason: reason))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}

/// Records that a secret was asked for and does not open (R6).
package struct NoteFailedReveal: Command {
    /// What was to be looked at.
    package var place: CredentialPlace
    /// What for; nil where it was not said.
    package var reason: String?
    /// The word of the error that the caller is told, such as `access-sealed`.
    package var why: String

    package init(place: CredentialPlace, reason: String? = nil, why: String) {
        self.place = place
        self.reason = reason
        self.why = why
    }

    /// One `CredentialRevealFailed`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.access(place)
        let reason = try reason.map { text throws(Refusal) in
            try BoundedText.line(text, "the reason")
        }
        return [
            Event(
                CredentialRevealFailed(
                    client: place.client, project: place.project, kind: place.kind,
                    reason: reason, why: why))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}

/// Takes the same secrets in boxes of another key (R6).
package struct ResealCredentials: Command {
    /// The new boxes; may be none.
    package var boxes: [Box]

    /// A secret that is kept, closed anew.
    package struct Box: Hashable, Sendable {
        /// What it is for.
        package var place: CredentialPlace
        /// The same secret, closed with the key in use.
        package var sealed: SealedSecret

        /// A new box for what is kept at a place.
        package init(place: CredentialPlace, sealed: SealedSecret) {
            self.place = place
            self.sealed = sealed
        }
    }

    /// For secrets that were opened and closed again.
    package init(boxes: [Box]) { self.boxes = boxes }

    /// One `CredentialsResealed` a box; refused where nothing is kept for one of them.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        var events: [Event] = []
        for box in boxes {
            let entry = try state.access(box.place)
            events.append(
                Event(
                    CredentialsResealed(
                        client: entry.client, project: entry.project, kind: entry.kind,
                        sealed: box.sealed)))
        }
        return events
    }
}

/// Keeps an access no longer (R6).
package struct RemoveCredential: Command {
    /// What to forget; also an archived client's.
    package var place: CredentialPlace

    /// For what is kept at a place.
    package init(place: CredentialPlace) { self.place = place }

    /// One `CredentialRemoved`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.access(place)
        return [
            Event(
                CredentialRemoved(client: place.client, project: place.project, kind: place.kind))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}
