import SupportModel
import SupportTestKit

/// A table of contract, on line 10 with its keys on the lines below.
func contract(
    _ client: Name<Client> = "acme", _ package: Name<PackageOffer> = "starter",
    project: String? = nil, from: CivilDate? = "2026-10-01", months: Int? = 12,
    manager: Name<Staff> = "mara", hours: Minutes? = nil, extra: ExtraPolicy? = nil,
    renewal: RenewalPolicy? = nil, line: Int = 10
) -> DesiredContract {
    let keys = [
        "client", "project", "package", "from", "months", "manager", "hours", "extra", "renewal",
    ]
    let lines = keys.enumerated().map { ($1, line + 1 + $0) }
    return DesiredContract(
        place: TablePlace(
            path: "contract[0]", line: line, keyLines: Dictionary(uniqueKeysWithValues: lines)),
        client: client, project: project, package: package, from: from, months: months,
        manager: manager, hours: hours, extra: extra, renewal: renewal)
}

/// A table of staff on a line.
func staff(
    _ name: Name<Staff>, _ role: Role, user: String? = nil, mail: String? = nil, line: Int = 1
) -> DesiredStaff {
    DesiredStaff(
        place: TablePlace(path: "staff[0]", line: line), name: name, role: role, user: user,
        mail: mail)
}

/// A table of client on a line.
func client(
    _ name: Name<Client>, _ title: String, zone: ZoneName? = nil, mails: [String]? = nil,
    line: Int = 5
) -> DesiredClient {
    DesiredClient(
        place: TablePlace(path: "client[0]", line: line), name: name, title: title, zone: zone,
        mails: mails)
}

/// A file with these tables.
func file(
    _ staff: [DesiredStaff] = [], _ clients: [DesiredClient] = [],
    _ contracts: [DesiredContract] = []
) -> DesiredDesk {
    DesiredDesk(file: "agency.toml", staff: staff, clients: clients, contracts: contracts)
}

extension DeskFixture {
    /// Applies a file and returns what it changed, a line each: `~ contract 1: package a -> b`;
    /// holds that applying it again changes nothing.
    mutating func apply(_ desired: DesiredDesk) throws(Refusal) -> [String] {
        let before = state
        try perform(ApplyDesired(desired))
        let changes = desired.changes(from: before, to: state)
        let again = try perform(ApplyDesired(desired))
        let rest = desired.changes(from: state, to: state).filter { $0.outcome != .unchanged }
        guard again.isEmpty, rest.isEmpty else { return ["again: \(again) \(rest)"] }
        return changes.map(line)
    }
}

/// One change in a line.
func line(_ change: AppliedChange) -> String {
    let details = change.details.map { detail in
        let from = detail.from.map { "\($0) -> " } ?? ""
        return "\(detail.field) \(from)\(detail.to ?? "nothing")"
    }
    let effects = [
        change.granted.map { "granted \($0)" }, change.holdsFrom.map { "from \($0)" },
        change.hasEnded ? "ended" : nil,
    ]
    let mark =
        switch change.outcome {
        case .added: "+"
        case .changed: "~"
        case .unchanged: "="
        }
    let all = (details + effects.compactMap(\.self)).joined(separator: ", ")
    return "\(mark) \(change.kind.rawValue) \(change.name)" + (all.isEmpty ? "" : ": \(all)")
}

/// What of a file was refused: `17 contract[0].package: …`, one for each table.
func tableWords(_ refusal: Refusal?) -> [String] {
    guard case .tablesRefused("agency.toml", let tables, _, _) = refusal else {
        return ["\(String(describing: refusal))"]
    }
    return tables.map { "\($0.line) \($0.column ?? "-"): \(rowWords(of: $0.refusal))" }
}
