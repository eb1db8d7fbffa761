package import SupportModel

/// One ticket that was worked on in a cycle, as a statement shows it. Amounts of work are minutes.
package struct StatementTicketView: View {
    /// Its number.
    package var ticket: Identifier<Ticket>
    /// Its subject, cut to 80 bytes.
    package var subject: String
    /// Drawn from the package, of whichever cycle.
    package var package: Minutes
    /// Billed beyond it (R8).
    package var extra: Minutes

    /// What callers see of a ticket's line.
    package init(_ line: StatementTicket) {
        ticket = line.ticket
        subject = line.subject
        package = line.package
        extra = line.extra
    }
}

/// The work of one service and level, as a statement shows it. Amounts of work are minutes.
package struct StatementWorkView: View {
    /// The kind of work (R2).
    package var service: Name<Service>
    /// What the catalogue called it when the statement was made.
    package var title: String
    /// The level of its tickets when it was booked (R3).
    package var level: Level
    /// Drawn from the package.
    package var package: Minutes
    /// Drawn from the hours of the other cycle of a group (R11).
    package var grouped: Minutes
    /// Billed beyond them (R8).
    package var extra: Minutes

    /// What callers see of a line of work.
    package init(_ work: StatementWork) {
        service = work.service
        title = work.title
        level = work.level
        package = work.package
        grouped = work.grouped
        extra = work.extra
    }
}

/// An upgrade in the course of a cycle, as the protocol shows it.
package struct UpgradeView: View {
    /// The first day that it was paid for.
    package var on: CivilDate
    /// The title of the package that was taken.
    package var title: String
    /// The monthly fee before.
    package var feeBefore: Money
    /// Days that were left of the cycle, that day included.
    package var days: Int
    /// Days that the cycle has.
    package var daysOfCycle: Int
    /// The hours that it granted: the difference, prorated, rounded half up to the minute.
    package var minutes: Minutes
    /// What it costs: the difference, prorated, rounded to the minor unit and at a half away
    /// from zero; negative where the package with more hours costs less.
    package var fee: Money

    /// What callers see of an upgrade.
    package init(_ grant: UpgradeGrant) {
        on = grant.on
        title = grant.title
        feeBefore = grant.feeBefore
        days = grant.days
        daysOfCycle = grant.daysOfCycle
        minutes = grant.minutes
        fee = grant.fee
    }
}
