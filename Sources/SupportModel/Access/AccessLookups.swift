/// Finding accesses, or refusing with their name.
extension State {
    /// What a client handed over for one place; refused where there is nothing.
    package func access(_ place: AccessPlace) throws(Refusal) -> AccessEntry {
        _ = try client(place.client)
        guard let entry = access[place] else {
            throw .unknown(.access, "\(place.kind.rawValue) of \(place.owner)")
        }
        return entry
    }

    /// Refuses a place for which nothing can be kept: of a client that is not there or archived, or
    /// of a project that none of its contracts names.
    package func expectAccessPlace(_ place: AccessPlace) throws(Refusal) {
        _ = try currentClient(place.client)
        guard let project = place.project else { return }
        let signed = (contractsOfClient[place.client] ?? []).compactMap { contracts[$0] }
        guard signed.contains(where: { $0.project == project }) else {
            throw .unknown(.project, "\(project) of \(place.client)")
        }
    }
}
