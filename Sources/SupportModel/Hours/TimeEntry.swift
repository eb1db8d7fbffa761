/// Work that was done for a ticket on a day. Voiding marks it and never removes it.
package struct TimeEntry: Hashable, Sendable, Codable {
    /// What people call it: `entry 7`.
    package var number: Identifier<TimeEntry>
    /// What the work was for.
    package var ticket: Identifier<Ticket>
    /// The contract it is booked on; nil for work on demand (R4).
    package var contract: Identifier<Contract>?
    /// The index of the cycle that the work date falls in; nil on demand.
    package var cycle: Int?
    /// The day of the work, in the contract's zone.
    package var date: CivilDate
    /// What was worked.
    package var actual: Minutes
    /// What counts against the package or the bill, after the contract's rounding.
    package var billed: Minutes
    /// What kind of work it was (R2).
    package var service: Name<Service>
    /// What was done; nil when nobody said.
    package var note: String?
    /// Whether the caller allowed what does not fit to be extra hours (`--extra`, R8, R9).
    package var extraAllowed: Bool
    /// The manager's agreement that lifts the weekly limit for this entry (R9).
    package var agreement: Agreement?
    /// Whether it is work on a Level 1 ticket, which passes the weekly limit (R9).
    package var emergency: Bool
    /// The ticket's level when it was booked; nil in entries of journals that did not keep it (R3).
    package var level: Level?
    /// What an hour of it costs on demand, as it was that day; nil where a contract pays (R4).
    package var rate: Money?
    /// Why it was booked after its cycle had closed; nil for most.
    package var late: LateMark?
    /// When it was booked, which may be days after the work.
    package var bookedAt: Instant
    /// Who booked it.
    package var bookedBy: Actor
    /// Why it no longer counts; nil while it does.
    package var void: VoidMark?
    /// The sequence number of the record that last changed the entry.
    package var version: UInt64
    /// The key under which it was imported; nil for an entry that was booked here.
    package var importKey: ImportKey?

    /// True until it is voided.
    package var isLive: Bool { void == nil }
}
