package import SupportModel

/// Lists live time entries as a file of them has them, in order of number, page by page.
package struct TimeExport: Request {
    package static let method = "time.export"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only entries after this one; the first page unless said.
    package var after: Identifier<TimeEntry>?
    /// Only this contract's.
    package var contract: ContractReference?
    /// Only this client's.
    package var client: Name<Client>?
    /// Only work of this day and later.
    package var from: CivilDate?
    /// Only work of this day and earlier.
    package var to: CivilDate?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        after: Identifier<TimeEntry>? = nil, contract: ContractReference? = nil,
        client: Name<Client>? = nil, from: CivilDate? = nil, to: CivilDate? = nil,
        limit: Int? = nil
    ) {
        self.after = after
        self.contract = contract
        self.client = client
        self.from = from
        self.to = to
        self.limit = limit
    }

    /// A page of entries; `next` continues where it ends.
    package struct Reply: Codable, Hashable, Sendable {
        /// The entries that match, in order of number; voided ones are left out.
        package var entries: [ExportedEntry]
        /// The `after` of the next call; missing at the end.
        package var next: Identifier<TimeEntry>?

        package init(entries: [ExportedEntry], next: Identifier<TimeEntry>? = nil) {
            self.entries = entries
            self.next = next
        }
    }
}
