/// Somebody looked at a secret (R6).
package struct AccessRevealed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.revealed"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three was looked at.
    var kind: AccessKind
    /// What for, where it was said.
    var reason: String?

    /// Counts the look and keeps it as the last one.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let place = AccessPlace(client: client, project: project, kind: kind)
        guard var entry = state.access[place] else { return }
        entry.looks += 1
        entry.lastLook = AccessLook(at: stamp.at, by: stamp.by, reason: reason)
        state.access[place] = entry
    }

    /// `admin access of acme looked at: moving the shop`.
    package var summary: String {
        "\(AccessPlace(client: client, project: project, kind: kind)) looked at"
            + (reason.map { ": \($0)" } ?? "")
    }
}
