import SupportModel
import SupportWire

/// The methods of rights.
enum RightsRoutes {
    static let all: [Route] = [
        .act(RightsWhoami.self, act: whoami),
        .read(RightsList.self, answer: list),
    ]

    private static func whoami(
        _ request: RightsWhoami, _ ledger: isolated Ledger, _ caller: Caller
    ) throws -> Outcome {
        let rights = ledger.rights(of: caller)
        let reply = RightsWhoami.Reply(
            uid: caller.uid, user: caller.name, owner: caller.isOwner, staff: rights.staff,
            roles: rights.roles,
            permissions: Permission.allCases.filter(rights.permissions.contains))
        return .reply(try .init(encoding: reply), after: ledger.state.sequence)
    }

    private static func list(_ request: RightsList, _ desk: DeskView) throws -> RightsList.Reply {
        let rights = desk.settings.rights
        let staff = desk.state.staff.values.sorted { $0.name < $1.name }
        let named =
            request.user.map { user in staff.filter { $0.user == user || $0.name.text == user } }
            ?? staff
        let roles = Role.allCases.map { role in
            RoleView(
                role: role,
                permissions: Permission.allCases.filter(rights.permissions[role].contains),
                staff: named.filter { $0.role == role }.map(\.name),
                groups: request.user == nil ? rights.groups[role] ?? [] : [])
        }
        var methods: [String: [String]] = [:]
        for route in Routes.all {
            guard let permission = route.permission else { continue }
            methods[permission.rawValue, default: []].append(route.method)
        }
        return RightsList.Reply(roles: roles, methods: methods.mapValues { $0.sorted() })
    }
}
