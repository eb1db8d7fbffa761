package import SupportModel

/// Opens a ticket for a client (R2-R4).
package struct TicketOpen: Request {
    package static let method = "ticket.open"
    package static let permission = Permission.write
    /// 1 MiB, for a body may take the greater part of a line.
    package static let lineBytesMax = WireLimits.longLineBytesMax
    /// The client that asks; refused when it is archived.
    package var client: Name<Client>
    /// How severe it is, 1 to 4 (R3).
    package var level: Level
    /// What it is about, one line of at most 256 bytes.
    package var subject: String
    /// `troubleshooting` unless said.
    package var service: Name<Service>?
    /// The whole story, which may have many lines, at most 32 KiB; empty unless said.
    package var body: String?
    /// Which contract pays; the client's one active contract unless said.
    package var contract: Identifier<Contract>?
    /// Whether no contract pays (R4).
    package var onDemand: Bool?

    package init(
        client: Name<Client>, level: Level, subject: String, service: Name<Service>? = nil,
        body:
            String? = nil, contract: Identifier<Contract>? = nil, onDemand: Bool? = nil
    ) {
        self.client = client
        self.level = level
        self.subject = subject
        self.service = service
        self.body = body
        self.contract = contract
        self.onDemand = onDemand
    }

    package typealias Reply = TicketView
}

/// Gives a ticket to somebody, or to nobody.
package struct TicketAssign: Request {
    package static let method = "ticket.assign"
    package static let permission = Permission.write
    /// The ticket to hand over, open or active.
    package var ticket: Identifier<Ticket>
    /// Nobody unless said.
    package var to: Name<Staff>?

    package init(ticket: Identifier<Ticket>, to: Name<Staff>? = nil) {
        self.ticket = ticket
        self.to = to
    }

    package typealias Reply = TicketView
}

/// Writes a note on a ticket.
package struct TicketNote: Request {
    package static let method = "ticket.note"
    package static let permission = Permission.write
    /// 1 MiB, for a note may take the greater part of a line.
    package static let lineBytesMax = WireLimits.longLineBytesMax
    /// The ticket to write on, in whatever state.
    package var ticket: Identifier<Ticket>
    /// The note, which may have many lines: not blank, at most 32 KiB.
    package var text: String

    package init(ticket: Identifier<Ticket>, text: String) {
        self.ticket = ticket
        self.text = text
    }

    package typealias Reply = TicketView
}

/// Changes a ticket's level (R3).
package struct TicketLevel: Request {
    package static let method = "ticket.level"
    package static let permission = Permission.write
    /// The ticket to change, open or active.
    package var ticket: Identifier<Ticket>
    /// The new level, 1 to 4; refused when it is the old one.
    package var level: Level
    /// Why, for the ticket's history: one line of at most 256 bytes.
    package var reason: String?

    package init(ticket: Identifier<Ticket>, level: Level, reason: String? = nil) {
        self.ticket = ticket
        self.level = level
        self.reason = reason
    }

    package typealias Reply = TicketView
}

/// Says that the work of a ticket is done.
package struct TicketResolve: Request {
    package static let method = "ticket.resolve"
    package static let permission = Permission.write
    /// The ticket whose work is done, open or active until now.
    package var ticket: Identifier<Ticket>
    /// What was done, for the ticket's history: one line of at most 256 bytes.
    package var note: String?

    package init(ticket: Identifier<Ticket>, note: String? = nil) {
        self.ticket = ticket
        self.note = note
    }

    package typealias Reply = TicketView
}

/// Files a resolved ticket.
package struct TicketClose: Request {
    package static let method = "ticket.close"
    package static let permission = Permission.write
    /// The ticket to file, which must be resolved.
    package var ticket: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>) {
        self.ticket = ticket
    }

    package typealias Reply = TicketView
}

/// Takes a resolved or closed ticket up again.
package struct TicketReopen: Request {
    package static let method = "ticket.reopen"
    package static let permission = Permission.write
    /// The ticket to take up again; refused once too many days have passed since it was resolved.
    package var ticket: Identifier<Ticket>
    /// Why, for the ticket's history: one line of at most 256 bytes.
    package var reason: String

    package init(ticket: Identifier<Ticket>, reason: String) {
        self.ticket = ticket
        self.reason = reason
    }

    package typealias Reply = TicketView
}

/// Lists tickets, newest first.
package struct TicketList: Request {
    package static let method = "ticket.list"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// Only this client's.
    package var client: Name<Client>?
    /// Only those in this state; those that want work unless said.
    package var state: TicketState?
    /// Whether tickets of every state are listed.
    package var all: Bool?
    /// Only those of this level.
    package var level: Level?
    /// Only those that this person works on.
    package var assignee: Name<Staff>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        client: Name<Client>? = nil, state: TicketState? = nil, all: Bool? = nil,
        level: Level? =
            nil, assignee: Name<Staff>? = nil, limit: Int? = nil
    ) {
        self.client = client
        self.state = state
        self.all = all
        self.level = level
        self.assignee = assignee
        self.limit = limit
    }

    /// The tickets; `more` when the limit cut the list.
    package struct Reply: Codable, Hashable, Sendable {
        /// The tickets that were asked for.
        package var tickets: [TicketView]
        /// True when the limit left older ones out.
        package var more: Bool

        package init(tickets: [TicketView], more: Bool) {
            self.tickets = tickets
            self.more = more
        }
    }
}

/// Shows a ticket with its text, history and time.
package struct TicketShow: Request {
    package static let method = "ticket.show"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// The ticket to show, in whatever state.
    package var ticket: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>) {
        self.ticket = ticket
    }

    /// A ticket and all that belongs to it.
    package struct Reply: Codable, Hashable, Sendable {
        /// The ticket that was asked for, as a list shows it.
        package var ticket: TicketView
        /// What was asked, in full; empty where the subject said it all.
        package var body: String
        /// Oldest first.
        package var history: [RemarkView]
        /// In order of booking.
        package var entries: [EntryView]
        /// What the catalogue calls the ticket's level; missing from older desks.
        package var levelTitle: String?

        package init(
            ticket: TicketView, body: String, history: [RemarkView], entries: [EntryView],
            levelTitle: String? = nil
        ) {
            self.ticket = ticket
            self.body = body
            self.history = history
            self.entries = entries
            self.levelTitle = levelTitle
        }
    }
}

/// Lists the tickets that want work in working order, with the reasons.
package struct QueueList: Request {
    package static let method = "queue.list"
    package static let permission = Permission.read
    package static let cost = Cost.long
    /// Only this person's; ranks stay those of the whole queue.
    package var assignee: Name<Staff>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(assignee: Name<Staff>? = nil, limit: Int? = nil) {
        self.assignee = assignee
        self.limit = limit
    }

    /// The queue; `more` when the limit cut it.
    package struct Reply: Codable, Hashable, Sendable {
        /// The places in working order, rank 1 first.
        package var queue: [QueuePlaceView]
        /// True when the limit left places out.
        package var more: Bool

        package init(queue: [QueuePlaceView], more: Bool) {
            self.queue = queue
            self.more = more
        }
    }
}
