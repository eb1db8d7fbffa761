/// What notices are made with besides the state: the routes of the configuration and their texts.
///
/// What was decided with them stands in the events, so that replay never depends on them.
package struct NoticeRules: Sendable {
    /// In the order of the configuration, at most `Limits.noticeRoutesMax`.
    package var routes: [NoticeRoute]
    /// Whether mail can be sent: a server or a program for it is configured.
    package var hasMail: Bool
    /// The language of whom nothing else is known.
    package var language: NoticeLanguage
    /// The domain of the identifiers: `support.example.com`.
    package var domain: String
    /// Texts in place of those that the desk brings.
    package var templates: [NoticeTemplate.Place: NoticeTemplate]
    /// How long a notice waits for others to join, in milliseconds.
    package var groupMilliseconds: Int64
    /// How long it waits after the first failure, in milliseconds; twice as long after each further one.
    package var firstWaitMilliseconds: Int64
    /// How long it waits at most.
    package var waitMillisecondsMax: Int64
    /// How long after the first attempt it is given up, in milliseconds.
    package var giveUpMilliseconds: Int64

    /// Rules without routes unless some are given.
    package init(
        routes: [NoticeRoute] = [], hasMail: Bool = false, language: NoticeLanguage = .english,
        domain: String = "localhost", templates: [NoticeTemplate.Place: NoticeTemplate] = [:],
        groupMilliseconds: Int64 = 30_000, firstWaitMilliseconds: Int64 = 30_000,
        waitMillisecondsMax: Int64 = 3_600_000, giveUpMilliseconds: Int64 = 259_200_000
    ) {
        (self.routes, self.hasMail, self.language) = (routes, hasMail, language)
        (self.domain, self.templates) = (domain, templates)
        (self.groupMilliseconds, self.firstWaitMilliseconds) =
            (groupMilliseconds, firstWaitMilliseconds)
        (self.waitMillisecondsMax, self.giveUpMilliseconds) =
            (waitMillisecondsMax, giveUpMilliseconds)
    }

    /// The route of a name; nil where the configuration has none now.
    package func route(_ name: Name<NoticeRoute>) -> NoticeRoute? {
        routes.first { $0.name == name }
    }

    /// How long a notice waits after an attempt that failed, in milliseconds: from half to the whole of
    /// a time that doubles, drawn from its number and the attempt, so that many do not come at once.
    package func wait(
        after attempt: Int, of notice: Identifier<Notice>
    ) -> Int64 {
        let doubled = firstWaitMilliseconds << Int64(min(max(attempt - 1, 0), 20))
        let whole = min(max(doubled, firstWaitMilliseconds), waitMillisecondsMax)
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for value in [UInt64(notice.number), UInt64(max(attempt, 0))] {
            for shift in stride(from: 0, to: 64, by: 8) {
                hash = (hash ^ (value >> UInt64(shift) & 0xff)) &* 0x100_0000_01b3
            }
        }
        let half = whole / 2
        return half + Int64(hash % UInt64(max(1, half + 1)))
    }
}

/// Where notices go, and which of them.
package struct NoticeRoute: Hashable, Sendable {
    package var name: Name<NoticeRoute>
    /// What it is told.
    package var kinds: Set<NoticeKind>
    /// Of which levels; what has no level is told to every route that names its kind.
    package var levels: Set<Level>
    /// Of which clients; empty for all.
    package var clients: Set<Name<Client>>
    /// Whom it writes to; nil for a command and a webhook, which are told once.
    package var recipients: [NoticeRecipient]?
    /// The hours in which Levels 3 and 4 are told; nil: always.
    package var calendar: BusinessCalendar?
    /// The language; nil: that of the rules, or of the client that it writes to.
    package var language: NoticeLanguage?

    package init(
        name: Name<NoticeRoute>, kinds: Set<NoticeKind>, levels: Set<Level> = Set(Level.allCases),
        clients: Set<Name<Client>> = [], recipients: [NoticeRecipient]? = nil,
        calendar: BusinessCalendar? = nil, language: NoticeLanguage? = nil
    ) {
        (self.name, self.kinds, self.levels) = (name, kinds, levels)
        (self.clients, self.recipients) = (clients, recipients)
        (self.calendar, self.language) = (calendar, language)
    }

    /// Whether it is told something.
    func wants(_ item: NoticeItem) -> Bool {
        kinds.contains(item.kind) && item.level.map(levels.contains) ?? true
            && (clients.isEmpty || item.client.map(clients.contains) ?? false)
    }

    /// The name under which replies to clients go out, which no route of the configuration can have.
    package static let reply = Name<NoticeRoute>(known: "reply")
}

/// Whom a route writes to.
package enum NoticeRecipient: Hashable, Sendable {
    /// A mail address.
    case address(String)
    /// A member of staff, at the address that the desk has.
    case staff(Name<Staff>)
    /// Whoever the ticket is assigned to.
    case assignee
    /// The client, at all its addresses and in its language.
    case client

    /// Reads `ops@example.com`, `staff:olena`, `assignee` or `client`; nil for anything else.
    package init?(_ text: String) {
        switch text {
        case "assignee": self = .assignee
        case "client": self = .client
        default:
            if text.hasPrefix("staff:") {
                guard let name = Name<Staff>(String(text.dropFirst(6))) else { return nil }
                self = .staff(name)
            } else {
                guard MailMessage.isPlainAddress(text) else { return nil }
                self = .address(text)
            }
        }
    }
}

/// When notices may be sent.
extension State {
    /// The first moment, from one on, at which a notice may be sent: Levels 3 and 4 wait for the open
    /// hours of their route's calendar.
    package func openTime(
        of notice: Notice, from now: Instant, _ rules: NoticeRules, _ zones: any CivilCalendar
    ) -> Instant {
        guard notice.isQuiet, let calendar = rules.route(notice.route)?.calendar else { return now }
        let client = notice.items.first?.client.flatMap { clients[$0] }
        let named = calendar.zone ?? client?.zone ?? .utc
        guard let zone = zones.zone(named: named) ?? zones.zone(named: .utc) else { return now }
        let counted = CountedTime(calendar, in: zone)
        // The first millisecond that counts ends one after it began.
        return counted.instant(after: 1, from: now)?.advanced(byMilliseconds: -1) ?? .latest
    }

    /// The notices that may be sent now, soonest due first, and when the next one may be; nil for none.
    package func noticesToSend(
        at now: Instant, _ rules: NoticeRules, _ zones: any CivilCalendar
    ) -> (ready: [Notice], next: Instant?) {
        var ready: [Notice] = []
        var next: Instant?
        // Of a route and a client, as looking for open hours takes long.
        var opens: [QuietKey: Instant] = [:]
        for place in outbox.due.elements {
            guard let notice = outbox.notices[place.number], !notice.waitsForAnother else {
                continue
            }
            var at = place.at
            // A clock that was set back must not have it wait for what may be years.
            if at <= now || now < place.since {
                let key = QuietKey(route: notice.route, client: notice.items.first?.client)
                at =
                    notice.isQuiet
                    ? opens[key] ?? openTime(of: notice, from: now, rules, zones) : now
                if notice.isQuiet { opens[key] = at }
            }
            if at <= now { ready.append(notice) } else { next = min(next ?? at, at) }
        }
        return (ready, next)
    }
}

/// What the open hours of a notice depend on.
private struct QuietKey: Hashable {
    let route: Name<NoticeRoute>
    let client: Name<Client>?
}
