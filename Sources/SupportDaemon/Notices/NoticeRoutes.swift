import SupportModel
import SupportWire

/// The methods of notices, and that of replies to clients.
enum NoticeRoutes {
    static let all: [Route] = [
        .change(RetryNotices.self, reply: listing), .change(DiscardNotices.self, reply: listing),
        .change(TestRoute.self, reply: listing),
        .change(ReplyToTicket.self, reply: replied),
        .read(NoticeList.self, answer: list), .read(NoticeShow.self, answer: show),
    ]

    private static func listing(_ done: Done<[Identifier<Notice>]>) -> Listing<OutgoingView> {
        Listing(done.made.map { done.desk.view(done.state.outbox.notices.made($0)) })
    }

    private static func replied(_ done: Done<Identifier<Ticket>>) -> ReplyToTicket.Reply {
        let ticket = done.state.tickets.made(done.made)
        let mails = done.state.outbox.notices.values
            .filter { $0.isReply && $0.ticket == ticket.number && $0.version == ticket.version }
            .sorted { $0.number < $1.number }
        return Joined(TicketView(ticket), QueuedReplies(notices: mails.map(done.desk.view)))
    }

    private static func list(_ request: NoticeList, _ desk: DeskView) throws -> NoticeList.Reply {
        let limit = try ListLimit(request.limit)
        if let ticket = request.ticket { _ = try desk.state.ticket(ticket) }
        let ticket = request.ticket.map(desk.state.survivor)
        if request.all ?? false, request.state != nil {
            throw WireError.badParameters(
                NoticeList.method.name, "all does not go with state")
        }
        let wanted = try request.notices.map {
            Set(try $0.map { try desk.state.notice($0).number })
        }
        let found = desk.state.outbox.notices.values.filter { notice in
            let isOfState =
                request.state?.contains(notice.state)
                ?? (request.all ?? false || wanted != nil || notice.state.wantsAttention)
            return isOfState && wanted?.contains(notice.number) ?? true
                && (request.route == nil || notice.route == request.route)
                && (ticket == nil
                    || notice.items.contains { $0.ticket.map(desk.state.survivor) == ticket })
        }
        let (first, more) = limit.cut(found.sorted { $0.number > $1.number })
        return Joined(
            LimitedListing(first.map(desk.view), more: more),
            ConfiguredRoutes(routes: desk.settings.notices.routes.map(\.name)))
    }

    private static func show(_ request: NoticeShow, _ desk: DeskView) throws -> NoticeShow.Reply {
        let notice = try desk.state.notice(request.notice)
        let words = desk.settings.notices.text(of: notice)
        return NoticeShow.Reply(
            notice: desk.view(notice),
            identifier: notice.identifier(domain: desk.settings.notices.domain),
            subject: words.subject, text: words.body, items: notice.items)
    }
}

extension NoticeState {
    /// Whether it is listed unless another is asked for.
    fileprivate var wantsAttention: Bool { self != .delivered && self != .withdrawn }
}

extension DeskView {
    /// A notice, and when it is sent.
    func view(_ notice: Notice) -> OutgoingView {
        let due = max(notice.dueAt, now)
        return OutgoingView(
            notice,
            nextAt: notice.state == .pending
                ? state.openTime(of: notice, from: due, settings.notices, settings.calendar) : nil)
    }
}
