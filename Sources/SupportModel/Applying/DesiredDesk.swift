/// What a file says should be on the desk. What it does not name is left alone.
package struct DesiredDesk: Hashable, Sendable {
    /// What people call the file.
    package var file: String
    /// In the file's order, no name twice.
    package var staff: [DesiredStaff]
    /// In the file's order, no name twice.
    package var clients: [DesiredClient]
    /// In the file's order.
    package var contracts: [DesiredContract]

    package init(
        file: String, staff: [DesiredStaff] = [], clients: [DesiredClient] = [],
        contracts: [DesiredContract] = []
    ) {
        self.file = file
        self.staff = staff
        self.clients = clients
        self.contracts = contracts
    }

    /// Everything, in the order in which one can rest on the other.
    var things: [any DesiredThing] { staff + clients + contracts }

    /// What became of each thing, between the desk before and after it was made so: what was really
    /// done, not what was meant.
    package func changes(from before: State, to after: State) -> [AppliedChange] {
        things.map { $0.change(from: before, to: after) }
    }
}
