/// An access was handed over, or replaced by another (R6).
package struct AccessWasSet: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.set"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three it is.
    var kind: AccessKind
    /// The user to log in as from then on.
    var user: String?
    /// The URL or host from then on.
    var address: String?
    /// The secret, closed.
    var sealed: SealedSecret

    /// Takes it into the place of what was there; nobody has looked at the new one.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let entry = AccessEntry(
            client: client, project: project, kind: kind, user: user, address: address,
            sealed: sealed, setAt: stamp.at, setBy: stamp.by, looks: 0, version: stamp.sequence)
        state.access[entry.place] = entry
    }

    /// `admin access of acme set`.
    package var summary: String {
        "\(AccessPlace(client: client, project: project, kind: kind)) set"
    }

    /// Without the box: whoever may read the log has no use for it, and a copy of a box outlives the
    /// care that is taken of its key.
    package var told: any DeskEvent {
        var told = self
        told.sealed.box = ""
        return told
    }
}
