/// One piece of work that a client or a monitor asked for.
package struct Ticket: Hashable, Sendable, Codable {
    /// What people call it: `ticket 12`.
    package var number: Identifier<Ticket>
    /// Who wants the work.
    package var client: Name<Client>
    /// The contract that pays for it; nil on demand (R4).
    package var contract: Identifier<Contract>?
    /// How severe it is (R3).
    package var level: Level
    /// What kind of work it wants (R2).
    package var service: Name<Service>
    /// What it is about, in one line.
    package var subject: String
    /// The whole story; may be empty.
    package var body: String
    /// Whether a client or a monitor asked.
    package var source: TicketSource
    /// The monitor that opened it.
    package var monitor: Name<Monitor>?
    /// How far the work is.
    package var state: TicketState
    /// Who works on it; nil for nobody yet.
    package var assignee: Name<Staff>?
    /// How much work it is thought to be, all in all (R12); nil while nobody has said.
    package var estimate: Minutes?
    /// The Monday of the week in which its work is planned to begin (R12); nil for none.
    package var plannedWeek: CivilDate?
    /// How its work was spread over several weeks; nil for all of it in `plannedWeek` (R12).
    package var plannedParts: [WeekDraw]?
    /// The day by which it was agreed with the client to be done; nil where none was.
    package var due: CivilDate?
    /// When it was opened.
    package var openedAt: Instant
    /// Who opened it: a person, or the desk for a monitor.
    package var openedBy: Principal
    /// When its work was last done; nil while it wants work.
    package var resolvedAt: Instant?
    /// True once a person has done anything with it: a monitor then leaves it to people.
    package var touched: Bool
    /// Oldest first.
    package var remarks: [TicketRemark]
    /// In order of booking, voided ones included.
    package var entries: [Identifier<TimeEntry>]
    /// The sequence number of the record that last changed the ticket.
    package var version: UInt64
    /// The key under which it was imported; nil for a ticket that was opened here.
    package var importKey: ImportKey?
    /// The level that it was imported with, so that its row is known again after a person has
    /// changed the level; nil for a ticket that was opened here.
    package var openedLevel: Level?
}

/// How severe a ticket is (R3): 1 is an emergency, 4 is regular work. Its JSON is the number.
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
    /// The agency's own words for the level; a catalogue may have others (`LevelWords`).
    package var title: String {
        switch self {
        case .emergency: "emergency"
        case .partialOutage: "partial outage"
        case .highPriority: "high priority, no emergency"
        case .regular: "regular"
        }
    }
}

/// Where a ticket stands.
package enum TicketState: String, Sendable, Codable, CaseIterable {
    /// Nobody has taken it.
    case open
    /// Somebody works on it.
    case active
    /// The work is done; it can be reopened.
    case resolved
    /// It is filed.
    case closed

    /// Whether it still wants work.
    package var isLive: Bool { self == .open || self == .active }
}

/// Where a ticket came from.
package enum TicketSource: String, Sendable, Codable, CaseIterable {
    /// A person asked for it.
    case client
    /// A monitor went down.
    case monitor
}

/// One line of a ticket's history: a note, or a change in words.
package struct TicketRemark: Hashable, Sendable, Codable {
    /// When it was written or happened.
    package var at: Instant
    /// Who wrote it or made it happen.
    package var by: Principal
    /// The note as it was written, or the change in words.
    package var text: String
    /// True for what a person wrote, false for what the desk recorded.
    package var isNote: Bool
}

extension State {
    /// Changes a ticket and notes it: version, history, and whether a person has touched it.
    mutating func change(
        _ number: Identifier<Ticket>, _ stamp: Stamp, remark: String, isNote: Bool = false,
        _ body: (inout Ticket) -> Void
    ) {
        guard var ticket = tickets[number] else { return }
        var old = ticket
        // Only the new ticket keeps its history, which is copied as it grows where another has it.
        old.remarks = []
        old.entries = []
        tickets[number] = old
        body(&ticket)
        ticket.version = stamp.sequence
        ticket.remarks.append(
            TicketRemark(at: stamp.at, by: stamp.by, text: remark, isNote: isNote))
        if stamp.by != .desk { ticket.touched = true }
        put(ticket, insteadOf: old)
        link(ticket)
    }

    /// Keeps a monitor pointing at the one ticket that it has open.
    private mutating func link(_ ticket: Ticket) {
        // A monitor of another client may have taken the name of one that was removed.
        guard let name = ticket.monitor, let monitor = monitors[name],
            monitor.client == ticket.client
        else { return }
        if ticket.state.isLive {
            if monitor.ticket == nil { monitors[name]?.ticket = ticket.number }
        } else if monitor.ticket == ticket.number {
            monitors[name]?.ticket = nil
        }
    }
}
