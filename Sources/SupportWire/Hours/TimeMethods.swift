package import SupportModel

/// Books work on a ticket (R2, R8, R9, R10).
package struct TimeAdd: Request {
    package static let method = Method<EntryReply>.write("time.add", for: .work, carries: .longText)

    /// The ticket that was worked on, in whatever state but closed.
    package var ticket: Identifier<Ticket>
    /// How long, from 1 minute to 31 days.
    package var minutes: Minutes
    /// The day of the work; today where the contract is unless said.
    package var on: DayReference?
    /// The ticket's unless said.
    package var service: Name<Service>?
    /// What was done, for the statement.
    package var note: String?
    /// Whether what does not fit may be extra hours.
    package var extra: Bool?
    /// The member of staff who did the work; the caller unless said.
    package var staff: Name<Staff>?
    /// The manager who lifts the weekly limit; goes with a reason.
    package var agreedBy: Name<Staff>?
    /// Whether the work is known to lie in a closed cycle or month (R10); goes with a reason.
    package var late: Bool?
    /// Why the manager lifts the weekly limit, and why it comes late: it goes with `agreed_by`,
    /// with `late`, or serves both.
    package var reason: String?
    /// Whether an entry of more than 24 hours is meant; one that is not named so is refused.
    package var long: Bool?

    package init(
        ticket: Identifier<Ticket>, minutes: Minutes, on: DayReference? = nil,
        service: Name<Service>? = nil, note: String? = nil, extra: Bool? = nil,
        staff: Name<Staff>? = nil, agreedBy: Name<Staff>? = nil, late: Bool? = nil,
        reason: String? = nil, long: Bool? = nil
    ) {
        (self.ticket, self.minutes, self.on, self.service) = (ticket, minutes, on, service)
        (self.note, self.extra, self.staff, self.agreedBy) = (note, extra, staff, agreedBy)
        (self.late, self.reason, self.long) = (late, reason, long)
    }
}

extension VoidTime: Request {
    package static let method = Method<EntryReply>.write("time.void", for: .work)
}

/// What a change of one entry answers: the entry, and the effect on the account.
package typealias EntryReply = AccountReply<EntryChangeView>

/// An entry that was booked or voided.
package struct EntryChangeView: View {
    /// The entry as it is now, or would be; a voided one no longer draws anything.
    package var entry: EntryView
    /// True when nothing was changed.
    package var dryRun: Bool
    /// What it changes for a closed cycle; missing unless it is late (R10).
    package var settlement: SettlementView?
    /// What the client's statement for work on demand comes to; missing where a contract pays.
    package var onDemand: OnDemandDueView?

    package init(
        entry: EntryView, dryRun: Bool, settlement: SettlementView? = nil,
        onDemand: OnDemandDueView? = nil
    ) {
        (self.entry, self.dryRun, self.settlement) = (entry, dryRun, settlement)
        self.onDemand = onDemand
    }
}

/// Lists time entries in order of work date.
package struct TimeList: Request {
    package static let method = Method<Reply>.read("time.list", .long)

    /// Only this contract's.
    package var contract: ContractReference?
    /// Only this ticket's.
    package var ticket: Identifier<Ticket>?
    /// Only this client's, of all its contracts and on demand.
    package var client: Name<Client>?
    /// Only the work of this member of staff; `me` for the caller.
    package var staff: Name<Staff>?
    /// Only work of days in this month of the calendar.
    package var month: CivilMonth?
    /// Whether only work on demand is meant, which no contract pays for (R4).
    package var onDemand: Bool?
    /// Only this cycle's, 1 for the first; goes with a contract.
    package var cycle: Int?
    /// Whether voided entries are listed too; they are not unless said.
    package var voided: Bool?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        contract: ContractReference? = nil, ticket: Identifier<Ticket>? = nil,
        client: Name<Client>? = nil, staff: Name<Staff>? = nil, month: CivilMonth? = nil,
        onDemand: Bool? = nil, cycle: Int? = nil, voided: Bool? = nil, limit: Int? = nil
    ) {
        (self.contract, self.ticket, self.client, self.staff) = (contract, ticket, client, staff)
        (self.month, self.onDemand, self.cycle) = (month, onDemand, cycle)
        (self.voided, self.limit) = (voided, limit)
    }

    /// The entries; `more` when the limit cut the list.
    package struct Reply: View {
        /// The entries that were asked for, each with how it is covered.
        package var entries: [EntryView]
        /// True when the limit left entries out.
        package var more: Bool
        /// The timers that run on what was asked for, longest first; missing for none.
        package var timers: [TimerView]?
        /// The sums of all that were asked for, also of those that the limit left out; a voided entry
        /// counts nowhere. Missing where no entry counts.
        package var totals: TimeTotals?

        package init(
            entries: [EntryView], more: Bool, timers: [TimerView]? = nil, totals: TimeTotals? = nil
        ) {
            (self.entries, self.more, self.timers, self.totals) = (entries, more, timers, totals)
        }
    }
}

/// Says why an entry is covered as it is.
package struct TimeExplain: Request {
    package static let method = Method<Reply>.read("time.explain", .long)

    /// The number of the entry to explain, voided or not.
    package var entry: Identifier<TimeEntry>

    package init(entry: Identifier<TimeEntry>) {
        self.entry = entry
    }

    /// The entry and one fact a line.
    package struct Reply: View {
        /// The entry that was asked for.
        package var entry: EntryView
        /// Which rules covered it and with which figures, in the order in which the rules apply.
        package var lines: [ExplanationLine]

        package init(entry: EntryView, lines: [ExplanationLine]) {
            (self.entry, self.lines) = (entry, lines)
        }
    }
}
