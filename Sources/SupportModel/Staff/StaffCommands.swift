/// A command that changes a member of the staff, which its answer shows.
package protocol StaffCommand: Command where Made == Name<Staff> {
    /// The person that it changes.
    var staff: Name<Staff> { get }
}

extension StaffCommand {
    /// The version of what is changed; nil where the desk has no such thing.
    package func version(in state: State) -> UInt64? { state.staff[staff]?.version }
}

/// Adds a person to the desk.
package struct AddStaff: Command, Codable {
    package typealias Made = Name<Staff>

    /// The name of the new person; refused when it is taken.
    package var staff: Name<Staff>
    /// Their role; only a `manager` can agree to exceptions (R7).
    package var role: Role
    /// The Unix user that they connect as; nil for none.
    package var user: String?
    /// Their mail address; nil for none.
    package var mail: String?

    package init(staff: Name<Staff>, role: Role, user: String? = nil, mail: String? = nil) {
        (self.staff, self.role, self.user, self.mail) = (staff, role, user, mail)
    }

    /// One `StaffAdded`; refused for a Unix user that another person has.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Name<Staff>>
    {
        guard staff.text != Acting.me else { throw .invalid(.staffName, .meansTheCaller) }
        guard state.staff[staff] == nil else { throw .exists(.staff, staff.text) }
        try state.checkStaff(staff, user: user, mail: mail)
        return Decision(staff, StaffAdded(staff: staff, role: role, user: user, mail: mail))
    }
}

extension State {
    /// Refuses a Unix user that another person has, and texts that are not a user name or address.
    func checkStaff(_ name: Name<Staff>, user: String?, mail: String?) throws(Refusal) {
        if let mail { try MailAddress.check(mail) }
        guard let user else { return }
        _ = try BoundedText.line(user, .unixUser)
        if let other = staff.values.first(where: { $0.user == user && $0.name != name }) {
            throw .inUse(.unixUser(user), by: .staff(other.name))
        }
    }
}

/// Changes a person's role, Unix user or address.
package struct ChangeStaff: StaffCommand, Codable {
    package var staff: Name<Staff>
    /// Their new role; nil: as before.
    package var role: Role?
    /// The Unix user that they connect as; nil: as before.
    package var user: String?
    /// Their mail address; nil: as before.
    package var mail: String?

    package init(staff: Name<Staff>, role: Role? = nil, user: String? = nil, mail: String? = nil) {
        (self.staff, self.role, self.user, self.mail) = (staff, role, user, mail)
    }

    /// One `StaffChanged`; refused for a manager who would leave a contract without one (R7).
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Name<Staff>>
    {
        let found = try state.member(staff)
        guard role != nil || user != nil || mail != nil else { throw .nothingToChange }
        try state.checkStaff(staff, user: user, mail: mail)
        if found.role == .manager, let role, role != .manager {
            try state.expectNoContract(managedBy: staff, .role(staff))
        }
        return Decision(staff, StaffChanged(staff: staff, role: role, user: user, mail: mail))
    }
}

extension State {
    /// Refuses while a running contract has this account manager (R7: every contract has one).
    func expectNoContract(managedBy name: Name<Staff>, _ thing: NeededThing) throws(Refusal) {
        let held = contracts.values.filter { $0.manager == name && $0.account.open != nil }
        guard let contract = held.map(\.number).min() else { return }
        throw .inUse(thing, by: .managedContract(contract))
    }
}

/// Removes a person from the desk. Records of their work keep their name.
package struct RemoveStaff: StaffCommand, Codable {
    package var staff: Name<Staff>

    /// For the person of a name.
    package init(staff: Name<Staff>) { self.staff = staff }

    /// One `StaffRemoved`; refused while a contract (R7) or a live ticket is assigned to them, and
    /// while their timer runs.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Name<Staff>>
    {
        _ = try state.member(staff)
        try state.expectNoContract(managedBy: staff, .staff(staff))
        if let ticket = state.liveTickets.of(assignee: staff).first {
            throw .inUse(.staff(staff), by: .assignedTicket(ticket))
        }
        if let timer = state.timers.values.first(where: { $0.staff == staff }) {
            throw .inUse(.staff(staff), by: .runningTimer(staff, on: timer.ticket))
        }
        return Decision(staff, StaffRemoved(staff: staff))
    }
}
