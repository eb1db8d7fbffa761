package import SupportModel

/// What the configuration says of rights: `[rights]` and `[roles]`.
package struct DeskRights: Hashable, Sendable {
    /// What each role may do.
    package var permissions = RolePermissions.usual
    /// The Unix groups whose members have a role, by name or number, without being of the staff.
    package var groups: [Role: [String]] = [:]
    /// The Unix users, by name or number, who may deliver mail without being of the staff: `[mail]`.
    package var deliverers: [String] = ["supportd-mail"]

    /// The defaults: no group has a role.
    package init() {}

    /// The names of all groups that have a role, each once.
    var groupNames: Set<String> { Set(groups.values.joined()) }

    mutating func readPermissions(_ table: inout TableReader) {
        for role in Role.allCases {
            if let wanted = table.optional(role.rawValue, .permissions) {
                permissions[role] = Set(wanted)
            }
        }
    }

    mutating func readGroups(_ table: inout TableReader) {
        for role in Role.allCases {
            if let names = table.optional(role.rawValue, .unixGroups) {
                groups[role] = names.isEmpty ? nil : names
            }
        }
    }
}

extension DeskRights {
    mutating func readDeliverers(_ table: inout TableReader) {
        if let users = table.optional("users", .unixUsers) { deliverers = users }
    }
}

extension Setting<[String]> {
    /// A list of Unix users, which may be empty.
    static var unixUsers: Setting {
        let most = ConfigurationLimits.roleGroupsMax
        let wanted = "give a list of at most \(most) Unix users, each once"
        let one = Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            let isName =
                !text.isEmpty && text.utf8.count <= 64
                && text.utf8.allSatisfy { $0 > 32 && $0 != 58 && $0 != 44 && $0 < 127 }
            guard isName else { throw Misfit("\(SettingPath.quoted(text)) is no such user") }
            return text
        }
        return .list(of: one, most: most, wanted: wanted)
    }
}

extension Setting<[Permission]> {
    /// A list of permissions, which may be empty.
    static var permissions: Setting {
        let words = Permission.allCases.map(\.rawValue).joined(separator: ", ")
        let one = Setting<Permission>.choice
        return .list(of: one, most: Permission.allCases.count, wanted: "give a list of \(words)")
    }
}

extension Setting<[String]> {
    /// A list of Unix groups, which may be empty. Group 0 is no member's by the kernel's word alone,
    /// and root may do everything in any case.
    static var unixGroups: Setting {
        let most = ConfigurationLimits.roleGroupsMax
        let wanted = "give a list of at most \(most) Unix groups other than root, each once"
        let one = Setting<String>.text.map(wanted: wanted) { (text) throws(Misfit) in
            let isName =
                !text.isEmpty && text.utf8.count <= 64
                && text.utf8.allSatisfy { $0 > 32 && $0 != 58 && $0 != 44 && $0 < 127 }
            guard isName, text != "root", UInt32(text) != 0 else {
                throw Misfit("\(SettingPath.quoted(text)) is no such group")
            }
            return text
        }
        return .list(of: one, most: most, wanted: wanted)
    }
}
