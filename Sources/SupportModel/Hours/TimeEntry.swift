/// Work that was done for a ticket on a day. Voiding marks it and never removes it.
package struct TimeEntry: Hashable, Sendable, Codable {
    package var number: Identifier<TimeEntry>
    package var ticket: Identifier<Ticket>
    /// The contract it is booked on; nil for work on demand (R4).
    package var contract: Identifier<Contract>?
    /// The index of the cycle that the work date falls in; nil on demand.
    package var cycle: Int?
    /// The day of the work, in the contract's zone.
    package var date: CivilDate
    /// What was worked, and what counts after the contract's rounding.
    package var actual: Minutes
    package var billed: Minutes
    package var service: Name<Service>
    package var note: String?
    /// Whether the caller allowed what does not fit to be extra hours (`--extra`, R8, R9).
    package var extraAllowed: Bool
    /// The manager's agreement that lifts the weekly limit for this entry (R9).
    package var agreement: Agreement?
    /// Whether it is work on a Level 1 ticket, which passes the weekly limit (R9).
    package var emergency: Bool
    package var bookedAt: Instant
    package var bookedBy: Actor
    package var void: VoidMark?
    /// The sequence number of the record that last changed the entry.
    package var version: UInt64

    /// True until it is voided.
    package var isLive: Bool { void == nil }
}
