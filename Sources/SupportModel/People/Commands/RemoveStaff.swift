/// Takes a person off the desk. What they did keeps their name.
package struct RemoveStaff: Command {
    /// The person who leaves.
    package var staff: Name<Staff>

    /// For the person of a name.
    package init(staff: Name<Staff>) { self.staff = staff }

    /// One `StaffRemoved`; refused while a contract (R7) or a live ticket is theirs.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.member(staff)
        try state.expectNoContract(managedBy: staff, what: "staff \(staff)")
        if let ticket = state.firstLiveTicket(where: { $0.assignee == staff }) {
            throw .inUse(
                what: "staff \(staff)", by: "ticket \(ticket), which is assigned to them",
                wayOut: "supportc ticket assign \(ticket) SOMEONE-ELSE")
        }
        return [Event(StaffRemoved(staff: staff))]
    }

    /// The version of the person as they stand; nil for somebody who is not on the desk.
    package func version(in state: State) -> UInt64? { state.staff[staff]?.version }
}
