import SupportModel
import SupportWire

/// The methods of tickets and of their queue.
enum TicketRoutes {
    static let all =
        Route.changes(
            OpenTicket.self, AssignTicket.self, NoteTicket.self, ChangeTicketLevel.self,
            WaitForClient.self, ResumeTicket.self, TakeTicket.self, ResolveTicket.self,
            CloseTicket.self, ReopenTicket.self, LinkTickets.self, MergeTickets.self,
            SplitTicket.self, reply: view)
        + [
            .read(TicketList.self, answer: list), .read(TicketShow.self, answer: show),
            .read(TicketExplain.self, answer: explain),
            .read(QueueList.self, answer: queueList),
        ]

    private static func view(_ done: Done<Identifier<Ticket>>) -> TicketView {
        TicketView(done.state.tickets.made(done.made), isUnchanged: done.isUnchanged)
    }

    private static func list(_ request: TicketList, _ desk: DeskView) throws -> TicketList.Reply {
        let limit = try ListLimit(request.limit)
        let listing = try TicketListing(request, in: desk, countMax: limit.count + 1)
        let (first, more) = limit.cut(listing.page())
        return LimitedListing(first.map { TicketView($0) }, more: more)
    }

    private static func show(_ request: TicketShow, _ desk: DeskView) throws -> TicketShow.Reply {
        let ticket = try desk.state.meantTicket(request.ticket)
        let links = (ticket.links ?? []).compactMap { LinkView($0, in: desk.state) }
        return TicketShow.Reply(
            ticket, deadlines: desk.deadlines(of: ticket), links: links.isEmpty ? nil : links,
            entries: desk.entryViews(ticket.entries.compactMap { desk.state.entries[$0] }),
            levelTitle: desk.settings.catalogue.words(of: ticket.level).title)
    }

    private static func explain(
        _ request: TicketExplain, _ desk: DeskView
    ) throws -> TicketExplain.Reply {
        let ticket = try desk.state.meantTicket(request.ticket)
        return TicketExplain.Reply(
            ticket: TicketView(ticket), deadlines: desk.deadlines(of: ticket) ?? [],
            lines: desk.state.explainDeadlines(of: ticket, at: desk.now),
            expected: ticket.state.isLive
                ? TurnaroundView(
                    desk.state.turnaround(
                        of: ticket, at: desk.now, today: try desk.today(ofTicket: ticket.number)))
                : nil)
    }

    private static func queueList(_ request: QueueList, _ desk: DeskView) throws -> QueueList.Reply
    {
        let limit = try ListLimit(request.limit)
        let assignee = try request.assignee.map { try desk.member($0, .assignee) }
        if let client = request.client { _ = try desk.state.client(client) }
        if request.unassigned ?? false, assignee != nil {
            throw WireError.badParameters(
                QueueList.method.name, "unassigned does not go with assignee")
        }
        let filter = QueueFilter(
            level: request.level, client: request.client, assignee: assignee,
            isFree: request.unassigned ?? false)
        let places = desk.state.queue(at: desk.now, countMax: limit.count + 1, filter)
        let (first, more) = limit.cut(places)
        return LimitedListing(first.map(QueuePlaceView.init), more: more)
    }
}

extension DeskView {
    /// What is promised of a ticket and how it stands; nil where nothing is.
    fileprivate func deadlines(of ticket: Ticket) -> [DeadlineView]? {
        let views =
            ticket.state.isLive
            ? state.deadlines(of: ticket).map {
                DeadlineView($0, of: ticket, at: state.believed(now))
            }
            : (ticket.outcomes ?? []).map(DeadlineView.init)
        return views.isEmpty ? nil : views
    }
}
