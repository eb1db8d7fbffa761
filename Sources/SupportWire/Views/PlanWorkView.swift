package import SupportModel

/// A ticket as planning sees it. Amounts of work are minutes.
package struct PlanWorkView: Codable, Hashable, Sendable {
    /// The ticket's number.
    package var ticket: Identifier<Ticket>
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// What it is about, in one line.
    package var subject: String
    /// How much work it is thought to be, all in all; missing while nobody has said.
    package var estimate: Minutes?
    /// What its live time entries count.
    package var booked: Minutes
    /// What is still to do; missing, and not 0, without an estimate.
    package var toDo: Minutes?
    /// The Monday of the week that it is planned for; missing for none.
    package var week: CivilDate?
    /// By when it is to be done; missing where nothing was agreed.
    package var due: CivilDate?

    /// What callers see of a ticket's work.
    package init(_ work: TicketWork) {
        ticket = work.ticket
        level = work.level
        subject = work.subject
        estimate = work.estimate
        booked = work.booked
        toDo = work.toDo
        week = work.week?.monday
        due = work.deadline
    }
}
