package import SupportModel

/// Checks the journal's files and computes every closed cycle again.
package struct DeskVerify: Request {
    package static let method = "desk.verify"
    package static let access = Access.operate
    package static let cost = Cost.whole

    /// Only the records after this one; missing for all.
    package var since: UInt64?

    package init(since: UInt64? = nil) {
        self.since = since
    }

    /// What was read, and what differs.
    package struct Reply: Codable, Hashable, Sendable {
        /// How many records there are after the one that was named, all of which were checked.
        package var records: UInt64
        /// How many cycles that they close were computed again.
        package var cycles: Int
        /// Empty when all is well.
        package var differences: [CycleDifference]

        package init(records: UInt64, cycles: Int, differences: [CycleDifference]) {
            self.records = records
            self.cycles = cycles
            self.differences = differences
        }
    }
}
