package import SupportModel

extension PlanTicket: Request {
    package static let method = Method<Reply>.write("plan.set", for: .manage)

    /// The ticket's plan, and its week against the limit.
    package struct Reply: View {
        /// The ticket with what is still to do, as it is planned or would be.
        package var work: PlanWorkView
        /// The contract that the plan is part of; missing on demand.
        package var contract: Identifier<Contract>?
        /// The ticket's week as it is planned now; missing without one, on demand, and for one that
        /// a plan does not reach.
        package var week: PlanWeekView?
        /// The hours that the week draws from; empty where `week` is missing.
        package var hours: [PlanHoursView] = []
        /// True when nothing was changed.
        package var dryRun: Bool

        /// A ticket without a week that a plan reaches.
        package init(
            work: PlanWorkView, contract: Identifier<Contract>? = nil, dryRun: Bool
        ) {
            (self.work, self.contract, self.dryRun) = (work, contract, dryRun)
        }
    }
}

/// Shows a contract's plan, week by week against the limit and the package (R12).
package struct PlanShow: Request {
    package static let method = Method<Reply>.read("plan.show", .long)

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// How many weeks from this one on, 1 to 26; until the hours expire unless said.
    package var weeks: Int?

    package init(contract: ContractReference, weeks: Int? = nil) {
        (self.contract, self.weeks) = (contract, weeks)
    }

    /// The plan of the contract's live tickets.
    package typealias Reply = Joined<ContractOfClient, Plan>

    /// The tickets and the hours of a plan.
    package struct Plan: View {
        /// The package's title on the day of signing.
        package var title: String
        /// The zone in which the contract counts its days and weeks.
        package var zone: ZoneName
        /// The first day of the plan.
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
    }
}

extension PlanShow.Reply {
    /// The plan of a contract.
    package init(_ plan: ContractPlan, of contract: Contract) {
        self.init(
            ContractOfClient(contract),
            PlanShow.Plan(
                title: contract.terms.title, zone: contract.zone, today: plan.today,
                restsFrom: plan.restsFrom, weeks: plan.weeks.map(PlanWeekView.init),
                hours: plan.pools.map(PlanHoursView.init),
                overdue: plan.overdue.map(PlanWorkView.init),
                elsewhere: plan.elsewhere.map(PlanWorkView.init),
                unplanned: plan.unplanned.map(PlanWorkView.init),
                withoutEstimate: plan.withoutEstimate.map(PlanWorkView.init)))
    }
}

/// Suggests how a contract's tickets could be spread over the weeks (R12); changes nothing.
package struct PlanSuggest: Request {
    package static let method = Method<Reply>.read("plan.suggest", .long)

    /// The contract's number, or a client that has exactly one active contract.
    package var contract: ContractReference
    /// Whether tickets give up the weeks that they were planned for; they keep them unless said.
    package var replan: Bool?

    package init(contract: ContractReference, replan: Bool? = nil) {
        (self.contract, self.replan) = (contract, replan)
    }

    /// A spread by level, deadline, age and room; the same for the same desk and day.
    package typealias Reply = Joined<ContractOfClient, Suggestion>

    /// What is suggested.
    package struct Suggestion: View {
        /// The package's title on the day of signing.
        package var title: String
        /// The first day of the suggestion.
        package var today: CivilDate
        /// The weeks as they would be planned.
        package var weeks: [PlanWeekView]
        /// The hours of those weeks, first those that expire first.
        package var hours: [PlanHoursView]
        /// The tickets in the order in which room was given to them.
        package var tickets: [SuggestedTicketView]
        /// Tickets that keep a week further away than a suggestion reaches.
        package var later: [PlanWorkView]
        /// Tickets for which nothing can be suggested.
        package var withoutEstimate: [PlanWorkView]
        /// How many tickets' weeks `plan.apply` would change.
        package var changes: Int
    }
}

extension PlanSuggest.Reply {
    /// The suggestion for a contract.
    package init(_ suggestion: PlanSuggestion, of contract: Contract) {
        self.init(
            ContractOfClient(contract),
            PlanSuggest.Suggestion(
                title: contract.terms.title, today: suggestion.today,
                weeks: suggestion.weeks.map(PlanWeekView.init),
                hours: suggestion.pools.map(PlanHoursView.init),
                tickets: suggestion.tickets.map(SuggestedTicketView.init),
                later: suggestion.later.map(PlanWorkView.init),
                withoutEstimate: suggestion.withoutEstimate.map(PlanWorkView.init),
                changes: suggestion.changes.count))
    }
}

extension ApplySuggestion: Request {
    package static let method = Method<Reply>.write("plan.apply", for: .manage)

    /// What was changed.
    package struct Reply: View {
        /// The number of the contract.
        package var contract: Identifier<Contract>
        /// The tickets whose week is another now; empty where all stays as it was.
        package var changes: [Change]

        package init(contract: Identifier<Contract>, changes: [Change]) {
            (self.contract, self.changes) = (contract, changes)
        }
    }

    /// One ticket's new week, or new shares in several.
    package struct Change: View {
        /// The ticket's number.
        package var ticket: Identifier<Ticket>
        /// The Monday of its week, the first where it takes several; missing where it lost it.
        package var week: CivilDate?
        /// Its share in each week, in order; missing where all of it is in one.
        package var parts: [SuggestedPartView]?

        package init(
            ticket: Identifier<Ticket>, week: CivilDate? = nil, parts: [SuggestedPartView]? = nil
        ) {
            (self.ticket, self.week, self.parts) = (ticket, week, parts)
        }
    }
}
