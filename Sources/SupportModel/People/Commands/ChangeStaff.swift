/// Changes a person's role, Unix user or address.
package struct ChangeStaff: Command {
    /// The person to change.
    package var staff: Name<Staff>
    /// What they may do from now on; nil: as before.
    package var role: Role?
    /// The Unix user that they connect as; nil: as before.
    package var user: String?
    /// Where they are written to; nil: as before.
    package var mail: String?

    package init(staff: Name<Staff>, role: Role?, user: String?, mail: String?) {
        self.staff = staff
        self.role = role
        self.user = user
        self.mail = mail
    }

    /// One `StaffChanged`; refused for a manager who would leave a contract without one (R7).
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.member(staff)
        guard role != nil || user != nil || mail != nil else { throw .nothingToChange }
        try state.checkStaff(staff, user: user, mail: mail)
        if found.role == .manager, let role, role != .manager {
            try state.expectNoContract(managedBy: staff, what: "the role of \(staff)")
        }
        return [Event(StaffChanged(staff: staff, role: role, user: user, mail: mail))]
    }

    /// The version of the person as they stand; nil for somebody who is not on the desk.
    package func version(in state: State) -> UInt64? { state.staff[staff]?.version }
}

extension State {
    /// Refuses while a running contract has this account manager (R7: every contract has one).
    func expectNoContract(managedBy name: Name<Staff>, what: String) throws(Refusal) {
        let held = contracts.values.filter { $0.manager == name && $0.account.open != nil }
        guard let contract = held.map(\.number).min() else { return }
        throw .inUse(
            what: what, by: "contract \(contract), which needs its account manager (R7)",
            wayOut: "let the contract end first")
    }
}
