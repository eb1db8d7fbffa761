/// How a delivery ended, as the worker reports it.
package enum DeliveryEnd: Hashable, Sendable {
    case delivered
    /// It failed, and may work later; why, in one line.
    case failed(String)
    /// It failed for good: the receiver refused it; why, in one line.
    case refused(String)
}

/// Begins the delivery of a notice, for the desk's worker.
package struct SendNotice: Command {
    package var notice: Identifier<Notice>

    /// For a notice that `noticesToSend` gave.
    package init(_ notice: Identifier<Notice>) { self.notice = notice }

    /// One `NoticeSent`; nothing for a notice that does not wait to be sent, or waits for another one.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard let found = state.outbox.notices[notice], found.state == .pending,
            !found.waitsForAnother
        else { return Decision([]) }
        return Decision((), NoticeSent(notice: notice, attempt: found.attempts + 1))
    }
}

/// Records how the delivery of a notice ended.
package struct EndNotice: Command {
    package var notice: Identifier<Notice>
    package var end: DeliveryEnd

    package init(_ notice: Identifier<Notice>, _ end: DeliveryEnd) {
        (self.notice, self.end) = (notice, end)
    }

    /// A `NoticeDelivered`, a `NoticeFailed` with the wait until the next attempt, or a `NoticeGivenUp`
    /// where the failure is for good or attempts have failed for too long; then also a `NoticeWithdrawn`
    /// for each end of a problem that waits for it. Nothing for a notice that is not being sent.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard let found = state.outbox.notices[notice], found.state == .sending else {
            return Decision([])
        }
        let rules = context.notices
        switch end {
        case .delivered: return Decision((), NoticeDelivered(notice: notice))
        case .refused(let why): return Decision(givingUp(why, state))
        case .failed(let why):
            let now = state.believed(context.now)
            let since = now.milliseconds(since: found.firstSentAt ?? now)
            // A clock that goes wrong must not end what was hardly tried.
            if since >= rules.giveUpMilliseconds, found.attempts >= Limits.noticeAttemptsMin {
                return Decision(givingUp(why, state))
            }
            return Decision(
                (),
                NoticeFailed(
                    notice: notice, error: Self.line(why),
                    waitMilliseconds: rules.wait(after: found.attempts, of: notice)))
        }
    }

    private func givingUp(_ why: String, _ state: State) -> [Event] {
        [Event(NoticeGivenUp(notice: notice, error: Self.line(why)))]
            + state.endsWaiting(for: notice).map {
                Event(NoticeWithdrawn(notice: $0, monitor: nil))
            }
    }

    private static func line(_ text: String) -> String {
        PrintableText.line(text, bytesMax: Limits.probeDetailBytesMax)
    }
}

/// Has notices sent again: dead letters, and at once those that wait after a failure.
package struct RetryNotices: Command, Codable {
    package typealias Made = [Identifier<Notice>]

    /// These.
    package var notices: [Identifier<Notice>]?
    /// True: all dead letters.
    package var dead: Bool?

    package init(notices: [Identifier<Notice>]? = nil, dead: Bool? = nil) {
        (self.notices, self.dead) = (notices, dead)
    }

    /// A `NoticeRetried` for each; refused for one that is unknown, is being sent or needs no retry.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let retried = try state.undelivered(notices, dead: dead)
        return Decision(retried, retried.map { Event(NoticeRetried(notice: $0)) })
    }
}

/// Has notices not be sent any more: dead letters, and those that wait.
package struct DiscardNotices: Command, Codable {
    package typealias Made = [Identifier<Notice>]

    /// These.
    package var notices: [Identifier<Notice>]?
    /// True: all dead letters.
    package var dead: Bool?

    package init(notices: [Identifier<Notice>]? = nil, dead: Bool? = nil) {
        (self.notices, self.dead) = (notices, dead)
    }

    /// A `NoticeWithdrawn` for each, and for each end of a problem that waits for one of them: nobody
    /// was told the problem. Refused for one that is unknown, is being sent or has ended.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let discarded = try state.undelivered(notices, dead: dead)
        var withdrawn = discarded
        for end in discarded.flatMap(state.endsWaiting) where !withdrawn.contains(end) {
            withdrawn.append(end)
        }
        return Decision(
            discarded, withdrawn.map { Event(NoticeWithdrawn(notice: $0, monitor: nil)) })
    }
}

extension State {
    /// The notices that a command names, each once: these, or all dead letters. Refused for one that is
    /// unknown, is being sent or has ended.
    fileprivate func undelivered(
        _ notices: [Identifier<Notice>]?, dead: Bool?
    ) throws(Refusal) -> [Identifier<Notice>] {
        let all = dead ?? false
        guard all != (notices != nil) else { throw .nothingToChange }
        let numbers = all ? outbox.deadLetters : notices ?? []
        guard numbers.count <= Limits.deadLettersMax else { throw .nothingToChange }
        var named: [Identifier<Notice>] = []
        for number in numbers where !named.contains(number) {
            let found = try notice(number)
            guard found.state == .givenUp || found.state == .pending else {
                throw .noticeState(number, found.state)
            }
            named.append(number)
        }
        return named
    }

    /// The notices that tell ends of problems alone and wait until a notice is delivered. An outage that
    /// only waits for the end of the one before is told all the same.
    fileprivate func endsWaiting(for number: Identifier<Notice>) -> [Identifier<Notice>] {
        outbox.waiting(for: number).filter { number in
            outbox.notices[number]?.items.allSatisfy { $0.kind == .recovery } ?? false
        }
    }
}

/// Sends a test notice by a route.
package struct TestRoute: Command, Codable {
    package typealias Made = [Identifier<Notice>]

    /// The route; refused where the configuration has none of the name.
    package var route: Name<NoticeRoute>

    /// For the route of a name.
    package init(route: Name<NoticeRoute>) { self.route = route }

    /// A `NoticeQueued` for each recipient that is the same for every notice; refused where the route
    /// writes to clients or assignees alone.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        guard let found = context.notices.route(route) else { throw .unknown(.route, route.text) }
        let item = NoticeItem(.test, at: context.now)
        let recipients = state.recipients(of: item, by: found, context.notices)
        guard !recipients.isEmpty else { throw .noMail(.routeWithoutAddress(route)) }
        var draft = NoticeDraft(state, context)
        let made = recipients.map { recipient, language in
            draft.queue(alone: item, to: route, recipient, language)
        }
        return Decision(made, draft.events)
    }
}

extension State {
    /// The notice of this number; refused where the desk holds none.
    package func notice(_ number: Identifier<Notice>) throws(Refusal) -> Notice {
        guard let notice = outbox.notices[number] else {
            throw .unknown(.notice, number.description)
        }
        return notice
    }
}

/// Why no mail can go to somebody.
package enum NoMail: Hashable, Sendable {
    /// The configuration has no mail server.
    case noServer
    /// So many notices wait already that no more are taken.
    case outboxFull
    /// The client has no mail address.
    case client(Name<Client>)
    /// The route writes to clients or assignees alone, so a test has nobody to go to.
    case routeWithoutAddress(Name<NoticeRoute>)
}
