package import SupportModel

/// Says who the desk takes the caller for, and what they may do. Anybody who can connect may ask.
package struct RightsWhoami: Request {
    package static let method = Method<Reply>.read("rights.whoami", .quick, for: nil)

    /// The request, which has no parameters.
    package init() {}

    /// The caller as the kernel and the desk know them.
    package struct Reply: View {
        /// The user number.
        package var uid: UInt32
        /// The user's name, or the number where no name was found.
        package var user: String
        /// Whether the caller is root or the user that the daemon runs as.
        package var owner: Bool
        /// The member of staff with that Unix user; missing for none.
        package var staff: Name<Staff>?
        /// The caller's roles, from viewer to operator; empty for a stranger.
        package var roles: [Role]
        /// What the caller may do.
        package var permissions: [Permission]

        package init(
            uid: UInt32, user: String, owner: Bool, staff: Name<Staff>?, roles: [Role],
            permissions: [Permission]
        ) {
            (self.uid, self.user, self.owner, self.staff) = (uid, user, owner, staff)
            (self.roles, self.permissions) = (roles, permissions)
        }
    }
}

/// Lists what each role may do, and who has it.
package struct RightsList: Request {
    package static let method = Method<Reply>.read("rights.list", .quick)

    /// Only the roles of this Unix user; all unless said.
    package var user: String?

    package init(user: String? = nil) {
        self.user = user
    }

    /// The roles, from viewer to operator.
    package struct Reply: View {
        package var roles: [RoleView]
        /// The methods that each permission opens, in order of their names.
        package var methods: [Permission.RawValue: [String]]

        package init(roles: [RoleView], methods: [String: [String]]) {
            (self.roles, self.methods) = (roles, methods)
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
