/// The events of notices.
enum NoticeEvents {
    static let all: [any DeskEvent.Type] = [
        NoticeQueued.self, NoticeJoined.self, NoticeSent.self, NoticeDelivered.self,
        NoticeFailed.self, NoticeGivenUp.self, NoticeRetried.self, NoticeWithdrawn.self,
    ]
}

/// A notice is to be sent.
package struct NoticeQueued: DeskEvent {
    package static let type = "notice.queued"
    package static let hasConsequences = true
    package var notice: Identifier<Notice>
    package var route: Name<NoticeRoute>
    /// The mail address that it goes to; nil for a command and a webhook.
    var recipient: String?
    var language: NoticeLanguage
    package var items: [NoticeItem]
    /// How long others may join before it is sent, in milliseconds.
    var waitMilliseconds: Int64
    /// The notice that it answers in the mail's thread; nil for none.
    var previous: Identifier<Notice>?
    /// The Message-ID of the client's mail that it answers; nil for none.
    var answers: String?

    /// Adds the notice, and keeps which outages it tells and which it tells the end of.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.outbox.put(
            Notice(
                number: notice, route: route, recipient: recipient, language: language,
                items: items, state: .pending, queuedAt: stamp.at, attempts: 0,
                waitsSince: stamp.at, waitMilliseconds: waitMilliseconds, previous: previous,
                answers: answers, version: stamp.sequence))
        state.outbox.note(items, of: notice, route, recipient)
    }

    /// `notice 7 to ops@example.com by on-call: outage of acme-shop`.
    package var summary: String {
        let to = recipient.map { " to \($0)" } ?? ""
        return "notice \(notice)\(to) by \(route): \(items.words)"
    }
}

/// More joined a notice that was not sent yet.
package struct NoticeJoined: DeskEvent {
    package static let type = "notice.joined"
    package var notice: Identifier<Notice>
    package var items: [NoticeItem]

    /// Adds them after the others.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.outbox.change(notice, stamp) { $0.items += items }
        guard let joined = state.outbox.notices[notice] else { return }
        state.outbox.note(items, of: notice, joined.route, joined.recipient)
    }

    /// `notice 7 tells also: outage of acme-db`.
    package var summary: String { "notice \(notice) tells also: \(items.words)" }
}

/// The delivery of a notice was begun. From then on nothing joins it.
package struct NoticeSent: DeskEvent {
    package static let type = "notice.sent"
    package var notice: Identifier<Notice>
    /// Which attempt it is, 1 for the first.
    var attempt: Int

    /// Sets the state `sending`.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let now = state.believed(stamp.at)
        state.outbox.change(notice, stamp) {
            $0.state = .sending
            $0.attempts = attempt
            $0.firstSentAt = $0.firstSentAt ?? now
        }
    }

    /// `notice 7 sent, attempt 1`.
    package var summary: String { "notice \(notice) sent, attempt \(attempt)" }
}

/// A notice was delivered: its mail server, command or webhook took it.
package struct NoticeDelivered: DeskEvent {
    package static let type = "notice.delivered"
    package static let hasConsequences = true
    package var notice: Identifier<Notice>

    /// Sets the state `delivered`; the end of a problem that it told may be told now.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.outbox.release(after: notice, stamp)
        state.outbox.change(notice, stamp) {
            $0.state = .delivered
            $0.lastError = nil
        }
    }

    /// `notice 7 delivered`.
    package var summary: String { "notice \(notice) delivered" }
}

/// An attempt to deliver a notice failed; another one follows.
package struct NoticeFailed: DeskEvent {
    package static let type = "notice.failed"
    package static let hasConsequences = true
    package var notice: Identifier<Notice>
    /// Why, in one line.
    var error: String
    /// How long it waits for the next attempt, in milliseconds.
    var waitMilliseconds: Int64

    /// Has it wait.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.outbox.change(notice, stamp) {
            $0.state = .pending
            $0.lastError = error
            ($0.waitsSince, $0.waitMilliseconds) = (stamp.at, waitMilliseconds)
        }
    }

    /// `notice 7 failed: connection refused`.
    package var summary: String { "notice \(notice) failed: \(error)" }
}

/// The delivery of a notice failed for good, or for too long.
package struct NoticeGivenUp: DeskEvent {
    package static let type = "notice.given-up"
    package var notice: Identifier<Notice>
    /// Why, in one line.
    var error: String

    /// Makes it a dead letter; the end of a problem that it told will not be told.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.outbox.change(notice, stamp) {
            $0.state = .givenUp
            $0.lastError = error
        }
        state.outbox.release(after: notice, stamp)
        state.outbox.forgetProblems(of: notice)
    }

    /// `notice 7 given up: 550 no such user`.
    package var summary: String { "notice \(notice) given up: \(error)" }
}

/// Somebody has a notice sent again, or now.
package struct NoticeRetried: DeskEvent {
    package static let type = "notice.retried"
    package static let hasConsequences = true
    package var notice: Identifier<Notice>

    /// Has it sent at once. An outage that still lasts counts as told again, so that its end is told.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.outbox.change(notice, stamp) {
            if $0.state == .givenUp { $0.firstSentAt = nil }
            $0.state = .pending
            ($0.waitsSince, $0.waitMilliseconds) = (stamp.at, 0)
        }
        guard let retried = state.outbox.notices[notice] else { return }
        for item in retried.items where item.kind == .outage {
            guard let name = item.monitor, let since = state.monitors[name]?.downSince,
                since <= item.at
            else { continue }
            state.outbox.note([item], of: notice, retried.route, retried.recipient)
        }
    }

    /// `notice 7 retried`.
    package var summary: String { "notice \(notice) retried" }
}

/// What a notice told, or a part of it, was over before anybody was told, or somebody has discarded it.
package struct NoticeWithdrawn: DeskEvent {
    package static let type = "notice.withdrawn"
    package static let hasConsequences = true
    package var notice: Identifier<Notice>
    /// The monitor that it tells of no longer; nil: the whole notice.
    var monitor: Name<Monitor>?

    /// Takes what tells of the monitor out, and sets the state `withdrawn` where nothing is left. An
    /// outage whose end is withdrawn so goes on for whoever was told it.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let before = state.outbox.notices[notice]
        state.outbox.change(notice, stamp) { notice in
            let rest = notice.items.filter { monitor != nil && $0.monitor != monitor }
            if rest.isEmpty { notice.state = .withdrawn } else { notice.items = rest }
        }
        if let monitor, let before {
            state.outbox.forget(monitor) { $0.notice == notice }
            for item in before.items where item.kind == .recovery && item.monitor == monitor {
                guard let problem = item.problem else { continue }
                state.outbox.note(
                    ToldProblem(
                        monitor: monitor, route: before.route, recipient: before.recipient,
                        notice: problem))
            }
        } else {
            state.outbox.release(after: notice, stamp)
            state.outbox.forgetProblems(of: notice)
        }
    }

    /// `notice 7 withdrawn`.
    package var summary: String {
        let of = monitor.map { ", as far as it tells of \($0)" } ?? ""
        return "notice \(notice) withdrawn\(of)"
    }
}

extension Outbox {
    /// Keeps which outages a notice tells, and forgets those that it tells the end of.
    mutating func note(
        _ items: [NoticeItem], of notice: Identifier<Notice>, _ route: Name<NoticeRoute>,
        _ recipient: String?
    ) {
        for item in items {
            guard let monitor = item.monitor else { continue }
            switch item.kind {
            case .outage:
                note(
                    ToldProblem(
                        monitor: monitor, route: route, recipient: recipient, notice: notice))
            case .recovery:
                forget(monitor) { $0.route == route && $0.recipient == recipient }
            default: break
            }
        }
    }

    /// Lets go what waited until a notice was delivered, or was given up.
    mutating func release(after notice: Identifier<Notice>, _ stamp: Stamp) {
        guard notices[notice]?.items.contains(where: { $0.monitor != nil }) ?? false else { return }
        for number in waiting(for: notice) {
            change(number, stamp) { waiting in
                for index in waiting.items.indices where waiting.items[index].after == notice {
                    waiting.items[index].after = nil
                }
            }
        }
    }

    /// Forgets the problems that a notice was to tell.
    mutating func forgetProblems(of number: Identifier<Notice>) {
        for monitor in Set((notices[number]?.items ?? []).compactMap(\.monitor)) {
            forget(monitor) { $0.notice == number }
        }
    }
}

extension [NoticeItem] {
    /// `outage of acme-shop`, `3 things, first ticket-opened of ticket 12`.
    fileprivate var words: String {
        guard let first else { return "nothing" }
        let about = first.monitor.map { " of \($0)" } ?? first.ticket.map { " of ticket \($0)" }
        let words = first.kind.rawValue + (about ?? "")
        return count == 1 ? words : "\(count) things, first \(words)"
    }
}
