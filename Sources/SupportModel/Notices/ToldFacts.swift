/// What of the events of a decision notices tell, in order.
struct ToldFacts {
    private(set) var items: [NoticeItem] = []
    private let state: State
    private let now: Instant
    /// The tickets that the decision opens.
    private var opened: [Identifier<Ticket>: TicketOpened] = [:]

    init(_ events: [Event], _ state: State, at now: Instant) {
        (self.state, self.now) = (state, now)
        for event in events {
            if let event = event.body as? TicketOpened { opened[event.number] = event }
        }
        for event in events { take(event.body) }
    }

    /// Whether something is told already by the outage or the recovery that caused it, to whoever wants
    /// that.
    func isImplied(_ item: NoticeItem, where wants: (NoticeItem) -> Bool) -> Bool {
        guard item.kind == .ticketOpened || item.kind == .ticketResolved, let ticket = item.ticket
        else { return false }
        let cause: NoticeKind = item.kind == .ticketOpened ? .outage : .recovery
        return items.contains { $0.kind == cause && $0.ticket == ticket && wants($0) }
    }

    private mutating func take(_ event: any DeskEvent) {
        switch event {
        case let event as MonitorStateChanged: take(event)
        case let event as TicketOpened where event.importKey == nil:
            add(.ticketOpened, event.number, nil)
        case let event as TicketAssigned where event.assignee != nil:
            add(.ticketAssigned, event.ticket, event.assignee?.text, assignee: event.assignee)
        case let event as TicketLevelChanged:
            let why = event.reason.map { ": \($0)" } ?? ""
            add(
                .ticketLevel, event.ticket,
                "\(event.from.rawValue) → \(event.to.rawValue)\(why)", level: event.to)
        case let event as TicketWaiting: add(.ticketWaiting, event.ticket, event.note)
        case let event as TicketResolved: add(.ticketResolved, event.ticket, event.note)
        case let event as TicketReopened: add(.ticketReopened, event.ticket, event.reason)
        // A mail that opens a ticket is told as that.
        case let event as MailReceived where event.text != nil && event.writtenBy == nil:
            add(.ticketMail, event.ticket, event.text.map { BoundedText.cut($0, bytesMax: 300) })
        case let event as DeadlinePassed:
            add(
                event.mark.stage == .warned ? .deadlineNear : .deadlineMissed, event.ticket,
                "\(event.mark.kind.title), \(NoticeTime.text(event.mark.deadline))")
        default: break
        }
    }

    private mutating func take(_ event: MonitorStateChanged) {
        guard let monitor = state.monitors[event.monitor] else { return }
        let isOutage = event.to == .down && monitor.downSince == nil
        guard isOutage || event.to == .up && monitor.downSince != nil else { return }
        let ticket =
            monitor.ticket ?? opened.values.first { $0.monitor == event.monitor }?.number
        items.append(
            NoticeItem(
                isOutage ? .outage : .recovery, at: now, client: monitor.client,
                clientTitle: state.clients[monitor.client]?.title, ticket: ticket,
                monitor: event.monitor, level: monitor.level, subject: subject(ticket),
                detail: PrintableText.line(isOutage ? event.detail : duration(of: monitor))))
    }

    private func duration(of monitor: Monitor) -> String {
        DurationText.length(
            milliseconds: max(0, now.milliseconds(since: monitor.downSince ?? now)))
    }

    private func subject(_ ticket: Identifier<Ticket>?) -> String? {
        ticket.flatMap { state.tickets[$0]?.subject ?? opened[$0]?.subject }
    }

    private mutating func add(
        _ kind: NoticeKind, _ number: Identifier<Ticket>, _ detail: String?,
        level: Level? = nil, assignee: Name<Staff>? = nil
    ) {
        let ticket = state.tickets[number]
        let made = opened[number]
        guard let client = ticket?.client ?? made?.client else { return }
        var item = NoticeItem(
            kind, at: now, client: client, clientTitle: state.clients[client]?.title,
            ticket: number, level: level ?? ticket?.level ?? made?.level,
            subject: subject(number), detail: detail.map { PrintableText.line($0) })
        item.assignee = assignee ?? ticket?.assignee
        items.append(item)
    }
}

/// A time as notices show it.
enum NoticeTime {
    /// `2026-11-23 18:29 UTC`.
    static func text(_ instant: Instant) -> String {
        let text = instant.description
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
