package import SupportModel

/// An access whose secret the desk cannot open.
package struct ClosedAccessView: Codable, Hashable, Sendable {
    /// Whose site it opens.
    package var client: Name<Client>
    /// The project; missing where it stands for everything of the client's.
    package var project: String?
    /// `admin`, `ftp` or `ssh`.
    package var kind: AccessKind
    /// Why not: another key, or a damaged box.
    package var why: String

    /// An access that stays closed, and why.
    package init(_ place: AccessPlace, why: String) {
        client = place.client
        project = place.project
        kind = place.kind
        self.why = why
    }
}
