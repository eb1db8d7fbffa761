/// Makes the desk what a file says it should be, all of it or nothing.
///
/// Only the difference is done, by the commands that people give one by one and by their rules, in
/// the order staff, clients, contracts. Nothing is removed, archived or ended.
package struct ApplyDesired: Command {
    /// What should be; at most `Limits.desiredCountMax` things.
    package var desired: DesiredDesk

    package init(_ desired: DesiredDesk) {
        self.desired = desired
    }

    /// The events of all that differs, none where all is so already; or `tablesRefused` with every
    /// table that cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<
        [AppliedChange]
    > {
        let things = desired.things
        guard things.count <= Limits.desiredCountMax else {
            throw .invalid(.file, .table(.tooMany(things.count)))
        }
        var making = DeskMaking(draft: RecordDraft(state, context), context: context)
        making.take(things)
        let draft = making.draft
        guard draft.refused.isEmpty else {
            throw .tablesRefused(
                file: desired.file, draft.refused.sorted { $0.line < $1.line },
                refusedCount: draft.refusedCount, of: things.count)
        }
        return Decision(desired.changes(from: state, to: draft.state), draft.events)
    }
}

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

/// One thing as a file says that it should be.
protocol DesiredThing: Sendable {
    /// Where the file says it.
    var place: TablePlace { get }
    /// What makes it so; nil where it is so already.
    func command(on state: State, _ context: Context) throws(Refusal) -> (any Command)?
    /// The key that a refusal is about; nil for the thing as a whole.
    func key(toBlame refusal: Refusal) -> String?
    /// The thing as it was and as it is.
    func change(from before: State, to after: State) -> AppliedChange
}

/// Where a person finds one table of a file, and each of its keys.
package struct TablePlace: Hashable, Sendable {
    /// The way to it: `contract[0]`.
    package var path: String
    /// The line on which it begins, 1 for the first.
    package var line: Int
    /// The lines of its keys, as far as it has them.
    package var keyLines: [String: Int]

    package init(path: String, line: Int, keyLines: [String: Int] = [:]) {
        self.path = path
        self.line = line
        self.keyLines = keyLines
    }

    /// What was refused, at the key that is to blame; nil for the table as a whole.
    func refusal(_ key: String?, _ refusal: Refusal) -> RowRefusal {
        RowRefusal(
            line: key.flatMap { keyLines[$0] } ?? line, column: key.map { "\(path).\($0)" } ?? path,
            refusal: refusal)
    }
}

/// What became of one thing that a file describes.
package struct AppliedChange: Hashable, Sendable {
    /// What kind of thing it is.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case staff, client, contract
    }

    /// Whether it is new.
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        case added, changed, unchanged
    }

    /// One value that differs.
    package struct Detail: Hashable, Sendable {
        /// The key in the file, or what else changed with it.
        package var field: String
        /// What it was; nil for nothing.
        package var from: String?
        /// What it is; nil for nothing.
        package var to: String?

        package init(field: String, from: String? = nil, to: String? = nil) {
            self.field = field
            self.from = from
            self.to = to
        }
    }

    /// What kind of thing it is.
    package var kind: Kind
    /// Its name; of a contract, its number.
    package var name: String
    /// Whose contract it is.
    package var client: Name<Client>?
    /// What the contract is about.
    package var project: String?
    /// What differs; for a new thing, all that it has.
    package private(set) var details: [Detail] = []
    /// The hours that an upgrade granted at once (R1).
    package var granted: Minutes?
    /// The day from which a downgrade holds (R1).
    package var holdsFrom: CivilDate?
    /// The client's other contracts for the same project, of one that was added or changed.
    package var beside: [Identifier<Contract>] = []
    /// True for a contract that was left alone because it has ended.
    package var hasEnded = false
    private let isNew: Bool

    init(_ kind: Kind, _ name: String, isNew: Bool) {
        self.kind = kind
        self.name = name
        self.isNew = isNew
    }

    /// Whether it is new, has changed, or was so already.
    package var outcome: Outcome { isNew ? .added : details.isEmpty ? .unchanged : .changed }

    /// Notes a value, if it differs.
    mutating func compare(_ field: String, _ old: String?, _ new: String?) {
        if old != new { details.append(Detail(field: field, from: old, to: new)) }
    }
}
