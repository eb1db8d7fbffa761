package import SupportModel

/// Says why an entry is covered as it is.
package struct TimeExplain: Request {
    package static let method = "time.explain"
    package static let access = Access.read
    package var entry: Identifier<TimeEntry>

    package init(entry: Identifier<TimeEntry>) {
        self.entry = entry
    }

    /// The entry and one fact a line.
    package struct Reply: Codable, Hashable, Sendable {
        package var entry: EntryView
        package var lines: [ExplanationLine]

        package init(entry: EntryView, lines: [ExplanationLine]) {
            self.entry = entry
            self.lines = lines
        }
    }
}
