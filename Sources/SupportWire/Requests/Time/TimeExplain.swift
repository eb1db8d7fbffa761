package import SupportModel

/// Says why an entry is covered as it is.
package struct TimeExplain: Request {
    package static let method = "time.explain"
    package static let access = Access.read
    package static let cost = Cost.long
    /// The number of the entry to explain, voided or not.
    package var entry: Identifier<TimeEntry>

    package init(entry: Identifier<TimeEntry>) {
        self.entry = entry
    }

    /// The entry and one fact a line.
    package struct Reply: Codable, Hashable, Sendable {
        /// The entry that was asked for.
        package var entry: EntryView
        /// Which rules covered it and with which figures, in the order in which they were asked.
        package var lines: [ExplanationLine]

        package init(entry: EntryView, lines: [ExplanationLine]) {
            self.entry = entry
            self.lines = lines
        }
    }
}
