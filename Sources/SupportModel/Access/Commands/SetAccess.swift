/// Takes in an access that a project hands over, or replaces it (R6).
package struct SetAccess: Command {
    /// What it is for; refused for an archived client and for a project that no contract names.
    package var place: AccessPlace
    /// The user to log in as; nil: as before.
    package var user: String?
    /// The URL or host, without a password; nil: as before.
    package var address: String?
    /// The secret, closed by who holds the key.
    package var sealed: SealedSecret

    package init(
        place: AccessPlace, user: String? = nil, address: String? = nil, sealed: SealedSecret
    ) {
        self.place = place
        self.user = user
        self.address = address
        self.sealed = sealed
    }

    /// One `AccessWasSet`, or the value that does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        try state.expectAccessPlace(place)
        let before = state.access[place]
        let user = try user.map { text throws(Refusal) in try BoundedText.line(text, "the user") }
        let address = try address.map { text throws(Refusal) in try AccessAddress.checked(text) }
        return [
            Event(
                AccessWasSet(
                    client: place.client, project: place.project, kind: place.kind,
                    user: user ?? before?.user, address: address ?? before?.address,
                    sealed: sealed))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}
