/// Keeps an access no longer (R6).
package struct RemoveAccess: Command {
    /// What to forget; also an archived client's.
    package var place: AccessPlace

    /// For what is kept at a place.
    package init(place: AccessPlace) { self.place = place }

    /// One `AccessRemoved`; refused where nothing is kept.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.access(place)
        return [
            Event(
                AccessRemoved(client: place.client, project: place.project, kind: place.kind))
        ]
    }

    /// The version of the access as it stands; nil where there is none.
    package func version(in state: State) -> UInt64? { state.access[place]?.version }
}
