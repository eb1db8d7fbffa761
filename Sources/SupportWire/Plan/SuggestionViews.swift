package import SupportModel

/// Terms that take over with a later cycle of a contract: another package, or a renewed term.
package struct PlannedView: View {
    /// The first cycle that they hold for, 1 for the contract's first.
    package var cycle: Int
    /// The day on which it begins; missing while the contract rests and its end is open.
    package var from: CivilDate?
    /// True where they begin a renewed term (R5).
    package var renewal: Bool
    /// The package, as the catalogue called it when it was planned.
    package var package: Name<PackageOffer>
    /// The package's title then.
    package var title: String
    /// What each cycle then grants, in minutes.
    package var included: Minutes
    /// What one ISO week may then draw, in minutes (R9).
    package var weeklyLimit: Minutes
    /// What a month then costs before the discount.
    package var monthlyFee: Money?
    /// Off the monthly fee and nothing else, 0 to 100 (R5).
    package var discountPercent: Int
    /// What an hour beyond the package then costs (R8).
    package var extraRate: Money?

    /// What callers see of what is planned.
    package init(_ planned: PlannedTerms, of contract: Contract) {
        self.init(planned.terms, fromCycle: planned.cycle, of: contract)
    }

    /// The same for terms that hold from a cycle on, by its index.
    package init(_ terms: ContractTerms, fromCycle index: Int, of contract: Contract) {
        cycle = index + 1
        from = contract.openSuspension == nil ? contract.boundary(ofCycle: index) : nil
        renewal = contract.termMonths.map { contract.months - $0 } == index
        package = terms.package
        title = terms.title
        included = terms.included
        weeklyLimit = terms.weeklyLimit
        monthlyFee = terms.monthlyFee
        discountPercent = terms.discountPercent
        extraRate = terms.extraRate
    }
}

/// Where a suggestion puts one ticket.
package struct SuggestedTicketView: View {
    /// The ticket and what is still to do.
    package var work: PlanWorkView
    /// In order of weeks; together never more than is still to do.
    package var parts: [SuggestedPartView]
    /// True where it keeps the week that it was planned for; missing elsewhere.
    package var kept: Bool?
    /// True where its last part comes after the day by which it is to be done.
    package var late: Bool?
    /// What does not fit before the hours expire; missing where all does.
    package var shortfall: PlanShortfallView?

    /// What callers see of a suggested ticket.
    package init(_ suggested: SuggestedTicket) {
        work = PlanWorkView(suggested.work)
        parts = suggested.parts.map(SuggestedPartView.init)
        let isThere = suggested.parts.first.map { $0.week == suggested.work.week } ?? true
        kept = suggested.isKept && isThere ? true : nil
        late = suggested.isLate ? true : nil
        shortfall = suggested.shortfall.map(PlanShortfallView.init)
    }
}

/// What a suggestion gives to a ticket in one week.
package struct SuggestedPartView: View {
    /// The week's Monday.
    package var week: CivilDate
    /// How much of the ticket's work.
    package var minutes: Minutes
    /// What of it would be extra hours; missing for none (R2, R8).
    package var extra: Minutes?

    /// What a plan keeps of a part.
    package init(_ share: WeekDraw) {
        week = share.monday
        minutes = share.drawn
    }

    /// What callers see of a part.
    package init(_ part: SuggestedPart) {
        week = part.week.monday
        minutes = part.minutes
        extra = part.extra == .zero ? nil : part.extra
    }
}
