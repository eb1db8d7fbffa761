/// One message that goes out: to one recipient by one route, about one thing or several.
package struct Notice: Hashable, Sendable, Codable {
    /// The number that people use, and that its identifier contains: `notice 7`.
    package var number: Identifier<Notice>
    /// The route of the configuration by which it goes; `reply` for a reply to a client.
    package var route: Name<NoticeRoute>
    /// The mail address that it goes to; nil for a command and a webhook.
    package var recipient: String?
    package var language: NoticeLanguage
    /// What it tells, oldest first; 1 to `Limits.noticeItemsMax`.
    package var items: [NoticeItem]
    package var state: NoticeState
    package var queuedAt: Instant
    /// How often its delivery was begun.
    package var attempts: Int
    /// When its delivery was first begun since it was queued or retried by hand; nil before.
    package var firstSentAt: Instant?
    /// Why the last attempt failed, in one line; nil for no failure.
    package var lastError: String?
    /// From when on its present wait counts.
    package var waitsSince: Instant
    /// How long it waits from then on before it is sent, in milliseconds.
    package var waitMilliseconds: Int64
    /// The notice of the same ticket to the same recipient that it answers in the mail's thread.
    package var previous: Identifier<Notice>?
    /// The Message-ID of the client's mail that it answers; nil for none.
    package var answers: String?
    /// The sequence number of the record that last changed it.
    package var version: UInt64
}

extension Notice {
    /// The ticket that all of it is about; nil where it is about several or none.
    package var ticket: Identifier<Ticket>? {
        let tickets = Set(items.map(\.ticket))
        return tickets.count == 1 ? items.first?.ticket : nil
    }

    /// The most severe level of what it tells; nil where nothing has a level.
    package var level: Level? { items.compactMap(\.level).min() }

    /// Whether a person wrote it to a client.
    package var isReply: Bool { items.contains { $0.kind == .reply } }

    /// Whether it waits for another notice to be delivered first.
    package var waitsForAnother: Bool { items.contains { $0.after != nil } }

    /// When it is due to be sent.
    package var dueAt: Instant { waitsSince.advanced(byMilliseconds: waitMilliseconds) }

    /// Whether more may join it: nobody was sent it, and nothing of it waits for another notice.
    var isOpen: Bool {
        state == .pending && attempts == 0 && !waitsForAnother && !isReply
            && items.count < Limits.noticeItemsMax && !items.contains { $0.kind == .test }
    }

    /// `supportd.7.t12@support.example.com`: the same at every attempt. A notice that is not about one
    /// ticket has the ticket number 0.
    package func identifier(domain: String) -> String {
        Self.identifier(number.number, ticket, domain)
    }

    /// The identifier to which all mail about a ticket refers, so that mail programs show it as one
    /// thread; no notice has the number 0.
    package static func threadIdentifier(
        _ ticket: Identifier<Ticket>, domain: String
    ) -> String { identifier(0, ticket, domain) }

    private static func identifier(
        _ number: Int, _ ticket: Identifier<Ticket>?, _ domain: String
    ) -> String { "supportd.\(number).t\(ticket?.number ?? 0)@\(domain)" }
}

/// The state of a notice.
package enum NoticeState: String, Sendable, Codable, CaseIterable {
    /// It waits to be sent.
    case pending
    /// Its delivery was begun, and the result is not known.
    case sending
    case delivered
    /// Its delivery failed for good, or for too long: a dead letter.
    case givenUp = "given-up"
    /// What it told was over before anybody was told.
    case withdrawn

    /// Whether nothing more happens to it by itself.
    package var isEnd: Bool { self != .pending && self != .sending }
}

/// One thing that a notice tells, as it was when it happened.
package struct NoticeItem: Hashable, Sendable, Codable {
    package var kind: NoticeKind
    package var at: Instant
    package var client: Name<Client>?
    /// The client's title then.
    package var clientTitle: String?
    package var ticket: Identifier<Ticket>?
    package var monitor: Name<Monitor>?
    /// The level of the ticket or the monitor then; nil for what has none.
    package var level: Level?
    /// The ticket's subject then.
    package var subject: String?
    /// What happened in words, one line: why the monitor is down, who was assigned.
    package var detail: String?
    /// What a person wrote to the client; nil for anything else.
    package var text: String?
    /// Who had the ticket then; nil for nobody.
    package var assignee: Name<Staff>?
    /// The notice that told the problem whose end this is.
    package var problem: Identifier<Notice>?
    /// The notice that must be delivered before, while it is not.
    package var after: Identifier<Notice>?

    package init(
        _ kind: NoticeKind, at: Instant, client: Name<Client>? = nil, clientTitle: String? = nil,
        ticket: Identifier<Ticket>? = nil, monitor: Name<Monitor>? = nil, level: Level? = nil,
        subject: String? = nil, detail: String? = nil, text: String? = nil
    ) {
        (self.kind, self.at, self.client, self.clientTitle) = (kind, at, client, clientTitle)
        (self.ticket, self.monitor, self.level) = (ticket, monitor, level)
        (self.subject, self.detail, self.text) = (subject, detail, text)
    }
}

/// What a notice tells. All but the last two can be named in a route.
package enum NoticeKind: String, Sendable, Codable, CaseIterable {
    /// A monitor went down.
    case outage
    /// It is up again; told only where its outage was.
    case recovery
    case ticketOpened = "ticket-opened"
    case ticketLevel = "ticket-level"
    case ticketAssigned = "ticket-assigned"
    case ticketWaiting = "ticket-waiting"
    case ticketResolved = "ticket-resolved"
    case ticketReopened = "ticket-reopened"
    /// The client wrote a mail on it.
    case ticketMail = "ticket-mail"
    case deadlineNear = "deadline-near"
    case deadlineMissed = "deadline-missed"
    /// A person wrote to the client.
    case reply
    /// Somebody tries a route.
    case test

    /// Those that a route can name.
    package static let routed = allCases.filter { $0 != .reply && $0 != .test }
}

/// A language that the texts of notices have.
package enum NoticeLanguage: String, Sendable, Codable, CaseIterable {
    case english = "en"
    case ukrainian = "uk"
    case german = "de"
}

/// An outage that a route was told, or is being told: its end is told to the same.
package struct ToldProblem: Hashable, Sendable, Codable {
    package var monitor: Name<Monitor>
    package var route: Name<NoticeRoute>
    package var recipient: String?
    /// The notice that tells it.
    package var notice: Identifier<Notice>
}
