package import SupportModel

/// What a caller was not permitted to do.
package enum ForbiddenAct: Hashable, Sendable {
    /// Call a method.
    case method(String)
    /// What a rule keeps to others.
    case rule(RightsRule)

    var words: String {
        switch self {
        case .method(let name): "call \(name)"
        case .rule(let rule): rule.words
        }
    }
}

/// The permission that an act takes, and who has it.
package struct Need: Hashable, Sendable {
    /// What has to be permitted.
    package let permission: Permission
    /// The roles that permit it, from viewer to operator.
    package let roles: [Role]
    /// The members of staff with one of them, in order of their names.
    package let people: [Name<Staff>]
    /// The Unix groups with one of them.
    package let groups: [String]

    package init(
        permission: Permission, roles: [Role], people: [Name<Staff>], groups: [String] = []
    ) {
        (self.permission, self.roles, self.people) = (permission, roles, people)
        self.groups = groups
    }

    /// `a manager or an operator`; nil where no role has the permission.
    fileprivate var role: String? {
        let texts = roles.map(\.withArticle)
        guard let last = texts.last else { return nil }
        let others = texts.dropLast().joined(separator: ", ")
        return others.isEmpty ? last : "\(others) or \(last)"
    }

    /// Who has it, at most `peopleMax` of them; or how somebody gets it.
    fileprivate var hint: String {
        guard let role = roles.first else {
            return "no role has the right \(permission.rawValue): [rights] in supportd.toml(5)"
        }
        guard !people.isEmpty else {
            if let group = groups.first { return "ask a member of the group \(group)" }
            return "nobody of the staff is one: supportc staff add NAME --role \(role.rawValue) "
                + "--user USER, or root"
        }
        let named = people.prefix(Self.peopleMax).map(\.text).joined(separator: ", ")
        let more = people.count - Self.peopleMax
        return "ask \(named)" + (more > 0 ? " or one of \(more) others" : "")
    }

    /// The most people that a hint names.
    private static let peopleMax = 5
}

extension Role {
    /// `an engineer`.
    var withArticle: String {
        switch self {
        case .viewer, .manager: "a \(rawValue)"
        case .engineer, .operator: "an \(rawValue)"
        }
    }
}

extension WireError {
    /// The caller may not do this, and who may.
    package static func notPermitted(
        _ act: ForbiddenAct, who: String, roles: [Role], needs need: Need
    ) -> WireError {
        let role = roles.isEmpty ? "" : " (\(roles.map(\.rawValue).joined(separator: ", ")))"
        return WireError(
            .notPermitted, "not-permitted",
            "\(who)\(role) may not \(act.words)" + (need.role.map { "; \($0) may" } ?? ""),
            hint: need.hint,
            figures: [
                "permission": need.permission.rawValue,
                "roles": need.roles.map(\.rawValue).joined(separator: " "),
            ])
    }

    /// The method is none of those that change nothing, on the socket that only reads.
    package static func socketOnlyReads(_ method: String) -> WireError {
        WireError(
            .notPermitted, "socket-only-reads", "this socket only reads, and \(method) does more",
            hint: "call it on the control socket: leave out --socket and SUPPORTD_SOCKET, or see "
                + "daemon.socket")
    }

    /// Somebody who has no role called.
    package static func stranger(_ act: ForbiddenAct, name: String, uid: UInt32) -> WireError {
        let isNamed = name != "\(uid)"
        let user = isNamed ? "\(name) (uid \(uid))" : "uid \(uid)"
        return WireError(
            .notPermitted, "not-permitted",
            "\(user) is not of the staff, and may not \(act.words)",
            hint: "an operator adds people: supportc staff add NAME --role ROLE --user \(name)"
                + (isNamed ? "" : "; a user without a name may have one that cannot be read now"))
    }
}

extension RightsRule {
    var words: String {
        switch self {
        case .timeOf(let staff): "book the time of \(staff)"
        case .timerOf(let whose): "stop the timer of \(whose)"
        case .entryOf(let entry, let staff?): "change entry \(entry), the work of \(staff)"
        case .entryOf(let entry, nil): "change entry \(entry), the work of another user"
        case .agreementOf(let staff): "agree in the name of \(staff)"
        }
    }

    /// What else can be done.
    var hint: String {
        switch self {
        case .timeOf, .timerOf, .entryOf: "a manager may"
        case .agreementOf(let staff):
            "\(staff) makes the request, for work with time add --for; or root does"
        }
    }
}

extension WireError {
    /// A rule keeps this to others; the desk's own answer names them.
    static func notPermitted(_ rule: RightsRule) -> WireError {
        WireError(
            .notPermitted, "not-permitted", "you may not \(rule.words)", hint: rule.hint)
    }

    /// The request leaves it to the caller, who is nobody.
    static func callerIsNobody(_ field: Field) -> WireError {
        WireError(
            .refused, "caller-not-staff",
            "\(field.words) would be you, and you are not of the staff",
            hint: "name somebody, or have your user added: supportc staff add NAME --role ROLE "
                + "--user USER; supportc whoami shows who you are")
    }
}
