package import SupportModel

extension StartTimer: Request {
    package static let method = Method<TimerView>.write(
        "time.start", for: .work, carries: .longText)
}

/// Stops a timer and books what it measured, an entry for each local day.
package struct TimeStop: Request {
    package static let method = Method<AccountReply<Details>>.write(
        "time.stop", for: .work, carries: .longText)

    /// Whose timer it is: a member of staff, or the Unix user, by name or number, of somebody who is
    /// not of the staff; the caller's unless said.
    package var staff: String?
    /// What was done, for the statement; that of the start unless given.
    package var note: String?
    /// Whether what does not fit may be extra hours.
    package var extra: Bool?
    /// The manager who lifts the weekly limit; goes with a reason.
    package var agreedBy: Name<Staff>?
    /// Whether a part is known to lie in a closed cycle (R10); goes with a reason, and without it the
    /// reason is that the timer ran over the end of that cycle.
    package var late: Bool?
    /// Why the manager lifts the weekly limit, and why a part comes late; serves both.
    package var reason: String?
    /// Whether to forget the timer and book nothing.
    package var discard: Bool?

    package init(
        staff: String? = nil, note: String? = nil, extra: Bool? = nil,
        agreedBy: Name<Staff>? = nil, late: Bool? = nil, reason: String? = nil,
        discard: Bool? = nil
    ) {
        self.staff = staff
        (self.note, self.extra, self.agreedBy, self.late) = (note, extra, agreedBy, late)
        (self.reason, self.discard) = (reason, discard)
    }

    /// What was measured and booked.
    package struct Details: View {
        /// The ticket that was worked on.
        package var ticket: Identifier<Ticket>
        /// Whose timer it was; missing for the caller's own.
        package var of: Principal?
        /// When the timer had been started.
        package var startedAt: Instant
        /// What it measured, the sum of its entries' worked minutes; 0 when it was discarded.
        package var minutes: Minutes
        /// True when nothing was booked, as was asked.
        package var discarded: Bool
        /// True when nothing was changed.
        package var dryRun: Bool
        /// One for each local day, in order.
        package var entries: [EntryView]
        /// What the late ones change for closed cycles, in order; missing where none is late (R10).
        package var settlements: [SettlementView]?
        /// What the client's statement for work on demand comes to; missing where a contract pays.
        package var onDemand: OnDemandDueView?

        /// What was recorded, and its entries as they are shown.
        package init(
            _ stopped: TimerStopped, dryRun: Bool, entries: [EntryView],
            settlements: [SettlementView]? = nil, onDemand: OnDemandDueView? = nil
        ) {
            ticket = stopped.ticket
            of = stopped.of
            startedAt = stopped.startedAt
            minutes = stopped.minutes
            discarded = stopped.discarded ?? false
            self.dryRun = dryRun
            self.entries = entries
            self.settlements = settlements
            self.onDemand = onDemand
        }
    }
}

/// A running timer as the protocol shows it.
package struct TimerView: View {
    /// Who works.
    package var by: Principal
    /// The member of staff who works; missing where nobody of the staff is known.
    package var staff: Name<Staff>?
    /// The ticket that is worked on.
    package var ticket: Identifier<Ticket>
    /// The ticket's client; missing where the desk no longer knows the ticket.
    package var client: Name<Client>?
    /// The contract that will pay; missing on demand.
    package var contract: Identifier<Contract>?
    /// The kind of work; missing where it is the ticket's.
    package var service: Name<Service>?
    /// What is done; missing while there is no note.
    package var note: String?
    /// When it was started.
    package var startedAt: Instant
    /// What it has measured so far, rounded half up to the minute; 0 where the clock was set back.
    package var minutes: Minutes
    /// The sequence number of the record that started it.
    package var version: UInt64

    /// What callers see of a timer at an instant.
    package init(_ timer: WorkTimer, of ticket: Ticket?, at now: Instant) {
        by = timer.by
        staff = timer.staff
        self.ticket = timer.ticket
        client = ticket?.client
        contract = ticket?.contract
        service = timer.service
        note = timer.note
        startedAt = timer.startedAt
        minutes = Minutes(
            Int((max(0, now.milliseconds(since: timer.startedAt)) + 30_000) / 60_000))
        version = timer.version
    }
}
