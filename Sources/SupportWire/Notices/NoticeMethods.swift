package import SupportModel

extension RetryNotices: Request {
    package static let method = Method<Listing<OutgoingView>>.write("notice.retry", for: .work)
}

extension DiscardNotices: Request {
    package static let method = Method<Listing<OutgoingView>>.write("notice.discard", for: .work)
}

extension TestRoute: Request {
    package static let method = Method<Listing<OutgoingView>>.write("notice.test", for: .operate)
}

extension ReplyToTicket: Request {
    package static let method = Method<Joined<TicketView, QueuedReplies>>.write(
        "ticket.reply", for: .work, carries: .longText)
}

/// The mails that a reply to a client makes.
package struct QueuedReplies: View {
    /// One for each address of the client.
    package var notices: [OutgoingView]

    /// For the mails of one reply.
    package init(notices: [OutgoingView]) { self.notices = notices }
}

/// Lists notices, newest first.
package struct NoticeList: Request {
    package static let method = Method<Joined<LimitedListing<OutgoingView>, ConfiguredRoutes>>.read(
        "notice.list", .long)

    /// Only these.
    package var notices: [Identifier<Notice>]?
    /// Only those in one of these states; those that are not delivered or withdrawn unless said.
    package var state: OneOrMore<NoticeState>?
    /// Whether notices of every state are listed.
    package var all: Bool?
    /// Only those of this route.
    package var route: Name<NoticeRoute>?
    /// Only those that tell something of this ticket.
    package var ticket: Identifier<Ticket>?
    /// The most to answer, 1 to 10 000; 200 unless said.
    package var limit: Int?

    package init(
        notices: [Identifier<Notice>]? = nil, state: OneOrMore<NoticeState>? = nil,
        all: Bool? = nil, route: Name<NoticeRoute>? = nil, ticket: Identifier<Ticket>? = nil,
        limit: Int? = nil
    ) {
        (self.notices, self.state, self.all) = (notices, state, all)
        (self.route, self.ticket, self.limit) = (route, ticket, limit)
    }
}

/// The routes that the configuration has.
package struct ConfiguredRoutes: View {
    /// Their names, in the order of the configuration.
    package var routes: [Name<NoticeRoute>]

    /// For the names of the routes.
    package init(routes: [Name<NoticeRoute>]) { self.routes = routes }
}

/// Shows a notice with what it tells and its text.
package struct NoticeShow: Request {
    package static let method = Method<Reply>.read("notice.show", .quick)

    package var notice: Identifier<Notice>

    /// For the notice of a number.
    package init(notice: Identifier<Notice>) { self.notice = notice }

    /// A notice as it goes out with the configuration as it is now.
    package struct Reply: View {
        package var notice: OutgoingView
        /// The same at every attempt; a mail's `Message-ID` has it in angle brackets.
        package var identifier: String
        /// The subject of a mail, without the mark of the ticket.
        package var subject: String
        /// The text of a mail.
        package var text: String
        /// What it tells, oldest first.
        package var items: [NoticeItem]

        package init(
            notice: OutgoingView, identifier: String, subject: String, text: String,
            items: [NoticeItem]
        ) {
            (self.notice, self.identifier, self.subject) = (notice, identifier, subject)
            (self.text, self.items) = (text, items)
        }
    }
}

/// How many notices want attention.
package struct NoticeCounts: View {
    /// Those that wait to be sent, or are being sent.
    package var pending: Int
    /// Dead letters.
    package var dead: Int

    package init(pending: Int, dead: Int) {
        (self.pending, self.dead) = (pending, dead)
    }

    /// Those of an outbox; nil where there are none.
    package init?(_ outbox: Outbox) {
        self.init(pending: outbox.liveCount, dead: outbox.deadCount)
        if pending == 0, dead == 0 { return nil }
    }
}

/// A notice as the protocol shows it.
package struct OutgoingView: Listed {
    package static let plural = "notices"

    /// Its number, from 1.
    package var notice: Identifier<Notice>
    /// The route of the configuration; `reply` for a reply to a client.
    package var route: Name<NoticeRoute>
    /// The mail address that it goes to; missing for a command and a webhook.
    package var recipient: String?
    package var state: NoticeState
    /// What it tells first.
    package var event: NoticeKind
    /// How many things it tells.
    package var count: Int
    /// The ticket that all of it is about; missing for none and for several.
    package var ticket: Identifier<Ticket>?
    /// The monitor that it tells of first; missing for none.
    package var monitor: Name<Monitor>?
    /// The most severe level of what it tells; missing where nothing has one.
    package var level: Level?
    package var queuedAt: Instant
    /// How often its delivery was begun.
    package var attempts: Int
    /// When it is sent; missing unless it waits for a time.
    package var nextAt: Instant?
    /// True while it waits until another notice is delivered; missing otherwise.
    package var waitsForAnother: Bool?
    /// Why the last attempt failed; missing where it did not.
    package var error: String?
    /// The sequence number of the record that last changed it.
    package var version: UInt64
}

extension OutgoingView {
    /// What callers see of a notice.
    ///
    /// - Parameter nextAt: when it is sent.
    package init(_ notice: Notice, nextAt: Instant?) {
        let waits = notice.state == .pending && notice.waitsForAnother
        self.init(
            notice: notice.number, route: notice.route, recipient: notice.recipient,
            state: notice.state, event: notice.items.first?.kind ?? .test,
            count: notice.items.count, ticket: notice.ticket,
            monitor: notice.items.lazy.compactMap(\.monitor).first, level: notice.level,
            queuedAt: notice.queuedAt, attempts: notice.attempts,
            nextAt: notice.state == .pending && !waits ? nextAt : nil,
            waitsForAnother: waits ? true : nil, error: notice.lastError, version: notice.version)
    }
}
