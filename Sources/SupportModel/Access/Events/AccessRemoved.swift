/// An access is no longer kept (R6). What the journal has of it stays there, closed.
package struct AccessRemoved: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.removed"
    /// Whose site it opened.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three it was.
    var kind: AccessKind

    /// Forgets it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.access[AccessPlace(client: client, project: project, kind: kind)] = nil
    }

    /// `admin access of acme removed`.
    package var summary: String {
        "\(AccessPlace(client: client, project: project, kind: kind)) removed"
    }
}
