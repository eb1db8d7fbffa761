/// One piece of work that a client requested or a monitor caused.
package struct Ticket: Hashable, Sendable, Codable {
    /// The number that people use: `ticket 12`.
    package var number: Identifier<Ticket>
    /// The client for whom the work is done.
    package var client: Name<Client>
    /// The contract that pays for it; nil on demand (R4).
    package var contract: Identifier<Contract>?
    /// Its severity (R3).
    package var level: Level
    /// The kind of work (R2).
    package var service: Name<Service>
    /// The subject in one line.
    package var subject: String
    /// The full description; may be empty.
    package var body: String
    /// Whether a client or a monitor caused it.
    package var source: TicketSource
    /// The monitor that opened it.
    package var monitor: Name<Monitor>?
    package var state: TicketState
    /// The person who works on it; nil for nobody.
    package var assignee: Name<Staff>?
    /// The estimate of the whole work (R12); nil for none.
    package var estimate: Minutes?
    /// The Monday of the week in which its work is planned to begin (R12); nil for none.
    package var plannedWeek: CivilDate?
    /// How its work was spread over several weeks; nil for all of it in `plannedWeek` (R12).
    package var plannedParts: [WeekDraw]?
    /// The due date that was agreed with the client; nil for none.
    package var due: CivilDate?
    /// When it was opened.
    package var openedAt: Instant
    /// Who opened it: a person, or the desk for a monitor.
    package var openedBy: Principal
    /// When it was last resolved; nil while it is live.
    package var resolvedAt: Instant?
    /// True once a person has changed it: the desk then does not resolve it when its monitor
    /// recovers.
    package var touched: Bool
    /// Oldest first.
    package var remarks: [TicketRemark]
    /// In order of booking, voided ones included.
    package var entries: [Identifier<TimeEntry>]
    /// The sequence number of the record that last changed the ticket.
    package var version: UInt64
    /// The key under which it was imported; nil for a ticket that was opened on this desk.
    package var importKey: ImportKey?
    /// What its deadlines are derived from; nil in snapshots of before there were any.
    package var clock: TicketClock?
    /// How its deadlines were kept; nil while it is live, and where it had none.
    package var outcomes: [DeadlineOutcome]?
    /// How it relates to other tickets, in order; nil for none.
    package var links: [TicketLink]?
    /// The ticket that it was merged into, which its number means now; nil for most.
    package var mergedInto: Identifier<Ticket>?
    /// The tickets that were merged into it; nil for none.
    package var merged: [Identifier<Ticket>]?
    /// The monitors that had opened those.
    package var mergedMonitors: [Name<Monitor>]?
    /// The level that it was imported with, so that its row is recognised after the level was
    /// changed; nil for a ticket that was opened on this desk.
    package var openedLevel: Level?
    /// What of its history the members above no longer show; nil for nothing.
    package var past: TicketPast?
}

/// The severity of a ticket (R3): 1 is an emergency, 4 is regular work. Its JSON is the number.
package enum Level: Int, Sendable, Codable, CaseIterable, Comparable {
    /// The site is down, orders or payments are impossible, or security is severely breached.
    case emergency = 1
    /// A part is missing or disrupted, though orders still go through.
    case partialOutage = 2
    /// High priority, no emergency.
    case highPriority = 3
    /// Small bugs and changes, configuration, new features.
    case regular = 4

    package static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
}

extension Level {
    /// The agency's own title of the level; a catalogue may have others (`LevelWords`).
    package var title: String {
        switch self {
        case .emergency: "emergency"
        case .partialOutage: "partial outage"
        case .highPriority: "high priority, no emergency"
        case .regular: "regular"
        }
    }
}

/// The state of a ticket.
package enum TicketState: String, Sendable, Codable, CaseIterable {
    /// Nobody works on it yet.
    case open
    /// Somebody works on it.
    case active
    /// It waits for the client: its deadlines stand still.
    case waiting
    /// The work is done; it can be reopened.
    case resolved
    /// It is finished: no more work is booked on it.
    case closed

    /// Whether it still needs work, now or when the client has answered.
    package var isLive: Bool { self == .open || self == .active || self == .waiting }
}

/// The origin of a ticket.
package enum TicketSource: String, Sendable, Codable, CaseIterable {
    /// A person opened it.
    case client
    /// A monitor went down.
    case monitor
    /// A client's mail opened it.
    case mail
}

/// One entry of a ticket's history: a note, or the description of a change.
package struct TicketRemark: Hashable, Sendable, Codable {
    /// When it was written or happened.
    package var at: Instant
    /// Who wrote it or caused it.
    package var by: Principal
    /// The note as it was written, or the description of the change.
    package var text: String
    /// True for a person's note, false for a change that the desk recorded.
    package var isNote: Bool
    /// Whether the client wrote or was sent it; nil for what is the house's own.
    package var correspondence: Correspondence?
    /// The files that came or went with it; nil for none.
    package var attachments: [Attachment]?
    /// The ticket that it was written on, where that was merged or split since; nil: this one.
    package var of: Identifier<Ticket>?
    /// The mail that it came by; nil for none.
    package var mail: RemarkMail?
}

/// The direction of a note that the client knows.
package enum Correspondence: String, Sendable, Codable, CaseIterable {
    /// The agency wrote it to the client.
    case toClient = "to-client"
    /// The client wrote it to the agency.
    case fromClient = "from-client"
}

extension State {
    /// Changes a ticket, or the one that it was merged into, and updates its version, its history, and
    /// whether a person has changed it.
    mutating func change(
        _ number: Identifier<Ticket>, _ stamp: Stamp, remark: String, isNote: Bool = false,
        correspondence: Correspondence? = nil, attachments: [Attachment]? = nil,
        mail: RemarkMail? = nil, _ body: (inout Ticket) -> Void
    ) {
        let number = survivor(of: number)
        guard var ticket = tickets[number] else { return }
        var old = ticket
        // The old value drops its history, as a shared array would be copied when it grows.
        old.remarks = []
        old.entries = []
        tickets[number] = old
        body(&ticket)
        if old.state != ticket.state {
            var clock = ticket.clock ?? TicketClock()
            clock.follow(old.state, ticket.state, by: stamp.by, at: believed(stamp.at))
            ticket.clock = clock
        }
        ticket.version = stamp.sequence
        ticket.remarks.append(
            TicketRemark(
                at: stamp.at, by: stamp.by, text: remark, isNote: isNote,
                correspondence: correspondence, attachments: attachments, mail: mail))
        count(attachments ?? [])
        if stamp.by != .desk { ticket.touched = true }
        put(ticket, insteadOf: old)
        link(ticket)
    }

    /// Keeps the reference of its monitors to their open ticket up to date.
    private mutating func link(_ ticket: Ticket) {
        for name in ticket.monitorNames {
            // A monitor of another client may have the name of one that was removed.
            guard let monitor = monitors[name], monitor.client == ticket.client else { continue }
            if ticket.state.isLive {
                if monitor.ticket == nil { monitors[name]?.ticket = ticket.number }
            } else if monitor.ticket == ticket.number {
                monitors[name]?.ticket = nil
            }
        }
    }
}
