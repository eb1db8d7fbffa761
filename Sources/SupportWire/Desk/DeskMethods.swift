package import SupportModel

/// The desk on one screen.
package struct DeskStatus: Request {
    package static let method = Method<Reply>.read("desk.status", .counted)

    /// The request, which has no parameters.
    package init() {}

    /// How the desk is.
    package struct Reply: View {
        /// The daemon's release, such as `0.1.0`.
        package var release: String
        /// The last record.
        package var seq: UInt64
        /// What the desk's clock shows.
        package var now: Instant
        /// When this daemon started, by the desk's clock.
        package var startedAt: Instant
        /// True when the clock only moves by `clock.advance`.
        package var testClock: Bool
        /// `ok`, or why nothing can be stored now or soon.
        package var storage: String
        /// Whether a worker is connected, since when, and why not.
        package var worker: WorkerStanding
        /// How busy the worker is, as it said last; missing while none is connected.
        package var workerLoad: WorkerLoad?
        /// How many clients are not archived.
        package var clients: Int
        /// How many contracts have a cycle running now.
        package var activeContracts: Int
        /// By level, `1` to `4`.
        package var liveTickets: [String: Int]
        /// By state.
        package var monitors: [String: Int]
        /// When the next cycle, or month of work on demand, ends.
        package var nextBoundary: Instant?
        /// The first places of the queue.
        package var next: [QueuePlaceView]
        /// Monitors that are down, failing or recovering.
        package var trouble: [MonitorView]
        /// Why the clock is not trusted; missing while it is.
        package var doubt: ClockDoubtView?
        /// How many accesses projects still owe (R6); missing where all are there.
        package var missingAccess: Int?
        /// Why no access data can be opened; missing where they can be, and where none are kept (R6).
        package var accessClosed: String?
        /// The timers that run, longest first; missing for none.
        package var timers: [TimerView]?
        /// What the last check of the journal's files found; missing before the first one has ended.
        package var verified: JournalVerdict?
        /// Why callers find less room than was configured; missing where they do not.
        package var shortage: String?
        /// How many notices wait to be sent, and how many are dead letters; missing where there are none.
        package var notices: NoticeCounts?
        /// How many mails wait to be filed or discarded; missing for none.
        package var heldMails: Int?
        /// The contracts whose hours are near a limit, the nearest first; missing for none.
        package var hours: [NearLimitView]?

        package init(
            release: String, seq: UInt64, now: Instant, startedAt: Instant, testClock: Bool,
            storage: String, worker: WorkerStanding, workerLoad: WorkerLoad? = nil, clients: Int,
            activeContracts: Int, liveTickets: [String: Int], monitors: [String: Int],
            nextBoundary: Instant? = nil, next: [QueuePlaceView], trouble: [MonitorView],
            doubt: ClockDoubtView? = nil, missingAccess: Int? = nil, accessClosed: String? = nil,
            timers: [TimerView]? = nil,
            verified: JournalVerdict? = nil, shortage: String? = nil,
            notices: NoticeCounts? = nil, heldMails: Int? = nil, hours: [NearLimitView]? = nil
        ) {
            (self.notices, self.heldMails, self.hours) = (notices, heldMails, hours)
            (self.release, self.seq, self.now, self.startedAt) = (release, seq, now, startedAt)
            (self.testClock, self.storage, self.worker) = (testClock, storage, worker)
            (self.workerLoad, self.clients) = (workerLoad, clients)
            (self.activeContracts, self.liveTickets) = (activeContracts, liveTickets)
            (self.monitors, self.nextBoundary, self.next) = (monitors, nextBoundary, next)
            (self.trouble, self.doubt, self.missingAccess) = (trouble, doubt, missingAccess)
            (self.accessClosed, self.timers, self.verified) = (accessClosed, timers, verified)
            self.shortage = shortage
        }
    }
}

/// Checks the journal's files and computes every closed cycle again.
package struct DeskVerify: Request {
    package static let method = Method<Reply>.operate("desk.verify", .whole)

    /// Only the records after this one; missing for all.
    package var since: UInt64?

    package init(since: UInt64? = nil) {
        self.since = since
    }

    /// What was read, and what differs.
    package struct Reply: View {
        /// How many records there are after the one that was named, all of which were checked.
        package var records: UInt64
        /// How many cycles that they close were computed again.
        package var cycles: Int
        /// Empty when all is well.
        package var differences: [DifferenceView]
        /// How many months of work on demand that they close were computed again; missing for none.
        package var months: Int?
        /// What differs in months of work on demand; missing for nothing.
        package var monthDifferences: [MonthDifference]?
        /// The attachments, all of which were read; missing where no ticket has any.
        package var attachments: AttachmentCheck?

        /// What was read, and the differences as the model finds them.
        package init(
            records: UInt64, cycles: Int, differences: [CycleDifference], months: Int? = nil,
            monthDifferences: [MonthDifference]? = nil, attachments: AttachmentCheck? = nil
        ) {
            (self.records, self.cycles) = (records, cycles)
            self.differences = differences.map(DifferenceView.init)
            self.months = months
            (self.monthDifferences, self.attachments) = (monthDifferences, attachments)
        }
    }
}

/// A closed cycle whose figures differ from those computed from its entries.
package struct DifferenceView: View {
    /// The contract that the cycle belongs to.
    package var contract: Identifier<Contract>
    /// The cycle, 1 for the contract's first.
    package var cycle: Int
    /// What differs.
    package var text: String

    /// What callers see of a difference.
    package init(_ difference: CycleDifference) {
        contract = difference.contract
        cycle = difference.cycle + 1
        text = difference.text
    }
}

/// Whether a worker is connected to the desk.
package struct WorkerStanding: View {
    /// True while one is.
    package var connected: Bool
    /// Since when it is or is not; missing before the first has connected.
    package var since: Instant?
    /// How long it has been silent, once a report is overdue; missing before.
    package var silentSeconds: Int?
    /// Why there is none, or what the one that is connected replaces; missing where there is nothing to
    /// say.
    package var note: String?

    package init(
        connected: Bool, since: Instant? = nil, silentSeconds: Int? = nil, note: String? = nil
    ) {
        (self.connected, self.since, self.silentSeconds) = (connected, since, silentSeconds)
        self.note = note
    }
}

/// Writes a snapshot now.
package struct DeskSnapshot: Request {
    package static let method = Method<Reply>.operate("desk.snapshot", .whole)

    /// The request, which has no parameters.
    package init() {}

    /// What was written.
    package struct Reply: View {
        /// The last record that the snapshot holds.
        package var seq: UInt64
        /// How long the snapshot's text is.
        package var bytes: Int

        package init(seq: UInt64, bytes: Int) {
            (self.seq, self.bytes) = (seq, bytes)
        }
    }
}

/// What a check of the journal's files found.
package struct JournalVerdict: View {
    /// When it ended.
    package var at: Instant
    /// The last record that was there then.
    package var through: UInt64
    /// What is wrong, naming the file and the place; missing when every record and snapshot is whole.
    package var problem: String?
    /// True when a file does not hold what was written to it; missing when all is well, or when the
    /// files could only not be read.
    package var damaged: Bool?

    package init(at: Instant, through: UInt64, problem: String? = nil, damaged: Bool? = nil) {
        (self.at, self.through, self.problem, self.damaged) = (at, through, problem, damaged)
    }
}
