/// What a role lets a person do at the desk. Each request needs one, and the table of the roles says
/// who has it.
package enum Permission: String, Hashable, Sendable, Codable, CaseIterable {
    /// Read clients, agreements, tickets, hours, monitoring and the log, without amounts of money and
    /// without access data.
    case read
    /// See fees, rates and statements.
    case seeMoney = "see-money"
    /// Open, take and work tickets, and book one's own time.
    case work
    /// Deliver mail to the desk, as the mail server does; whoever may work may do so too.
    case deliver
    /// Add and change monitors.
    case monitor
    /// Set, list and reveal the access data of clients (R6).
    case access
    /// Book, correct and import the time of others.
    case bookForOthers = "book-for-others"
    /// Sign and change contracts, keep clients, plan their work (R5, R7, R12).
    case manage
    /// Agree to exceptions, under one's own name (R9, R11).
    case agree
    /// Run the desk: configuration, clock, backup, verification, staff.
    case operate

    /// Every permission, which the desk's owner has.
    package static let all = Set(allCases)

    /// Those of a set in the order in which they are listed.
    package static func inOrder(_ permissions: Set<Permission>) -> [Permission] {
        allCases.filter(permissions.contains)
    }

    /// Those that change nothing and open no access data: all that the socket which only reads can
    /// give anybody.
    package static let reading: Set<Permission> = [.read, .seeMoney]
}

/// The role of a member of staff, or of the members of a Unix group, which decides what they may do.
package enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// Reads, without amounts and access data.
    case viewer
    /// Works on tickets and books time.
    case engineer
    /// Is responsible for contracts and agrees to exceptions (R7).
    case manager
    /// Runs the desk.
    case `operator`
}

/// What each role may do.
package struct RolePermissions: Hashable, Sendable {
    private var table: [Role: Set<Permission>]

    package init(_ table: [Role: Set<Permission>]) {
        self.table = table
    }

    /// The table unless the configuration has another.
    package static let usual = RolePermissions([
        .viewer: [.read],
        .engineer: [.read, .work, .monitor, .access],
        .manager: [
            .read, .seeMoney, .work, .monitor, .access, .bookForOthers, .manage, .agree,
        ],
        .operator: [.read, .monitor, .operate],
    ])

    /// The permissions of a role.
    package subscript(role: Role) -> Set<Permission> {
        get {
            let permissions = table[role] ?? []
            return permissions.contains(.work) ? permissions.union([.deliver]) : permissions
        }
        set { table[role] = newValue }
    }

    /// The roles that have a permission, from viewer to operator.
    package func roles(with permission: Permission) -> [Role] {
        Role.allCases.filter { self[$0].contains(permission) }
    }
}

/// In which capacity somebody acts: as the owner of the desk, or in a role.
package enum Capacity: Hashable, Sendable {
    /// Root, or the user that the daemon runs as.
    case owner
    /// A member of staff, or of a group that has the role.
    case role(Role)
    /// A mail server's user, who only delivers.
    case mail
}

extension Capacity: TextCodable {
    /// Nil for a text that is neither.
    package init?(_ text: String) {
        if text == "owner" {
            self = .owner
        } else if text == "mail" {
            self = .mail
        } else if let role = Role(rawValue: text) {
            self = .role(role)
        } else {
            return nil
        }
    }

    package var description: String {
        switch self {
        case .owner: "owner"
        case .role(let role): role.rawValue
        case .mail: "mail"
        }
    }

    package static let expected = "owner, mail or a role"
}

/// The member of staff that the caller of a request is, and what they may do.
package struct Acting: Hashable, Sendable {
    /// The member of staff who has the caller's Unix user; nil for none.
    package var staff: Name<Staff>?
    /// In which capacity the request is made.
    package var capacity: Capacity
    /// What the caller may do.
    package var permissions: Set<Permission>

    package init(staff: Name<Staff>?, capacity: Capacity, permissions: Set<Permission>) {
        (self.staff, self.capacity, self.permissions) = (staff, capacity, permissions)
    }

    /// The desk itself, or its owner who is not of the staff: everything.
    package static let owner = Acting(
        staff: nil, capacity: .owner, permissions: Permission.all)

    /// Whether the caller has a permission.
    package func may(_ permission: Permission) -> Bool { permissions.contains(permission) }

    /// As the journal records it.
    package var acted: ActedAs { ActedAs(staff: staff, capacity: capacity) }
}

/// As whom the caller of a recorded change acted.
package struct ActedAs: Hashable, Sendable {
    /// The member of staff; nil for a caller who is none.
    package var staff: Name<Staff>?
    package var capacity: Capacity

    package init(staff: Name<Staff>?, capacity: Capacity) {
        (self.staff, self.capacity) = (staff, capacity)
    }
}
