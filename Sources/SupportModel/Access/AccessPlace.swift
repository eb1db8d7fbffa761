/// What one access is for: a client, one of its projects, and one of the three kinds (R6).
///
/// Its text is `admin access of acme`, or `admin access of acme, project shop`.
package struct AccessPlace: Hashable, Sendable {
    /// Whose site it opens.
    package var client: Name<Client>
    /// The project, as a contract of the client names it; nil stands for everything of the client's.
    package var project: String?
    /// Which of the three it is.
    package var kind: AccessKind

    package init(client: Name<Client>, project: String? = nil, kind: AccessKind) {
        self.client = client
        self.project = project
        self.kind = kind
    }
}

extension AccessPlace: Comparable {
    /// By client, then what is for everything, then by project and kind.
    package static func < (left: Self, right: Self) -> Bool {
        if left.client != right.client { return left.client < right.client }
        if left.project != right.project { return (left.project ?? "") < (right.project ?? "") }
        return left.kind < right.kind
    }
}

extension AccessPlace: CustomStringConvertible {
    package var description: String { "\(kind.rawValue) access of \(owner)" }

    /// `acme`, or `acme, project shop`.
    var owner: String { project.map { "\(client), project \($0)" } ?? client.text }
}
