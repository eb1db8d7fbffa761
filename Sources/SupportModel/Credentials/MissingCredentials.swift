/// One occasion on which a secret was revealed (R6).
package struct CredentialUse: Hashable, Sendable, Codable {
    /// When it was revealed.
    package var at: Instant
    /// Who viewed it.
    package var by: Principal
    /// The purpose, where it was given.
    package var reason: String?

    package init(at: Instant, by: Principal, reason: String? = nil) {
        (self.at, self.by, self.reason) = (at, by, reason)
    }
}

/// Finding accesses, or refusing with their name.
extension State {
    /// The access of a place; refused where there is none.
    package func access(_ place: CredentialPlace) throws(Refusal) -> Credential {
        _ = try client(place.client)
        guard let entry = access[place] else {
            throw .unknown(.access, "\(place.kind.rawValue) of \(place.owner)")
        }
        return entry
    }

    /// Refuses a place for which no access can be kept: of a client that is unknown or archived, or
    /// of a project that none of its contracts names.
    package func expectCredentialPlace(_ place: CredentialPlace) throws(Refusal) {
        _ = try currentClient(place.client)
        guard let project = place.project else { return }
        let signed = (contractsOfClient[place.client] ?? []).compactMap { contracts[$0] }
        guard signed.contains(where: { $0.project == project }) else {
            throw .unknown(.project, "\(project) of \(place.client)")
        }
    }
}

/// Which of the three accesses a project has not handed over yet (R6).
package struct MissingCredentials: Hashable, Sendable, Codable {
    package var client: Name<Client>
    /// The project; nil where a contract covers everything of the client's.
    package var project: String?
    /// At least one, in the order admin, ftp, ssh.
    package var kinds: [CredentialKind]

    package init(client: Name<Client>, project: String? = nil, kinds: [CredentialKind]) {
        (self.client, self.project, self.kinds) = (client, project, kinds)
    }
}

extension State {
    /// The accesses that projects of contracts in force have not handed over, of one client or of
    /// all that are not archived; by client, then by project.
    ///
    /// An access without a project stands for everything of the client's, so it counts for each
    /// project.
    package func missingAccess(of client: Name<Client>? = nil) -> [MissingCredentials] {
        let names = client.map { [$0] } ?? clients.keys.sorted()
        return names.flatMap { name -> [MissingCredentials] in
            guard let client = clients[name], !client.archived else { return [] }
            let projects = Set(contractsInForce(of: name).map(\.project))
            return projects.sorted { ($0 ?? "") < ($1 ?? "") }.compactMap { missing($0, of: name) }
        }
    }

    private func missing(_ project: String?, of client: Name<Client>) -> MissingCredentials? {
        let kinds = CredentialKind.allCases.filter { kind in
            access[CredentialPlace(client: client, project: project, kind: kind)] == nil
                && access[CredentialPlace(client: client, kind: kind)] == nil
        }
        guard !kinds.isEmpty else { return nil }
        return MissingCredentials(client: client, project: project, kinds: kinds)
    }
}
