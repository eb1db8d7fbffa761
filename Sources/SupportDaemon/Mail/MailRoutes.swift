import SupportModel
import SupportWire

/// The methods of mail.
enum MailRoutes {
    static let all: [Route] = [
        .change(ReceiveMail.self, reply: receipt), .change(FileMail.self, reply: receipt),
        .change(DiscardMail.self) { DiscardedMail(discarded: $0.made) },
        .read(MailList.self, answer: list), .read(MailShow.self, answer: show),
    ]

    private static func receipt(_ done: Done<MailOutcome>) -> MailReceipt {
        let client = done.made.ticket.flatMap { done.state.tickets[$0]?.client }
        return MailReceipt(done.made, client: client)
    }

    private static func list(_ request: MailList, _ desk: DeskView) throws -> MailList.Reply {
        let limit = try ListLimit(request.limit)
        let found = desk.state.heldMails.values
            .filter { request.reason?.contains($0.reason) ?? true }
            .sorted { $0.number < $1.number }
        let (first, more) = limit.cut(found)
        return LimitedListing(
            first.map { HeldMailView($0, doubt: desk.doubt(of: $0.mail)) }, more: more)
    }

    private static func show(_ request: MailShow, _ desk: DeskView) throws -> MailShow.Reply {
        let held = try desk.state.heldMail(request.mail)
        return MailShow.Reply(held, doubt: desk.doubt(of: held.mail))
    }
}

extension DeskView {
    /// What the agency's own server doubts of a mail's origin; nil for nothing.
    fileprivate func doubt(of mail: ReceivedMail) -> String? {
        mail.doubt(by: settings.policy.mail.authenticationServer)
    }
}
