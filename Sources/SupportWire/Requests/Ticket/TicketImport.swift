package import SupportModel

/// Opens the tickets of a file, all or none.
package struct TicketImport: Request {
    package static let method = "ticket.import"
    package static let access = Access.write
    /// 4 MiB: a whole file comes on one line.
    package static let lineBytesMax = WireLimits.fileLineBytesMax
    /// The rows in the file's order, at most 2,000. Their columns are those of `TicketColumn`.
    package var rows: [ImportLine]
    /// Whether only to say what would come of it.
    package var dryRun: Bool?

    package init(rows: [ImportLine], dryRun: Bool? = nil) {
        self.rows = rows
        self.dryRun = dryRun
    }

    /// What came of the rows.
    package struct Reply: Codable, Hashable, Sendable {
        /// The tickets that were opened, or would be, in the order of their rows.
        package var added: [Identifier<Ticket>]
        /// Those that were there already, as the same key had made them, in the order of their rows.
        package var unchanged: [Identifier<Ticket>]
        /// True when nothing was changed.
        package var dryRun: Bool

        package init(
            added: [Identifier<Ticket>], unchanged: [Identifier<Ticket>], dryRun: Bool
        ) {
            self.added = added
            self.unchanged = unchanged
            self.dryRun = dryRun
        }
    }
}
