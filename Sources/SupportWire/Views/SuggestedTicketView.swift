package import SupportModel

/// Where a suggestion puts one ticket.
package struct SuggestedTicketView: Codable, Hashable, Sendable {
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
        kept = suggested.isKept ? true : nil
        late = suggested.isLate ? true : nil
        shortfall = suggested.shortfall.map(PlanShortfallView.init)
    }
}
