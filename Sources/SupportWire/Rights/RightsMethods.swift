package import SupportModel

/// Says who the desk takes the caller for, and what they may do. Anybody who can connect may ask.
package struct RightsWhoami: Request {
    package static let method = Method<PersonRights>.read("rights.whoami", .quick, for: nil)

    /// The request, which has no parameters.
    package init() {}
}

/// Who somebody is to the desk, and what they may do.
package struct PersonRights: View {
    /// The user number; missing where it is not known.
    package var uid: UInt32?
    /// The user's name, or the number where no name was found.
    package var user: String
    /// Whether it is root or the user that the daemon runs as.
    package var owner: Bool
    /// The member of staff with that Unix user; missing for none.
    package var staff: Name<Staff>?
    /// The roles, from viewer to operator; empty for a stranger.
    package var roles: [Role]
    /// What they may do.
    package var permissions: [Permission]
    /// Whether the socket only reads, whoever calls on it.
    package var onlyReads: Bool

    package init(
        uid: UInt32?, user: String, owner: Bool, staff: Name<Staff>?, roles: [Role],
        permissions: [Permission], onlyReads: Bool = false
    ) {
        (self.uid, self.user, self.owner, self.staff) = (uid, user, owner, staff)
        (self.roles, self.permissions, self.onlyReads) = (roles, permissions, onlyReads)
    }

    /// The names on the wire.
    private enum CodingKeys: String, CodingKey {
        case uid, user, owner, staff, roles, permissions
        case onlyReads = "only_reads"
    }
}

/// Lists what each role may do, and who has it; or what one Unix user may do, and by what.
package struct RightsList: Request {
    package static let method = Method<Reply>.read("rights.list", .quick)

    /// Only what this Unix user, or member of staff, has; all unless said.
    package var user: String?
    /// The number of the Unix user, as the host knows it.
    package var uid: UInt32?
    /// The numbers of the groups that the Unix user is in, as the host knows them.
    package var groups: [UInt32]?

    package init(user: String? = nil, uid: UInt32? = nil, groups: [UInt32]? = nil) {
        (self.user, self.uid, self.groups) = (user, uid, groups)
    }

    /// The roles, from viewer to operator.
    package struct Reply: View {
        package var roles: [RoleView]
        /// The methods that each permission opens, in order of their names.
        package var methods: [Permission.RawValue: [String]]
        /// What the user has that was asked for; missing where all were.
        package var person: PersonRights?

        package init(roles: [RoleView], methods: [String: [String]], person: PersonRights? = nil) {
            (self.roles, self.methods, self.person) = (roles, methods, person)
        }
    }
}

/// A role, what it permits, and who has it.
package struct RoleView: View {
    package var role: Role
    package var permissions: [Permission]
    /// The members of staff with the role, in order of their names.
    package var staff: [Name<Staff>]
    /// The Unix groups whose members have it.
    package var groups: [String]

    package init(
        role: Role, permissions: [Permission], staff: [Name<Staff>], groups: [String]
    ) {
        (self.role, self.permissions, self.staff, self.groups) = (role, permissions, staff, groups)
    }
}
