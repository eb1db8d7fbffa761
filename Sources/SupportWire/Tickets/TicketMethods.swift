package import SupportModel

extension OpenTicket: Request {
    package static let method = Method<TicketView>.write(
        "ticket.open", for: .work, carries: .longText)
}

extension AssignTicket: Request {
    package static let method = Method<TicketView>.write("ticket.assign", for: .work)
}

extension NoteTicket: Request {
    package static let method = Method<TicketView>.write(
        "ticket.note", for: .work, carries: .longText)
}

extension ChangeTicketLevel: Request {
    package static let method = Method<TicketView>.write("ticket.level", for: .work)
}

/// A turn in a ticket's life that callers can make.
package protocol RequestedTurn: TicketTurn {
    static var method: Method<TicketView> { get }
}

extension TurnTicket: Request where Turn: RequestedTurn {
    package static var method: Method<TicketView> { Turn.method }
}

extension WaitingTurn: RequestedTurn {
    package static let method = Method<TicketView>.write("ticket.wait-client", for: .work)
}

extension ResumedTurn: RequestedTurn {
    package static let method = Method<TicketView>.write("ticket.resume", for: .work)
}

extension ResolvedTurn: RequestedTurn {
    package static let method = Method<TicketView>.write("ticket.resolve", for: .work)
}

extension TakeTicket: Request {
    package static let method = Method<TicketView>.write("ticket.take", for: .work)
}

extension LinkTickets: Request {
    package static let method = Method<TicketView>.write("ticket.link", for: .work)
}

extension MergeTickets: Request {
    package static let method = Method<TicketView>.write("ticket.merge", for: .work)
}

extension SplitTicket: Request {
    package static let method = Method<TicketView>.write(
        "ticket.split", for: .work, carries: .longText)
}

extension CloseTicket: Request {
    package static let method = Method<TicketView>.write("ticket.close", for: .work)
}

extension ReopenTicket: Request {
    package static let method = Method<TicketView>.write("ticket.reopen", for: .work)
}

/// Lists tickets, newest first.
package struct TicketList: Request {
    package static let method = Method<LimitedListing<TicketView>>.read("ticket.list", .long)

    /// Only this client's.
    package var client: Name<Client>?
    /// Only those in one of these states; those that want work unless said.
    package var state: OneOrMore<TicketState>?
    /// Whether tickets of every state are listed.
    package var all: Bool?
    /// Only those of one of these levels.
    package var level: OneOrMore<Level>?
    /// Only those that this person works on.
    package var assignee: Name<Staff>?
    /// Whether only those are listed that nobody works on.
    package var unassigned: Bool?
    /// Only those in whose subject, body or notes each of these words begins a word, in capitals or not.
    package var search: String?
    /// Only live ones whose next deadline, or agreed day, is over when this day begins.
    package var dueBefore: DayReference?
    /// In which order; newest first unless said.
    package var sort: TicketOrder?
    /// Only those that come after this ticket in the order: the last one of the page before.
    package var after: Identifier<Ticket>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        client: Name<Client>? = nil, state: OneOrMore<TicketState>? = nil, all: Bool? = nil,
        level: OneOrMore<Level>? = nil, assignee: Name<Staff>? = nil, unassigned: Bool? = nil,
        search: String? = nil, dueBefore: DayReference? = nil, sort: TicketOrder? = nil,
        after: Identifier<Ticket>? = nil, limit: Int? = nil
    ) {
        (self.client, self.state, self.all, self.level) = (client, state, all, level)
        (self.assignee, self.unassigned, self.search) = (assignee, unassigned, search)
        (self.sort, self.dueBefore) = (sort, dueBefore)
        (self.after, self.limit) = (after, limit)
    }
}

/// The order of a list of tickets.
package enum TicketOrder: String, Sendable, Codable, CaseIterable {
    /// The highest number first.
    case newest
    /// The lowest number first.
    case oldest
    /// The most severe first, and of a level the oldest.
    case level
    /// By the client's name, and of a client the newest first.
    case client
    /// By the name of who works on it, those of nobody last, and of a person the newest first.
    case assignee
    /// By the planned week, those without one last, and of a week the oldest first.
    case week
    /// The next deadline or agreed day first, those without one last, and of a time the oldest first.
    case due
}

/// Shows a ticket with its text, history and time.
package struct TicketShow: Request {
    package static let method = Method<Reply>.read("ticket.show", .long)

    /// The ticket to show, in whatever state; of one that was merged into another, that other.
    package var ticket: Identifier<Ticket>

    package init(ticket: Identifier<Ticket>) {
        self.ticket = ticket
    }

    /// A ticket and all that belongs to it.
    package struct Reply: View {
        /// The ticket that was asked for, as a list shows it.
        package var ticket: TicketView
        /// What is promised of it, first the response; missing where nothing is.
        package var deadlines: [DeadlineView]?
        /// What was asked, in full; empty where the subject said it all.
        package var body: String
        /// How it relates to other tickets; missing for none.
        package var links: [LinkView]?
        /// The tickets that were merged into it; missing for none.
        package var merged: [Identifier<Ticket>]?
        /// Oldest first; a note's place, from 1, is its number.
        package var history: [RemarkView]
        /// In order of booking.
        package var entries: [EntryView]
        /// What the catalogue calls the ticket's level; missing from older desks.
        package var levelTitle: String?

        /// What callers see of a ticket with its entries.
        package init(
            _ ticket: Ticket, deadlines: [DeadlineView]? = nil, links: [LinkView]? = nil,
            entries: [EntryView], levelTitle: String? = nil
        ) {
            self.ticket = TicketView(ticket)
            (self.deadlines, self.links) = (deadlines, links)
            (body, merged) = (ticket.body, ticket.merged)
            history = ticket.remarks.map(RemarkView.init)
            self.entries = entries
            self.levelTitle = levelTitle
        }
    }
}

/// Says how a ticket's deadlines come about, and what its client can expect.
package struct TicketExplain: Request {
    package static let method = Method<Reply>.read("ticket.explain", .long)

    package var ticket: Identifier<Ticket>

    /// For the ticket of a number, in whatever state.
    package init(ticket: Identifier<Ticket>) { self.ticket = ticket }

    /// The ticket, what is promised of it, and the arithmetic.
    package struct Reply: View {
        package var ticket: TicketView
        /// First the response; empty where nothing is promised.
        package var deadlines: [DeadlineView]
        /// The steps, in order.
        package var lines: [ExplanationLine]
        /// What its client can expect (R12); missing once it is resolved, and from older desks.
        package var expected: TurnaroundView?

        package init(
            ticket: TicketView, deadlines: [DeadlineView], lines: [ExplanationLine],
            expected: TurnaroundView? = nil
        ) {
            (self.ticket, self.deadlines, self.lines) = (ticket, deadlines, lines)
            self.expected = expected
        }
    }
}

/// Lists the tickets that want work in working order, with the reasons.
package struct QueueList: Request {
    package static let method = Method<LimitedListing<QueuePlaceView>>.read("queue.list", .long)

    /// Only this person's; ranks stay those of the whole queue.
    package var assignee: Name<Staff>?
    /// Whether only those are listed that nobody has.
    package var unassigned: Bool?
    /// Only those of this level.
    package var level: Level?
    /// Only those of this client.
    package var client: Name<Client>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        assignee: Name<Staff>? = nil, unassigned: Bool? = nil, level: Level? = nil,
        client: Name<Client>? = nil, limit: Int? = nil
    ) {
        (self.assignee, self.unassigned, self.level) = (assignee, unassigned, level)
        (self.client, self.limit) = (client, limit)
    }
}
