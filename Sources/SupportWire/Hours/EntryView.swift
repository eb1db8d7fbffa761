package import SupportModel

/// A time entry as the protocol shows it. Amounts of work are minutes.
package struct EntryView: View {
    /// The entry's number, from 1, by which commands call it.
    package var entry: Identifier<TimeEntry>
    /// The ticket that was worked on.
    package var ticket: Identifier<Ticket>
    /// The contract that it is booked on; missing on demand.
    package var contract: Identifier<Contract>?
    /// The cycle that the day falls in, 1 for the contract's first; missing on demand.
    package var cycle: Int?
    /// The day of the work, in the contract's zone.
    package var date: CivilDate
    /// What counts, after the contract's rounding if it has any.
    package var minutes: Minutes
    /// What was worked; missing where it is what counts, because nothing was rounded.
    package var worked: Minutes?
    /// The minutes that draw from the package; missing on demand and for a voided entry.
    package var fromPackage: Minutes?
    /// The minutes that draw from the cycle that it is grouped with; missing for none (R11).
    package var grouped: Minutes?
    /// The cycle that they draw from, 1 for the contract's first; missing for none.
    package var groupedFrom: Int?
    /// The minutes that are billed beyond the package (R8); missing on demand and for a voided
    /// entry.
    package var extra: Minutes?
    /// What an hour on demand costs; missing where a contract pays (R4).
    package var rate: Money?
    /// The kind of work.
    package var service: Name<Service>
    /// What was done; missing where nobody said.
    package var note: String?
    /// The manager who lifted the weekly limit for this entry (R9); missing for all others.
    package var agreedBy: Name<Staff>?
    /// Why the manager lifted the limit; missing for all others.
    package var reason: String?
    /// True for work on a Level 1 ticket, which passes the weekly limit without asking (R9).
    package var emergency: Bool
    /// Why it was booked after its cycle had closed; missing for all others (R10).
    package var lateReason: String?
    /// The entry that it stands for after a correction; missing for all others.
    package var replaces: Identifier<TimeEntry>?
    /// The entry that stands for it since a correction; missing for all others.
    package var replacedBy: Identifier<TimeEntry>?
    /// When it was booked, which can be days after the work.
    package var bookedAt: Instant
    /// Who booked it.
    package var bookedBy: Principal
    /// The member of staff who did the work; missing where nobody of the staff is known.
    package var staff: Name<Staff>?
    /// When it was taken back; missing while it counts.
    package var voidedAt: Instant?
    /// Why it was taken back; missing while it counts.
    package var voidReason: String?
    /// The sequence number of the record that last changed the entry; `if_version` wants it.
    package var version: UInt64

    /// What callers see of an entry; `split` is nil where no contract covers it.
    ///
    /// - Parameter contract: the one that it is booked on, which names where grouped minutes come
    ///   from.
    package init(_ entry: TimeEntry, split: EntrySplit?, of contract: Contract? = nil) {
        self.entry = entry.number
        ticket = entry.ticket
        self.contract = entry.contract
        cycle = entry.cycle.map { $0 + 1 }
        date = entry.date
        minutes = entry.billed
        worked = entry.actual == entry.billed ? nil : entry.actual
        fromPackage = split?.package
        grouped = split.flatMap { $0.grouped > .zero ? $0.grouped : nil }
        groupedFrom = grouped.flatMap { _ in
            entry.cycle.flatMap { contract?.otherCycle(ofGroupWith: $0) }
        }.map { $0 + 1 }
        extra = split?.extra
        rate = entry.rate
        service = entry.service
        note = entry.note
        agreedBy = entry.agreement?.by
        reason = entry.agreement?.reason
        emergency = entry.emergency
        lateReason = entry.late?.reason
        replaces = entry.replaces
        replacedBy = entry.replacedBy
        bookedAt = entry.bookedAt
        bookedBy = entry.bookedBy
        staff = entry.staff
        voidedAt = entry.void?.at
        voidReason = entry.void?.reason
        version = entry.version
    }
}

/// What a late entry, or a late void, changes for a cycle that has closed (R10). Amounts of work are
/// minutes; those of a void are negative.
///
/// The closed cycle's own statement stays as it is: this is an adjustment on another one.
package struct SettlementView: View {
    /// The entry that came late or was voided late.
    package var entry: Identifier<TimeEntry>
    /// The closed cycle, 1 for the contract's first.
    package var cycle: Int
    /// What had expired when it closed.
    package var expired: Minutes
    /// What is drawn from those hours, or given back to them.
    package var settled: Minutes
    /// True where they are back in the pool that the cycle shares with the open one, instead of
    /// among those that expired; missing otherwise (R11).
    package var pooled: Bool?
    /// What is left of them afterwards, all late entries and voids counted.
    package var expiredLeft: Minutes
    /// What is billed beyond them (R8).
    package var extra: Minutes
    /// What an extra hour cost in that cycle.
    package var rate: Money?
    /// What the extra minutes cost.
    package var amount: Money?
    /// The open cycle whose statement carries it; missing while the contract rests between two
    /// cycles: it is on the next one's.
    package var statementCycle: Int?
}

extension SettlementView {
    /// - Parameters:
    ///   - closed: the cycle that it is settled against.
    ///   - left: what is left of its expired hours afterwards.
    ///   - open: the index of the cycle whose statement carries it.
    ///   - pooled: whether they are the pool's of the open cycle.
    package init(
        _ adjustment: Adjustment, closed: ClosedCycle, left: Minutes, open: Int?,
        pooled: Bool = false
    ) {
        self.init(
            entry: adjustment.entry, cycle: (adjustment.settledIn ?? adjustment.cycle) + 1,
            expired: closed.expired, settled: adjustment.settled, pooled: pooled ? true : nil,
            expiredLeft: left, extra: adjustment.extra, rate: adjustment.rate,
            amount: adjustment.amount, statementCycle: open.map { $0 + 1 })
    }
}
