package import SupportModel

/// Shows a client's statement for a month's work on demand: frozen for a closed month, as it stands
/// for the one that runs (R4).
package struct StatementMonth: Request {
    package static let method = Method<OnDemandStatementView>.read("statement.month", .long)

    /// Who pays.
    package var client: Name<Client>
    /// The month of the calendar, in the client's zone.
    package var month: CivilMonth

    package init(client: Name<Client>, month: CivilMonth) {
        self.client = client
        self.month = month
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
    package var work: [OnDemandWorkView]
    /// What the work costs, one for each rate.
    package var charges: [OnDemandChargeView]
    /// What is carried for earlier months, in order of entry.
    package var adjustments: [OnDemandAdjustmentView]
    /// Tickets worked on, in order of number.
    package var tickets: [OnDemandTicketView]
    /// What is to be paid: one amount for each currency, and at least one.
    package var total: [Money]

    /// What callers see of a statement.
    package init(_ statement: OnDemandStatement) {
        format = statement.format
        final = statement.closedAt != nil
        client = statement.client
        clientTitle = statement.clientTitle
        zone = statement.zone
        month = statement.month
        from = statement.month.first
        to = statement.month.next.first
        closedAt = statement.closedAt
        work = statement.work.map(OnDemandWorkView.init)
        charges = statement.charges.map(OnDemandChargeView.init)
        adjustments = statement.adjustments.map(OnDemandAdjustmentView.init)
        tickets = statement.tickets.map(OnDemandTicketView.init)
        total = statement.total
    }
}

/// The work of one service and level on demand, as a statement shows it.
package struct OnDemandWorkView: View {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// What the catalogue called it when the statement was made.
    package var title: String
    /// The level of its tickets when it was booked (R3).
    package var level: Level
    /// How much.
    package var minutes: Minutes

    /// What callers see of a line of work.
    package init(_ work: OnDemandWork) {
        service = work.service
        title = work.title
        level = work.level
        minutes = work.minutes
    }
}

/// The work of a month at one rate, as a statement shows it.
package struct OnDemandChargeView: View {
    /// What an hour cost when it was booked (R4).
    package var rate: Money
    /// How much.
    package var minutes: Minutes
    /// `minutes` at `rate`, rounded half up once, on the whole.
    package var amount: Money

    /// What callers see of a charge.
    package init(_ charge: OnDemandCharge) {
        rate = charge.rate
        minutes = charge.minutes
        amount = charge.amount
    }
}

/// What a statement for work on demand carries for an earlier month. The figures of a void are
/// negative.
package struct OnDemandAdjustmentView: View {
    /// The entry that was booked late or voided.
    package var entry: Identifier<TimeEntry>
    /// True for a void, false for a late entry.
    package var void: Bool
    /// The month of the work.
    package var month: CivilMonth
    /// The ticket of the work.
    package var ticket: Identifier<Ticket>
    /// The day of the work.
    package var date: CivilDate
    /// What kind of work it was.
    package var service: Name<Service>
    /// How much is billed, or given back.
    package var minutes: Minutes
    /// What an hour cost when it was booked.
    package var rate: Money
    /// What that comes to, rounded to the minor unit, at a half away from zero.
    package var amount: Money
    /// Why it came late, or why it was voided.
    package var reason: String

    /// What callers see of an adjustment.
    package init(_ adjustment: OnDemandAdjustment) {
        entry = adjustment.entry
        void = adjustment.isVoid
        month = adjustment.month
        ticket = adjustment.ticket
        date = adjustment.date
        service = adjustment.service
        minutes = adjustment.minutes
        rate = adjustment.rate
        amount = adjustment.amount
        reason = adjustment.reason
    }
}

/// One ticket that was worked on in a month, as a statement shows it.
package struct OnDemandTicketView: View {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to 80 bytes.
    package var subject: String
    /// How much.
    package var minutes: Minutes

    /// What callers see of a ticket's line.
    package init(_ line: OnDemandTicket) {
        ticket = line.ticket
        subject = line.subject
        minutes = line.minutes
    }
}

/// What a client's open statement for work on demand comes to, before and after a change: one amount
/// for each currency, and at least one.
package struct OnDemandDueView: View {
    /// Who pays.
    package var client: Name<Client>
    /// The month whose statement it is.
    package var month: CivilMonth
    /// What it came to before.
    package var before: [Money]
    /// What it comes to.
    package var after: [Money]
    /// The earlier month of what came late, whose own statement stays as it is; missing where nothing
    /// did.
    package var adjusts: CivilMonth?

    /// What callers see of a change, with what the statement comes to.
    package init(_ change: OnDemandChange, before: [Money], after: [Money]) {
        client = change.client
        month = change.month
        self.before = before
        self.after = after
        adjusts = change.adjusts
    }
}

/// A month of work on demand that a client has a statement for.
package struct OnDemandMonthView: View {
    /// Which month.
    package var month: CivilMonth
    /// Whether it has closed.
    package var final: Bool
    /// What its statement comes to: one amount for each currency, and at least one.
    package var total: [Money]

    package init(month: CivilMonth, final: Bool, total: [Money]) {
        self.month = month
        self.final = final
        self.total = total
    }
}
