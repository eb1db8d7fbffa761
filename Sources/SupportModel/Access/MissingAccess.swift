/// Which of the three accesses a project has not handed over yet (R6).
package struct MissingAccess: Hashable, Sendable, Codable {
    /// Whose project it is.
    package var client: Name<Client>
    /// The project; nil where a contract looks after everything of the client's.
    package var project: String?
    /// At least one, in the order admin, ftp, ssh.
    package var kinds: [AccessKind]

    package init(client: Name<Client>, project: String? = nil, kinds: [AccessKind]) {
        self.client = client
        self.project = project
        self.kinds = kinds
    }
}

extension State {
    /// What the projects of contracts in force still owe, of one client or of all that are not
    /// archived; by client, then by project.
    ///
    /// An access without a project stands for everything of the client's, so it serves each project.
    package func missingAccess(of client: Name<Client>? = nil) -> [MissingAccess] {
        let names = client.map { [$0] } ?? clients.keys.sorted()
        return names.flatMap { name -> [MissingAccess] in
            guard let client = clients[name], !client.archived else { return [] }
            let projects = Set(contractsInForce(of: name).map(\.project))
            return projects.sorted { ($0 ?? "") < ($1 ?? "") }.compactMap { missing($0, of: name) }
        }
    }

    private func missing(_ project: String?, of client: Name<Client>) -> MissingAccess? {
        let kinds = AccessKind.allCases.filter { kind in
            access[AccessPlace(client: client, project: project, kind: kind)] == nil
                && access[AccessPlace(client: client, kind: kind)] == nil
        }
        guard !kinds.isEmpty else { return nil }
        return MissingAccess(client: client, project: project, kinds: kinds)
    }
}
