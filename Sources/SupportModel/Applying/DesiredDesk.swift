/// Changes the desk to what a file describes, completely or not at all.
///
/// Only differences are changed, with the same commands and rules as single changes, in the order
/// staff, clients, contracts. Nothing is removed, archived or ended.
package struct ApplyDesired: LongCommand {
    /// The description; at most `Limits.desiredCountMax` things.
    package var desired: DesiredDesk

    package init(_ desired: DesiredDesk) {
        self.desired = desired
    }

    /// The events of all differences, none where there are none; or `tablesRefused` with every
    /// table that is refused.
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

/// What a file describes. What it does not name is unchanged.
package struct DesiredDesk: Hashable, Sendable {
    /// The name of the file for people.
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
        (self.file, self.staff, self.clients, self.contracts) = (file, staff, clients, contracts)
    }

    /// All things, in an order in which each depends only on earlier ones.
    var things: [any DesiredThing] { staff + clients + contracts }

    /// What became of each thing, computed from the desk before and after the file was applied.
    package func changes(from before: State, to after: State) -> [AppliedChange] {
        things.map { $0.change(from: before, to: after) }
    }
}

/// One thing as a file describes it.
protocol DesiredThing: Sendable {
    /// The table of the file that describes it.
    var place: TablePlace { get }
    /// The command that changes the desk to it; nil where nothing differs.
    func command(on state: State, _ context: Context) throws(Refusal) -> (any Command)?
    /// The key of the table that a refusal concerns; nil for the table as a whole.
    func key(toBlame refusal: Refusal) -> String?
    /// The difference of the thing before and after.
    func change(from before: State, to after: State) -> AppliedChange
}

/// The place of a table in a file, and of each of its keys.
package struct TablePlace: Hashable, Sendable {
    /// The path of the table: `contract[0]`.
    package var path: String
    /// The line on which it begins, 1 for the first.
    package var line: Int
    /// The lines of its keys, for those that are present.
    package var keyLines: [String: Int]

    package init(path: String, line: Int, keyLines: [String: Int] = [:]) {
        (self.path, self.line, self.keyLines) = (path, line, keyLines)
    }

    /// A refusal with the place of its key; nil for the table as a whole.
    func refusal(_ key: String?, _ refusal: Refusal) -> RowRefusal {
        RowRefusal(
            line: key.flatMap { keyLines[$0] } ?? line, column: key.map { "\(path).\($0)" } ?? path,
            refusal: refusal)
    }
}

/// The result for one thing that a file describes.
package struct AppliedChange: Hashable, Sendable {
    /// The kinds of thing that a file describes.
    package enum Kind: String, Sendable, Codable, CaseIterable {
        case staff, client, contract
    }

    /// Whether it is new.
    package enum Outcome: String, Sendable, Codable, CaseIterable {
        case added, changed, unchanged
    }

    package var kind: Kind
    /// Its name; of a contract, its number.
    package var name: String
    /// The client of a contract.
    package var client: Name<Client>?
    /// The project of a contract.
    package var project: String?
    /// The differences; for a new thing, all its values.
    package private(set) var details: [FieldDifference] = []
    /// The hours that an upgrade granted at once (R1).
    package var granted: Minutes?
    /// The day from which a downgrade takes effect (R1).
    package var holdsFrom: CivilDate?
    /// For a contract that was added or changed: the client's other contracts for the same project.
    package var beside: [Identifier<Contract>] = []
    /// True for a contract that was not changed because it has ended.
    package var hasEnded = false
    private let isNew: Bool

    init(_ kind: Kind, _ name: String, isNew: Bool) {
        (self.kind, self.name, self.isNew) = (kind, name, isNew)
    }

    /// Whether it is new, changed, or unchanged.
    package var outcome: Outcome { isNew ? .added : details.isEmpty ? .unchanged : .changed }

    /// Adds a value if it differs.
    mutating func compare(_ field: String, _ old: String?, _ new: String?) {
        if let detail = FieldDifference(field, from: old, to: new) { details.append(detail) }
    }
}
