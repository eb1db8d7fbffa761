/// A secret that is kept was sealed with another key of the desk (R6).
package struct AccessResealed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "access.resealed"
    /// Whose site it opens.
    var client: Name<Client>
    /// The project; nil for everything of the client's.
    var project: String?
    /// Which of the three it is.
    var kind: AccessKind
    /// The same secret, closed with the other key.
    var sealed: SealedSecret

    /// Takes the new box; nothing that a caller has seen changes, so neither does the version.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let place = AccessPlace(client: client, project: project, kind: kind)
        state.access[place]?.sealed = sealed
    }

    /// `admin access of acme sealed with key 00112233aabbccdd`.
    package var summary: String {
        "\(AccessPlace(client: client, project: project, kind: kind)) sealed with key \(sealed.key)"
    }

    /// Without the box, as of `AccessWasSet`.
    package var told: any DeskEvent {
        var told = self
        told.sealed.box = ""
        return told
    }
}
