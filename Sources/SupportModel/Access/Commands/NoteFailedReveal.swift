/// Records that a secret was asked for and does not open (R6).
package struct NoteFailedReveal: Command {
    /// What was to be looked at.
    package var place: AccessPlace
    /// What for; nil where it was not said.
    package var reason: String?
    /// The word of the error that the caller is told, such as `access-sealed`.
    package var why: String

    package init(place: AccessPlace, reason: String? = nil, why: String) {
        self.place = place
        self.reason = reason
        self.why = why
    }

    /// One `AccessRevealFailed`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.access(place)
        let reason = try reason.map { text throws(Refusal) in
            try BoundedText.line(text, "the reason")
        }
        return [
            Event(
                AccessRevealFailed(
                    client: place.client, project: place.project, kind: place.kind,
                    reason: reason, why: why))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}
