import SupportJSON
import SupportModel

/// A notice as commands and webhooks receive it.
struct NoticePayload: Encodable {
    /// The version of this form.
    var v = 1
    /// The same at every attempt: `supportd.7.t12@support.example.com`.
    var id: String
    var notice: Identifier<Notice>
    var route: Name<NoticeRoute>
    var language: NoticeLanguage
    /// The text of a mail: one line, and lines.
    var subject: String
    var text: String
    /// What it tells, oldest first.
    var items: [NoticeItem]

    init(_ notice: Notice, _ rules: NoticeRules) {
        let words = rules.text(of: notice)
        id = notice.identifier(domain: rules.domain)
        (self.notice, route, language) = (notice.number, notice.route, notice.language)
        (subject, text, items) = (words.subject, words.body, notice.items)
    }

    /// Its JSON on one line.
    var json: String {
        // It holds texts and integers only, whose encoding cannot fail.
        (try? LineJSONEncoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension NoticeRules {
    /// A notice as a mail.
    func mail(
        _ notice: Notice, to recipient: String, from sender: (name: String, address: String),
        at now: Instant
    ) -> MailMessage {
        let words = text(of: notice)
        let ticket = notice.ticket
        let thread = ticket.map { Notice.threadIdentifier($0, domain: domain) }
        let previous = notice.previous.map {
            "supportd.\($0.number).t\(ticket?.number ?? 0)@\(domain)"
        }
        return MailMessage(
            fromName: sender.name, from: sender.address, to: recipient,
            subject: (ticket.map { "[#\($0)] " } ?? "") + words.subject,
            identifier: notice.identifier(domain: domain), date: notice.firstSentAt ?? now,
            inReplyTo: notice.answers ?? previous ?? thread,
            references: [thread, previous, notice.answers].compactMap(\.self),
            isAutomatic: !notice.isReply, body: words.body)
    }
}
