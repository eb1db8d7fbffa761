/// Takes the same secrets in boxes of another key (R6).
package struct ResealAccess: Command {
    /// The new boxes; may be none.
    package var boxes: [Box]

    /// A secret that is kept, closed anew.
    package struct Box: Hashable, Sendable {
        /// What it is for.
        package var place: AccessPlace
        /// The same secret, closed with the key in use.
        package var sealed: SealedSecret

        /// A new box for what is kept at a place.
        package init(place: AccessPlace, sealed: SealedSecret) {
            self.place = place
            self.sealed = sealed
        }
    }

    /// For secrets that were opened and closed again.
    package init(boxes: [Box]) { self.boxes = boxes }

    /// One `AccessResealed` a box; refused where nothing is kept for one of them.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        var events: [Event] = []
        for box in boxes {
            let entry = try state.access(box.place)
            events.append(
                Event(
                    AccessResealed(
                        client: entry.client, project: entry.project, kind: entry.kind,
                        sealed: box.sealed)))
        }
        return events
    }
}
