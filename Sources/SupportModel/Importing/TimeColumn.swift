/// The columns of a file of time entries. A new one is added here, and read in `TimeRow`.
package enum TimeColumn: String, ImportColumn {
    /// What the other program calls the entry.
    case key
    /// The number of the ticket that was worked on.
    case ticket
    /// The key under which the ticket was imported; it goes before the number.
    case ticketKey = "ticket_key"
    /// The day of the work.
    case date
    /// How long: `150` minutes, or `2h30m`.
    case minutes
    /// The kind of work; the ticket's unless said.
    case service
    /// What was done.
    case note
    /// `yes` lets what does not fit be extra hours (R8, R9).
    case extra
    /// The manager who lifted the weekly limit (R9).
    case agreedBy = "agreed_by"
    /// `yes` for work of a cycle that has closed (R10).
    case late
    /// Why the limit was lifted, or why it comes late.
    case reason
    /// `yes` for one entry of more than 24 hours.
    case long
    case entry, client, contract, cycle
    case packageMinutes = "package_minutes"
    case groupedMinutes = "grouped_minutes"
    case extraMinutes = "extra_minutes"
    case emergency
    case bookedAt = "booked_at"
    case bookedBy = "booked_by"

    /// True from the number on, which the desk gives or works out itself.
    package var isReadOnly: Bool {
        switch self {
        case .key, .ticket, .ticketKey, .date, .minutes, .service, .note, .extra, .agreedBy,
            .late, .reason, .long:
            false
        case .entry, .client, .contract, .cycle, .packageMinutes, .groupedMinutes, .extraMinutes,
            .emergency,
            .bookedAt, .bookedBy:
            true
        }
    }

    /// True where no row can do without it.
    package var isRequired: Bool { self == .key || self == .date || self == .minutes }
}
