package import SupportModel

/// Shows a client's statement for a month's work on demand: frozen for a closed month, as it stands
/// for the one that runs (R4).
package struct StatementMonth: Request {
    package static let method = Method<OnDemandStatementView>.read(
        "statement.month", .long, for: .seeMoney)

    /// Who pays.
    package var client: Name<Client>
    /// The month of the calendar, in the client's zone.
    package var month: CivilMonth

    package init(client: Name<Client>, month: CivilMonth) {
        (self.client, self.month) = (client, month)
    }
}

/// A statement for work on demand as the protocol shows it. Amounts of work are minutes.
///
/// Nothing in it depends on when or by whom it is asked for: that of a closed month is the same for
/// ever (R10).
package struct OnDemandStatementView: View {
    /// How it was made; a client that does not know the form must not lay it out.
    package var format: Int
    /// True for a closed month; false for one that runs, whose figures are those so far.
    package var final: Bool
    /// Who pays.
    package var client: Name<Client>
    /// What the client was called.
    package var clientTitle: String
    /// The zone in which the month ends.
    package var zone: ZoneName
    /// Which month.
    package var month: CivilMonth
    /// Its first day.
    package var from: CivilDate
    /// The day after its last.
    package var to: CivilDate
    /// When it was frozen: the boundary's own time; missing while the month runs.
    package var closedAt: Instant?
    /// By service, then level.
    package var work: [OnDemandWork]
    /// What the work costs, one for each rate.
    package var charges: [OnDemandCharge]
    /// What is carried for earlier months, in order of entry.
    package var adjustments: [OnDemandAdjustmentView]
    /// Tickets worked on, in order of number.
    package var tickets: [OnDemandTicket]
    /// What is to be paid: one amount for each currency, and at least one.
    package var total: [Money]
}

extension OnDemandStatementView {
    /// What callers see of a statement.
    package init(_ statement: OnDemandStatement) {
        self.init(
            format: statement.format, final: statement.closedAt != nil, client: statement.client,
            clientTitle: statement.clientTitle, zone: statement.zone, month: statement.month,
            from: statement.month.first, to: statement.month.next.first,
            closedAt: statement.closedAt, work: statement.work, charges: statement.charges,
            adjustments: statement.adjustments.map(OnDemandAdjustmentView.init),
            tickets: statement.tickets, total: statement.total)
    }
}
