/// Somebody who may look at a secret asked for it and was not told, because it does not open (R6).
package struct AccessRevealFailed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.reveal-failed"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three was asked for.
    var kind: AccessKind
    /// What for, where it was said.
    var reason: String?
    /// Why it does not open: the error's word, `access-key` or `access-sealed`.
    var why: String

    /// Changes nothing but the history: nobody has seen anything.
    package func apply(to state: inout State, _ stamp: Stamp) {}

    /// `admin access of acme asked for in vain (access-sealed): moving the shop`.
    package var summary: String {
        "\(AccessPlace(client: client, project: project, kind: kind)) asked for in vain (\(why))"
            + (reason.map { ": \($0)" } ?? "")
    }
}
