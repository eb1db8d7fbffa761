/// Records a look at a secret (R6); who opens it does so only with this record.
package struct RevealAccess: Command {
    /// What is looked at; also an archived client's.
    package var place: AccessPlace
    /// What for; nil where it was not said.
    package var reason: String?

    package init(place: AccessPlace, reason: String? = nil) {
        self.place = place
        self.reason = reason
    }

    /// One `AccessRevealed`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.access(place)
        let reason = try reason.map { text throws(Refusal) in
            try BoundedText.line(text, "the reason")
        }
        return [
            Event(
                AccessRevealed(
                    client: place.client, project: place.project, kind: place.kind,
                    reason: reason))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}
