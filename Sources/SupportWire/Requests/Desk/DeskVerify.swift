package import SupportModel

/// Reads the whole journal and computes every closed cycle again.
package struct DeskVerify: Request {
    package static let method = "desk.verify"
    package static let access = Access.operate
    package static let cost = Cost.whole

    /// The request, which has no parameters.
    package init() {}

    /// What was read, and what differs.
    package struct Reply: Codable, Hashable, Sendable {
        /// How many records the journal holds, all of which were read.
        package var records: UInt64
        /// How many closed cycles were computed again.
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
