package import SupportModel

/// A time entry as the protocol shows it. Amounts of work are minutes.
package struct EntryView: Codable, Hashable, Sendable {
    package var entry: Identifier<TimeEntry>
    package var ticket: Identifier<Ticket>
    package var contract: Identifier<Contract>?
    /// 1 for the contract's first cycle.
    package var cycle: Int?
    package var date: CivilDate
    package var minutes: Minutes
    /// How the minutes are covered; missing on demand and for a voided entry.
    package var fromPackage: Minutes?
    package var extra: Minutes?
    package var service: Name<Service>
    package var note: String?
    package var agreedBy: Name<Staff>?
    package var reason: String?
    package var emergency: Bool
    package var bookedAt: Instant
    package var bookedBy: Actor
    package var voidedAt: Instant?
    package var voidReason: String?
    package var version: UInt64

    package init(_ entry: TimeEntry, split: EntrySplit?) {
        self.entry = entry.number
        ticket = entry.ticket
        contract = entry.contract
        cycle = entry.cycle.map { $0 + 1 }
        date = entry.date
        minutes = entry.billed
        fromPackage = split?.package
        extra = split?.extra
        service = entry.service
        note = entry.note
        agreedBy = entry.agreement?.by
        reason = entry.agreement?.reason
        emergency = entry.emergency
        bookedAt = entry.bookedAt
        bookedBy = entry.bookedBy
        voidedAt = entry.void?.at
        voidReason = entry.void?.reason
        version = entry.version
    }
}
