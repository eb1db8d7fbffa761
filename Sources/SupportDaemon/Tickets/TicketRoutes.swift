import SupportModel
import SupportWire

/// Answers `ticket.open`.
enum TicketOpenHandler: MutationHandler {
    static func command(_ request: TicketOpen, _ desk: DeskView) throws -> OpenTicket {
        OpenTicket(
            client: request.client, level: request.level, subject: request.subject,
            service: request.service, body: request.body ?? "", contract: request.contract,
            onDemand: request.onDemand ?? false)
    }

    static func reply(_ request: TicketOpen, _ done: Done) throws -> TicketView {
        guard let ticket = done.view.state.newestTicket else {
            throw Refusal.unknown(.ticket, "")
        }
        return TicketView(ticket)
    }
}

/// Answers `ticket.assign`.
enum TicketAssignHandler: MutationHandler {
    static func command(_ request: TicketAssign, _ desk: DeskView) throws -> AssignTicket {
        AssignTicket(ticket: request.ticket, assignee: request.to)
    }

    static func reply(_ request: TicketAssign, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}

/// Answers `ticket.note`.
enum TicketNoteHandler: MutationHandler {
    static func command(_ request: TicketNote, _ desk: DeskView) throws -> NoteTicket {
        NoteTicket(ticket: request.ticket, text: request.text)
    }

    static func reply(_ request: TicketNote, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}

/// Answers `ticket.level`.
enum TicketLevelHandler: MutationHandler {
    static func command(_ request: TicketLevel, _ desk: DeskView) throws -> ChangeTicketLevel {
        ChangeTicketLevel(
            ticket: request.ticket, level: request.level, reason: request.reason)
    }

    static func reply(_ request: TicketLevel, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}

/// Answers `ticket.resolve`.
enum TicketResolveHandler: MutationHandler {
    static func command(_ request: TicketResolve, _ desk: DeskView) throws -> ResolveTicket {
        ResolveTicket(ticket: request.ticket, note: request.note)
    }

    static func reply(_ request: TicketResolve, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}

/// Answers `ticket.close`.
enum TicketCloseHandler: MutationHandler {
    static func command(_ request: TicketClose, _ desk: DeskView) throws -> CloseTicket {
        CloseTicket(ticket: request.ticket)
    }

    static func reply(_ request: TicketClose, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}

/// Answers `ticket.reopen`.
enum TicketReopenHandler: MutationHandler {
    static func command(_ request: TicketReopen, _ desk: DeskView) throws -> ReopenTicket {
        ReopenTicket(ticket: request.ticket, reason: request.reason)
    }

    static func reply(_ request: TicketReopen, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}

/// Answers `ticket.list`.
enum TicketListHandler: ReadHandler {
    static func answer(_ request: TicketList, _ desk: DeskView) throws -> TicketList.Reply {
        let limit = try ListLimit(request.limit)
        if let client = request.client { _ = try desk.state.client(client) }
        let isAny = request.all ?? false
        // Numbers have no gaps: newest first, without a list of all tickets that could match.
        var found: [Ticket] = []
        var number = desk.state.newestTicket?.number.number ?? 0
        while number > 0, found.count <= limit.count {
            defer { number -= 1 }
            guard let ticket = Identifier(number).flatMap({ desk.state.tickets[$0] }),
                request.client == nil || ticket.client == request.client,
                request.level == nil || ticket.level == request.level,
                request.assignee == nil || ticket.assignee == request.assignee,
                request.state.map({ ticket.state == $0 }) ?? (isAny || ticket.state.isLive)
            else { continue }
            found.append(ticket)
        }
        let (first, more) = limit.cut(found)
        return TicketList.Reply(tickets: first.map(TicketView.init), more: more)
    }
}

/// Answers `ticket.show`.
enum TicketShowHandler: ReadHandler {
    static func answer(_ request: TicketShow, _ desk: DeskView) throws -> TicketShow.Reply {
        let ticket = try desk.state.ticket(request.ticket)
        return TicketShow.Reply(
            ticket: TicketView(ticket), body: ticket.body,
            history: ticket.remarks.map(RemarkView.init),
            entries: desk.entryViews(ticket.entries.compactMap { desk.state.entries[$0] }),
            levelTitle: desk.settings.catalogue.words(of: ticket.level).title)
    }
}

/// Answers `queue.list`.
enum QueueListHandler: ReadHandler {
    static func answer(_ request: QueueList, _ desk: DeskView) throws -> QueueList.Reply {
        let limit = try ListLimit(request.limit)
        if let assignee = request.assignee { _ = try desk.state.member(assignee) }
        let places = desk.state.queue(at: desk.now, countMax: limit.count + 1) {
            request.assignee == nil || $0.assignee == request.assignee
        }
        let (first, more) = limit.cut(places)
        return QueueList.Reply(queue: first.map(QueuePlaceView.init), more: more)
    }
}
