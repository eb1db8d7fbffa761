/// One piece of work that a client or a monitor asked for.
package struct Ticket: Hashable, Sendable, Codable {
    /// What people call it: `ticket 12`.
    package var number: Identifier<Ticket>
    /// Who wants the work.
    package var client: Name<Client>
    /// The contract that pays for it; nil on demand (R4).
    package var contract: Identifier<Contract>?
    /// How severe it is (R3).
    package var level: Level
    /// What kind of work it wants (R2).
    package var service: Name<Service>
    /// What it is about, in one line.
    package var subject: String
    /// The whole story; may be empty.
    package var body: String
    /// Whether a client or a monitor asked.
    package var source: TicketSource
    /// The monitor that opened it.
    package var monitor: Name<Monitor>?
    /// How far the work is.
    package var state: TicketState
    /// Who works on it; nil for nobody yet.
    package var assignee: Name<Staff>?
    /// How much work it is thought to be, all in all (R12); nil while nobody has said.
    package var estimate: Minutes?
    /// The Monday of the week in which its work is planned to begin (R12); nil for none.
    package var plannedWeek: CivilDate?
    /// How its work was spread over several weeks; nil for all of it in `plannedWeek` (R12).
    package var plannedParts: [WeekDraw]?
    /// The day by which it was agreed with the client to be done; nil where none was.
    package var due: CivilDate?
    /// When it was opened.
    package var openedAt: Instant
    /// Who opened it: a person, or the desk for a monitor.
    package var openedBy: Actor
    /// When its work was last done; nil while it wants work.
    package var resolvedAt: Instant?
    /// True once a person has done anything with it: a monitor then leaves it to people.
    package var touched: Bool
    /// Oldest first.
    package var remarks: [TicketRemark]
    /// In order of booking, voided ones included.
    package var entries: [Identifier<TimeEntry>]
    /// The sequence number of the record that last changed the ticket.
    package var version: UInt64
    /// The key under which it was imported; nil for a ticket that was opened here.
    package var importKey: ImportKey?
    /// The level that it was imported with, so that its row is known again after a person has
    /// changed the level; nil for a ticket that was opened here.
    package var openedLevel: Level?
}
