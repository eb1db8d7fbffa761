/// The kinds of thing that a caller can name and the desk may not know.
package enum Subject: String, Sendable, CaseIterable {
    case client, staff, package, service, contract, ticket, entry, monitor, zone, method, access,
        project

    /// How to see what there is.
    package var wayOut: String {
        switch self {
        case .client: "supportc client list shows them"
        case .staff: "supportc staff list shows them"
        case .package: "supportc package list shows them"
        case .service: "supportc service list shows them"
        case .contract: "supportc contract list shows them"
        case .ticket: "supportc ticket list shows them"
        case .entry: "supportc time list shows them"
        case .monitor: "supportc monitor list shows them"
        case .zone: "use a name of the IANA database, such as Europe/Berlin"
        case .access: "supportc access list shows them; --project names a project's own"
        case .project: "supportc contract list shows the projects"
        case .method: "supportd-protocol(7) lists them"
        }
    }
}
