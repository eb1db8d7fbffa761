/// Adds a person to the desk.
package struct AddStaff: Command {
    /// What the person will be called; refused when the name is taken.
    package var staff: Name<Staff>
    /// What they may do; only a `manager` can agree to exceptions (R7).
    package var role: Role
    /// The Unix user that they connect as; nil for one who does not.
    package var user: String?
    /// Where they are written to; nil where nobody does.
    package var mail: String?

    package init(staff: Name<Staff>, role: Role, user: String? = nil, mail: String? = nil) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

    /// One `StaffAdded`; refused for a Unix user who is somebody else already.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.staff[staff] == nil else { throw .exists(.staff, staff.text) }
        try state.checkStaff(staff, user: user, mail: mail)
        return [Event(StaffAdded(staff: staff, role: role, user: user, mail: mail))]
    }
}

extension State {
    /// Refuses a Unix user that is another person's, and texts that are none.
    func checkStaff(_ name: Name<Staff>, user: String?, mail: String?) throws(Refusal) {
        if let mail { try MailAddress.check(mail) }
        guard let user else { return }
        _ = try BoundedText.line(user, "the Unix user")
        if let other = staff.values.first(where: { $0.user == user && $0.name != name }) {
            throw .inUse(
                what: "the Unix user \(user)", by: "staff \(other.name)",
                wayOut: "give each person a user of their own")
        }
    }
}
