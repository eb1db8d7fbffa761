package import SupportModel

/// Lists time entries in order of work date.
package struct TimeList: Request {
    package static let method = "time.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only this contract's.
    package var contract: ContractReference?
    /// Only this ticket's.
    package var ticket: Identifier<Ticket>?
    /// Only this cycle's, 1 for the first; goes with a contract.
    package var cycle: Int?
    /// Whether voided entries are listed too; they are not unless said.
    package var voided: Bool?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        contract: ContractReference? = nil, ticket: Identifier<Ticket>? = nil, cycle: Int? = nil,
        voided: Bool? = nil, limit: Int? = nil
    ) {
        self.contract = contract
        self.ticket = ticket
        self.cycle = cycle
        self.voided = voided
        self.limit = limit
    }

    /// The entries; `more` when the limit cut the list.
    package struct Reply: Codable, Hashable, Sendable {
        /// The entries that were asked for, each with how it is covered.
        package var entries: [EntryView]
        /// True when the limit left entries out.
        package var more: Bool
        /// The timers that run on what was asked for, longest first; missing for none.
        package var timers: [TimerView]?

        package init(entries: [EntryView], more: Bool, timers: [TimerView]? = nil) {
            self.entries = entries
            self.more = more
            self.timers = timers
        }
    }
}
