/// Work on a ticket on a day. A void marks the entry and does not remove it.
package struct TimeEntry: Hashable, Sendable, Codable {
    /// The number that people use: `entry 7`.
    package var number: Identifier<TimeEntry>
    package var ticket: Identifier<Ticket>
    /// The contract it is booked on; nil for work on demand (R4).
    package var contract: Identifier<Contract>?
    /// The index of the cycle that the work date falls in; nil on demand.
    package var cycle: Int?
    /// The day of the work, in the contract's zone; on demand, in the client's.
    package var date: CivilDate
    /// The duration as worked.
    package var actual: Minutes
    /// The duration that is drawn or billed, after the contract's rounding.
    package var billed: Minutes
    /// The kind of work (R2).
    package var service: Name<Service>
    /// A note on the work; nil for none.
    package var note: String?
    /// Whether the caller allowed work beyond the package or the week to become extra hours
    /// (`--extra`, R8, R9).
    package var extraAllowed: Bool
    /// The manager's agreement that lifts the weekly limit for this entry (R9).
    package var agreement: Agreement?
    /// Whether it is work on a Level 1 ticket, which may exceed the weekly limit (R9).
    package var emergency: Bool
    /// The ticket's level when it was booked; nil in entries of journals that did not keep it (R3).
    package var level: Level?
    /// The price of an hour on demand on that day; nil where a contract pays (R4).
    package var rate: Money?
    /// The reason for booking after its cycle or month had closed; nil for a booking that was not late.
    package var late: LateMark?
    /// When it was booked, which may be days after the work.
    package var bookedAt: Instant
    /// Who booked it; of a correction, who had booked the first.
    package var bookedBy: Principal
    /// The member of staff who did the work; nil where nobody of the staff is known.
    package var staff: Name<Staff>?
    /// The void of the entry; nil while it is live.
    package var void: VoidMark?
    /// The sequence number of the record that last changed the entry.
    package var version: UInt64
    /// The key under which it was imported; nil for an entry that was booked on this desk.
    package var importKey: ImportKey?
    /// The entry that it stands for after a correction; nil for most.
    package var replaces: Identifier<TimeEntry>?
    /// The entry that stands for it since a correction; nil for most.
    package var replacedBy: Identifier<TimeEntry>?

    /// True until it is voided.
    package var isLive: Bool { void == nil }
}

/// The reason, time and principal of a void.
package struct VoidMark: Hashable, Sendable, Codable {
    /// The reason in one line.
    package var reason: String
    /// When it was voided.
    package var at: Instant
    /// Who voided it.
    package var by: Principal
}

/// The reason for booking an entry after its cycle or month had closed.
package struct LateMark: Hashable, Sendable, Codable {
    /// The reason in one line; the statement shows it.
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
