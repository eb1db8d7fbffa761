package import SupportModel

/// Suggests how a contract's tickets could be spread over the weeks (R12); changes nothing.
package struct PlanSuggest: Request {
    package static let method = "plan.suggest"
    package static let access = Access.read
    package static let cost = Cost.long
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// Whether tickets give up the weeks that they were planned for; they keep them unless said.
    package var replan: Bool?

    package init(contract: ContractReference, replan: Bool? = nil) {
        self.contract = contract
        self.replan = replan
    }

    /// A spread by level, deadline, age and room; the same for the same desk and day.
    package struct Reply: Codable, Hashable, Sendable {
        /// The number of the contract.
        package var contract: Identifier<Contract>
        /// The client that holds it.
        package var client: Name<Client>
        /// The package's title on the day of signing.
        package var title: String
        /// The day from which the suggestion looks.
        package var today: CivilDate
        /// The weeks as they would be planned.
        package var weeks: [PlanWeekView]
        /// The hours of those weeks, first those that expire first.
        package var hours: [PlanHoursView]
        /// The tickets in the order in which room was given to them.
        package var tickets: [SuggestedTicketView]
        /// Tickets that keep a week further away than a suggestion looks.
        package var later: [PlanWorkView]
        /// Tickets for which nothing can be suggested.
        package var withoutEstimate: [PlanWorkView]
        /// How many tickets' weeks `plan.apply` would change.
        package var changes: Int

        /// The suggestion for a contract.
        package init(_ suggestion: PlanSuggestion, of contract: Contract) {
            self.contract = contract.number
            client = contract.client
            title = contract.terms.title
            today = suggestion.today
            weeks = suggestion.weeks.map(PlanWeekView.init)
            hours = suggestion.pools.map(PlanHoursView.init)
            tickets = suggestion.tickets.map(SuggestedTicketView.init)
            later = suggestion.later.map(PlanWorkView.init)
            withoutEstimate = suggestion.withoutEstimate.map(PlanWorkView.init)
            changes = suggestion.changes.count
        }
    }
}
