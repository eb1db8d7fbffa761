import SupportModel
import SupportSystem
import SupportWire

/// The methods of rights.
enum RightsRoutes {
    static let all: [Route] = [
        .act(RightsWhoami.self, act: whoami),
        .act(RightsList.self, act: list),
    ]

    private static func whoami(
        _ request: RightsWhoami, _ ledger: isolated Ledger, _ caller: Caller
    ) throws -> Outcome {
        let reply = PersonRights(caller, ledger.rights(of: caller))
        return .reply(try .init(encoding: reply), after: ledger.state.sequence)
    }

    private static func list(
        _ request: RightsList, _ ledger: isolated Ledger, _ caller: Caller
    ) throws -> Outcome {
        guard request.user != nil || request.uid == nil && request.groups == nil else {
            throw WireError.badParameters(RightsList.method.name, "uid and groups go with user")
        }
        let rights = ledger.settings.rights
        let asked = request.asked(in: ledger.state)
        let found = asked.map { ledger.rights(of: $0) }
        let staff = ledger.state.staff.values.sorted { $0.name < $1.name }
        let roles = Role.allCases.map { role in
            RoleView(
                role: role,
                permissions: Permission.inOrder(rights.permissions[role]),
                staff: staff.filter { $0.role == role && (asked == nil || $0.name == found?.staff) }
                    .map(\.name),
                groups: (asked == nil ? rights.groups[role] : found?.groups[role]) ?? [])
        }
        var methods: [String: [String]] = [:]
        for route in Routes.all {
            guard let permission = route.permission else { continue }
            methods[permission.rawValue, default: []].append(route.method)
        }
        var person: PersonRights?
        if let asked, let found { person = PersonRights(asked, found) }
        person?.uid = request.uid
        if person?.staff == nil {
            // Of the staff, and bound to no Unix user.
            person?.staff = staff.first { $0.name.text == request.user && $0.user == nil }?.name
        }
        let reply = RightsList.Reply(
            roles: roles, methods: methods.mapValues { $0.sorted() }, person: person)
        return .reply(try .init(encoding: reply), after: ledger.state.sequence)
    }
}

extension RightsList {
    /// The caller that the user would be; nil where nobody is asked for.
    ///
    /// Without a number the user is matched by name only, and a name that is a member of staff's is
    /// that member's user.
    fileprivate func asked(in state: State) -> Caller? {
        guard let user else { return nil }
        let member = state.staff.values.first { $0.name.text == user }
        let isUsers = state.staff.values.contains { $0.user == user }
        let name = isUsers || uid != nil ? user : member?.user ?? user
        return Caller(
            uid: uid ?? UInt32(name) ?? UInt32.max, name: name, groups: groups ?? [],
            owner: ProcessIdentity.effectiveUser)
    }
}

extension PersonRights {
    fileprivate init(_ caller: Caller, _ rights: CallerRights) {
        self.init(
            uid: caller.uid, user: caller.name, owner: caller.isOwner, staff: rights.staff,
            roles: rights.roles,
            permissions: Permission.inOrder(rights.permissions),
            onlyReads: caller.onlyReads)
    }
}
