import Crypto
import SupportJSON
import SupportLink
import SupportModel

/// Makes of a notice what a worker delivers, with the configuration as it is at that moment.
struct DeliveryMaking {
    let rules: NoticeRules
    let settings: DeliverySettings
    /// The worker's key for hand-overs; nil of a worker that takes none.
    let key: String?
    let now: Instant

    /// What cannot be delivered now, and how the attempt ends with that.
    struct Obstacle: Error {
        let end: DeliveryEnd

        init(_ why: String, isFinal: Bool = false) {
            end = isFinal ? .refused(why) : .failed(why)
        }
    }

    /// The means for a notice.
    func means(_ notice: Notice) throws(Obstacle) -> DeliveryMeans {
        if notice.route == NoticeRoute.reply { return try mail(notice) }
        switch settings.means[notice.route] {
        case nil: throw Obstacle("the configuration has no route \(notice.route)")
        case .mail?: return try mail(notice)
        case .command(let words)?:
            return .program(
                ProgramDelivery(
                    program: words.first ?? "", arguments: Array(words.dropFirst()),
                    input: NoticePayload(notice, rules).json + "\n",
                    environment: ["SUPPORTD_NOTICE": notice.identifier(domain: rules.domain)]))
        case .webhook(let url, let secret)?: return try webhook(notice, url, secret)
        }
    }

    private func mail(_ notice: Notice) throws(Obstacle) -> DeliveryMeans {
        guard let means = settings.mail else {
            throw Obstacle("no mail can be sent: [smtp] of the configuration has no server")
        }
        guard let recipient = notice.recipient else {
            throw Obstacle(
                "the route \(notice.route) writes mail now, and this notice has no address")
        }
        let sender = (name: settings.fromName, address: settings.from)
        let mail = rules.mail(notice, to: recipient, from: sender, at: now)
        guard let text = mail.text else {
            throw Obstacle("the address \(recipient) cannot stand in a mail", isFinal: true)
        }
        switch means {
        case .program(let program):
            return .program(
                ProgramDelivery(
                    program: program, arguments: ["-i", "-f", settings.from, "--", recipient],
                    input: text.split(separator: "\r\n", omittingEmptySubsequences: false)
                        .joined(separator: "\n")))
        case .server(let server, let mustEncrypt, let login):
            return .smtp(
                SMTPDelivery(
                    server: server, mustEncrypt: mustEncrypt, user: login?.user,
                    password: try login.map { (login) throws(Obstacle) in
                        try sealed(login, for: server)
                    },
                    greeting: rules.domain, from: settings.from, to: recipient, message: text))
        }
    }

    private func sealed(
        _ login: DeliverySettings.Login, for server: String
    ) throws(Obstacle) -> SealedHandover {
        switch login.password.text {
        case .failure(let trouble): throw Obstacle(trouble.words)
        case .success(let password):
            let context = SMTPDelivery.context(server: server, user: login.user)
            guard let key, let sealed = SealedHandover(password, for: key, context: context) else {
                throw Obstacle("the worker takes no secrets")
            }
            return sealed
        }
    }

    private func webhook(
        _ notice: Notice, _ url: String, _ secret: DeliverySettings.Secret?
    ) throws(Obstacle) -> DeliveryMeans {
        let body = NoticePayload(notice, rules).json
        let seconds = "\(now.millisecondsSinceEpoch / 1000)"
        var headers = [
            "X-Supportd-Notice: \(notice.identifier(domain: rules.domain))",
            "X-Supportd-Timestamp: \(seconds)",
        ]
        switch secret?.text {
        case nil: break
        case .failure(let trouble)?: throw Obstacle(trouble.words)
        case .success(let key)?:
            headers.append("X-Supportd-Signature: sha256=\(Self.signature(key, seconds, body))")
        }
        return .webhook(WebhookDelivery(url: url, headers: headers, body: body))
    }

    /// HMAC-SHA-256 of the timestamp, a full stop and the body, in hexadecimal digits.
    static func signature(_ key: String, _ seconds: String, _ body: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array("\(seconds).\(body)".utf8), using: SymmetricKey(data: Array(key.utf8)))
        return Hexadecimal.text(code)
    }
}
