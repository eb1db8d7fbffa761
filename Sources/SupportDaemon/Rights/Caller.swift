import SupportJSON
package import SupportModel
import SupportWire

/// The peer of a connection, as the kernel identifies it.
package struct Caller: Hashable, Sendable {
    /// The user number.
    package let uid: UInt32
    /// The user's name when the connection was made; its number where no name was found.
    package let name: String
    /// The numbers of the groups of the process that connected, without group 0.
    package let groups: [UInt32]
    /// Whether it is root or the user that the daemon runs as.
    package let isOwner: Bool
    /// The number of the connection; 0 for a caller without a socket.
    package var connection: UInt64 = 0
    /// Whether it came in by the socket that only reads: whoever calls there changes nothing.
    package let onlyReads: Bool

    /// - Parameter owner: the user that the daemon runs as.
    package init(
        uid: UInt32, name: String, groups: [UInt32] = [], owner: UInt32, onlyReads: Bool = false
    ) {
        (self.uid, self.name, self.groups, self.onlyReads) = (uid, name, groups, onlyReads)
        isOwner = Self.isOwner(uid, owner: owner)
    }

    /// Whether the caller may do everything, whatever the tables say.
    var isUnlimited: Bool { isOwner && !onlyReads }

    /// What a caller can ever be permitted on the socket by which they came.
    var reach: Set<Permission> { onlyReads ? Permission.reading : Permission.all }

    /// Whether a user is root or the one that the daemon runs as.
    static func isOwner(_ uid: UInt32, owner: UInt32) -> Bool { uid == owner || uid == 0 }

    /// The caller as the journal records it.
    package var principal: Principal { .user(uid: uid, name: name) }

    /// Whether the Unix user of a member of staff is the caller.
    ///
    /// A user that is given by its number is compared with the kernel's: nobody becomes user 1001
    /// by that name.
    func isUser(_ user: String) -> Bool {
        user.utf8.allSatisfy { (48...57).contains($0) } ? user == "\(uid)" : user == name
    }
}

/// The roles of a caller, and so what they may do. The only place where that is decided.
struct CallerRights {
    /// The member of staff with the caller's Unix user; nil for none.
    let staff: Name<Staff>?
    /// The caller's roles, from viewer to operator: that of the member of staff, and those of
    /// groups.
    let roles: [Role]
    /// The groups by which they have roles, by role.
    let groups: [Role: [String]]
    private let isOwner: Bool
    /// Whether the caller is a mail server's user.
    private let delivers: Bool
    private let reach: Set<Permission>
    private let table: RolePermissions

    /// - Parameter groupNumbers: the numbers of the groups that have roles, as far as they are known.
    init(
        of caller: Caller, in state: State, _ rights: DeskRights, groupNumbers: [String: UInt32]
    ) {
        // Of two who are bound to one user, by name and by number, it is always the same one.
        let bound = state.staff.values.filter { $0.user.map(caller.isUser) ?? false }
        let member = bound.min { $0.name < $1.name }
        let groups = rights.groups.mapValues { names in
            names.filter { groupNumbers[$0].map(caller.groups.contains) ?? false }
        }.filter { !$0.value.isEmpty }
        (staff, self.groups) = (member?.name, groups)
        roles = Role.allCases.filter { $0 == member?.role || groups[$0] != nil }
        (isOwner, reach, table) = (caller.isOwner, caller.reach, rights.permissions)
        delivers = rights.deliverers.contains(where: caller.isUser)
    }

    /// What the caller may do.
    var permissions: Set<Permission> {
        if isOwner { return reach }
        let own: Set<Permission> = delivers ? [.deliver] : []
        let granted = roles.reduce(into: own) { $0.formUnion(table[$1]) }
        return granted.intersection(reach)
    }

    /// Whether the desk knows the caller at all.
    var isStranger: Bool { !isOwner && roles.isEmpty && !delivers }

    /// As whom the caller makes a request that takes a permission; nil: any caller may make it.
    func acting(for permission: Permission?) -> Acting {
        let role = roles.first { role in permission.map { table[role].contains($0) } ?? true }
        let capacity =
            if isOwner {
                Capacity.owner
            } else if role == nil, delivers, permission == .deliver {
                Capacity.mail
            } else {
                Capacity.role(role ?? roles.last ?? .viewer)
            }
        return Acting(staff: staff, capacity: capacity, permissions: permissions)
    }
}

extension Ledger {
    /// The rights of a caller now.
    func rights(of caller: Caller) -> CallerRights {
        CallerRights(of: caller, in: state, settings.rights, groupNumbers: groupNumbers)
    }

    /// Refuses a method for which the caller lacks the permission now.
    func expectPermitted(_ method: String, of caller: Caller) throws(WireError) {
        if let refusal = refusal(of: method, to: caller) { throw refusal }
    }

    /// Why a caller may not call a method now; nil where they may.
    func refusal(of method: String, to caller: Caller) -> WireError? {
        guard !caller.isUnlimited, let permission = Routes.byMethod[method]?.permission,
            !rights(of: caller).permissions.contains(permission)
        else { return nil }
        guard caller.reach.contains(permission) else { return .socketOnlyReads(method) }
        return notPermitted(.method(method), needs: permission, caller)
    }

    /// Whether a caller may see amounts of money now.
    func seesMoney(_ caller: Caller) -> Bool {
        caller.isUnlimited || rights(of: caller).permissions.contains(.seeMoney)
    }

    /// As whom a caller makes a request of a method now.
    func acting(_ caller: Caller, for method: String) -> Acting {
        rights(of: caller).acting(for: Routes.byMethod[method]?.permission)
    }

    /// The refusal of what a caller may not do, with the roles that may, and who has them.
    ///
    /// Somebody who is not of the staff is told no names.
    func notPermitted(
        _ act: ForbiddenAct, needs permission: Permission, _ caller: Caller
    ) -> WireError {
        let rights = rights(of: caller)
        guard !rights.isStranger else { return .stranger(act, name: caller.name, uid: caller.uid) }
        let roles = settings.rights.permissions.roles(with: permission)
        let people = state.staff.values.filter { roles.contains($0.role) }.map(\.name).sorted()
        return .notPermitted(
            act, who: rights.staff?.text ?? caller.name, roles: rights.roles,
            needs: Need(
                permission: permission, roles: roles, people: people,
                groups: roles.flatMap { settings.rights.groups[$0] ?? [] }))
    }

    /// The error with who may do it, where a rule keeps the request to others.
    func forbidding(_ error: any Error, _ caller: Caller) -> any Error {
        guard case .notPermitted(let rule) = error as? Refusal else { return error }
        var refusal = notPermitted(.rule(rule), needs: rule.needed, caller)
        if case .agreementOf = rule {
            refusal.data.hint = WireError(Refusal.notPermitted(rule)).data.hint
        }
        return refusal
    }
}

extension Ledger {
    /// The outcome as its caller may see it, at once or when another thread has made it.
    func fit(_ outcome: Outcome, of method: String, to caller: Caller) -> Outcome {
        switch outcome {
        case .reply(let answer, let after):
            .reply(seesMoney(caller) ? answer : WithheldMoney.answer(answer), after: after)
        case .later(let errand): .later(errand.fit(of: method, to: caller))
        case .error, .suspended, .watch: outcome
        }
    }
}

extension Errand {
    /// The same for a caller who may have lost the right, or the sight of money, by the time that
    /// it begins.
    fileprivate func fit(of method: String, to caller: Caller) -> Errand {
        Errand(cost: cost) { [begin] ledger in
            try ledger.expectPermitted(method, of: caller)
            let work = try begin(ledger)
            guard !ledger.seesMoney(caller) else { return work }
            return {
                switch try work() {
                case .answer(let answer): .answer(WithheldMoney.answer(answer))
                case .resume(let request): .resume(request)
                }
            }
        }
    }
}
