package import SupportModel

/// Shows a contract's plan, week by week against the limit and the package (R12).
package struct PlanShow: Request {
    package static let method = "plan.show"
    package static let access = Access.read
    package static let cost = Cost.long
    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// How many weeks from this one on, 1 to 26; until the hours expire unless said.
    package var weeks: Int?

    package init(contract: ContractReference, weeks: Int? = nil) {
        self.contract = contract
        self.weeks = weeks
    }

    /// The plan of the contract's live tickets.
    package struct Reply: Codable, Hashable, Sendable {
        /// The number of the contract.
        package var contract: Identifier<Contract>
        /// The client that holds it.
        package var client: Name<Client>
        /// The package's title on the day of signing.
        package var title: String
        /// The zone in which the contract counts its days and weeks.
        package var zone: ZoneName
        /// The day from which the plan looks.
        package var today: CivilDate
        /// The first day of a suspension that has no end yet; missing for none.
        package var restsFrom: CivilDate?
        /// From this week on; weeks in which the contract rests are left out.
        package var weeks: [PlanWeekView]
        /// The hours of those weeks, first those that expire first.
        package var hours: [PlanHoursView]
        /// Planned for a week that is past, and not resolved.
        package var overdue: [PlanWorkView]
        /// Planned for a week that is not among `weeks`.
        package var elsewhere: [PlanWorkView]
        /// With an estimate and without a week.
        package var unplanned: [PlanWorkView]
        /// Without an estimate, in a week or not: they are counted nowhere.
        package var withoutEstimate: [PlanWorkView]

        /// The plan of a contract.
        package init(_ plan: ContractPlan, of contract: Contract) {
            self.contract = contract.number
            client = contract.client
            title = contract.terms.title
            zone = contract.zone
            today = plan.today
            restsFrom = plan.restsFrom
            weeks = plan.weeks.map(PlanWeekView.init)
            hours = plan.pools.map(PlanHoursView.init)
            overdue = plan.overdue.map(PlanWorkView.init)
            elsewhere = plan.elsewhere.map(PlanWorkView.init)
            unplanned = plan.unplanned.map(PlanWorkView.init)
            withoutEstimate = plan.withoutEstimate.map(PlanWorkView.init)
        }
    }
}
