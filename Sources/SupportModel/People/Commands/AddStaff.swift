/// Adds a person to the desk.
package struct AddStaff: Command {
    package var staff: Name<Staff>
    package var role: Role
    package var user: String?
    package var mail: String?

    package init(staff: Name<Staff>, role: Role, user: String? = nil, mail: String? = nil) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

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
