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
