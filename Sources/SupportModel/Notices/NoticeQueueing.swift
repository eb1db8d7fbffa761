/// Makes notices of what a decision changes, into the record that changes it.
///
/// What agrees in route, recipient and urgency is one notice, and joins one that was not sent yet. The
/// end of an outage goes only where the outage went: where nobody was sent it, it is withdrawn instead;
/// while its delivery is not certain, its end waits for that.
struct NoticeDraft {
    private let state: State
    private let context: Context
    /// The notices that events of this decision add to: those that may be joined, and new ones.
    private var groups: [NoticeAddress: [Addressed]] = [:]
    private var order: [NoticeAddress] = []
    private var last: Int
    private(set) var events: [Event] = []

    /// Something that one address is told.
    private struct Addressed {
        let item: NoticeItem
        let language: NoticeLanguage
    }

    init(_ state: State, _ context: Context) {
        (self.state, self.context) = (state, context)
        last = state.outbox.last
    }

    /// Takes what a decision changes.
    mutating func take(_ decided: [Event]) {
        // A command may have queued notices itself.
        for case let queued as NoticeQueued in decided.map(\.body) {
            last = max(last, queued.notice.number)
        }
        let told = ToldFacts(decided, state, at: context.now)
        for item in told.items {
            if item.kind == .recovery {
                tellEnd(of: item)
            } else {
                for route in context.notices.routes where route.wants(item) {
                    // The outage itself tells of the ticket that it opens.
                    if told.isImplied(item, where: route.wants) { continue }
                    add(item, to: route)
                }
            }
        }
        for address in order { queue(groups[address] ?? [], to: address) }
    }

    /// Writes to every recipient of a route.
    mutating func add(_ item: NoticeItem, to route: NoticeRoute) {
        for (recipient, language) in state.recipients(of: item, by: route, context.notices) {
            if item.kind == .outage, tellAgain(item, to: route.name, recipient, language) {
                continue
            }
            add(item, to: route.name, recipient, language)
        }
    }

    /// Tells an outage to whom the end of the monitor's last one is still on its way: where that was not
    /// sent yet it is withdrawn, and to them the outage goes on; otherwise the new one follows it. False
    /// where no end is on its way.
    private mutating func tellAgain(
        _ item: NoticeItem, to route: Name<NoticeRoute>, _ recipient: String?,
        _ language: NoticeLanguage
    ) -> Bool {
        guard let monitor = item.monitor,
            let end = state.outbox.pendingEnd(of: monitor, route, recipient)
        else { return false }
        if end.attempts == 0 {
            events.append(Event(NoticeWithdrawn(notice: end.number, monitor: monitor)))
        } else {
            var waiting = item
            waiting.after = end.number
            queue(
                alone: waiting, to: route, recipient, language,
                wait: context.notices.groupMilliseconds)
        }
        return true
    }

    /// Queues a notice of its own, whatever waits for the same recipient; returns its number.
    @discardableResult
    mutating func queue(
        alone item: NoticeItem, to route: Name<NoticeRoute>, _ recipient: String?,
        _ language: NoticeLanguage, wait: Int64 = 0, previous: Identifier<Notice>? = nil,
        answers: String? = nil
    ) -> Identifier<Notice> {
        let number = Identifier<Notice>(after: last)
        last = number.number
        events.append(
            Event(
                NoticeQueued(
                    notice: number, route: route, recipient: recipient, language: language,
                    items: [item], waitMilliseconds: wait, previous: previous, answers: answers)))
        return number
    }

    private mutating func add(
        _ item: NoticeItem, to route: Name<NoticeRoute>, _ recipient: String?,
        _ language: NoticeLanguage
    ) {
        let address = NoticeAddress(
            route: route, recipient: recipient,
            isQuiet: item.level.map { $0 >= .highPriority } ?? false)
        if groups[address] == nil { order.append(address) }
        groups[address, default: []].append(Addressed(item: item, language: language))
    }

    /// Tells the end of an outage to those that were told the outage.
    private mutating func tellEnd(of item: NoticeItem) {
        guard let monitor = item.monitor else { return }
        for told in state.outbox.problems[monitor] ?? [] {
            var item = item
            item.problem = told.notice
            let problem = state.outbox.notices[told.notice]
            if let problem, !problem.state.isEnd, problem.attempts == 0 {
                // Whatever the route is told now, what is over is not told any more.
                events.append(Event(NoticeWithdrawn(notice: told.notice, monitor: monitor)))
                continue
            }
            guard let route = context.notices.route(told.route), route.kinds.contains(.recovery)
            else { continue }
            guard let problem, !problem.state.isEnd else {
                // One that is not held any more was delivered.
                let language = problem?.language ?? route.language ?? context.notices.language
                add(item, to: told.route, told.recipient, language)
                continue
            }
            var waiting = item
            waiting.after = told.notice
            queue(
                alone: waiting, to: told.route, told.recipient, problem.language,
                wait: context.notices.groupMilliseconds)
        }
    }

    /// Joins what one address is told to the notice that waits for it, or queues new ones.
    private mutating func queue(_ told: [Addressed], to address: NoticeAddress) {
        var rest = told.map(\.item)[...]
        let most = Limits.noticeItemsMax
        if let number = state.outbox.open[address], let open = state.outbox.notices[number],
            !isWithdrawn(number)
        {
            let joining = rest.prefix(most - open.items.count)
            events.append(Event(NoticeJoined(notice: number, items: Array(joining))))
            rest = rest.dropFirst(joining.count)
        }
        while !rest.isEmpty {
            let number = Identifier<Notice>(after: last)
            last = number.number
            events.append(
                Event(
                    NoticeQueued(
                        notice: number, route: address.route, recipient: address.recipient,
                        language: told.first?.language ?? context.notices.language,
                        items: Array(rest.prefix(most)),
                        waitMilliseconds: context.notices.groupMilliseconds)))
            rest = rest.dropFirst(most)
            if state.outbox.liveCount >= Limits.noticesLiveMax {
                // Kept as a dead letter, which `notice retry` sends once there is room.
                events.append(
                    Event(NoticeGivenUp(notice: number, error: "too many notices wait already")))
            }
        }
    }

    /// Whether this decision has withdrawn something of a notice, so that it may be over.
    private func isWithdrawn(_ number: Identifier<Notice>) -> Bool {
        events.contains { ($0.body as? NoticeWithdrawn)?.notice == number }
    }
}

extension State {
    /// The events that make, join and withdraw notices for what a decision changes; none for an import,
    /// which tells what happened long ago.
    func notices(for decided: [Event], _ context: Context) -> [Event] {
        guard !context.notices.routes.isEmpty else { return [] }
        var draft = NoticeDraft(self, context)
        draft.take(decided)
        return draft.events
    }

    /// The addresses that a route writes to about something, each once, with its language; for a command
    /// or a webhook one without an address.
    func recipients(
        of item: NoticeItem, by route: NoticeRoute, _ rules: NoticeRules
    ) -> [(address: String?, language: NoticeLanguage)] {
        let language = route.language ?? rules.language
        guard let recipients = route.recipients else { return [(nil, language)] }
        var found: [(String?, NoticeLanguage)] = []
        var known: Set<String> = []
        for recipient in recipients {
            let client = recipient == .client ? item.client.flatMap { clients[$0] } : nil
            let spoken = client.map { route.language ?? $0.language ?? rules.language } ?? language
            for address in addresses(of: recipient, item) where known.insert(address).inserted {
                found.append((address, spoken))
            }
        }
        return found
    }

    private func addresses(of recipient: NoticeRecipient, _ item: NoticeItem) -> [String] {
        switch recipient {
        case .address(let address): [address]
        case .staff(let name): [staff[name]?.mail].compactMap(\.self)
        case .client: item.client.flatMap { clients[$0]?.mails } ?? []
        case .assignee:
            [item.assignee.flatMap { staff[$0]?.mail }].compactMap(\.self)
        }
    }
}
