package import SupportModel

/// What a check of the journal's files found.
package struct JournalVerdict: Codable, Hashable, Sendable {
    /// When it ended.
    package var at: Instant
    /// The last record that was there then.
    package var through: UInt64
    /// What is wrong, naming the file and the place; missing when every record and snapshot is whole.
    package var problem: String?
    /// True when a file does not hold what was written to it; missing when all is well, or when the
    /// files could only not be read.
    package var damaged: Bool?

    package init(at: Instant, through: UInt64, problem: String? = nil, damaged: Bool? = nil) {
        self.at = at
        self.through = through
        self.problem = problem
        self.damaged = damaged
    }
}
