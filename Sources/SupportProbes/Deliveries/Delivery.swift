package import SupportLink
package import SupportModel
import SupportSystem

/// One delivery of a notice, on a thread of its own, which it blocks.
package struct Delivery: Sendable {
    private let order: DeliveryOrder
    private let key: HandoverKey

    /// - Parameter key: what the password of a mail server is sealed with.
    package init(_ order: DeliveryOrder, key: HandoverKey) {
        (self.order, self.key) = (order, key)
    }

    private var milliseconds: Int {
        min(max(1, order.timeoutMilliseconds), ProbeLimits.deliveryMillisecondsMax)
    }

    /// Tries it once.
    package func run() -> DeliveryEnd {
        switch order.means {
        case .smtp(let mail): send(mail)
        case .program(let run): start(run)
        case .webhook(let post): send(post)
        }
    }

    // MARK: Mail

    private func send(_ mail: SMTPDelivery) -> DeliveryEnd {
        var password: String?
        if let sealed = mail.password, let user = mail.user {
            let context = SMTPDelivery.context(server: mail.server, user: user)
            password = key.open(sealed, context: context)
            guard password != nil else { return .failed("the password does not open") }
        }
        guard let curl = DeliveryHandle(milliseconds: milliseconds),
            curl.prepare(mail, password: password)
        else { return .failed("libcurl on this host cannot send mail") }
        let end = curl.perform()
        guard let fault = end.fault else { return .delivered }
        let words = end.status >= 400 ? "SMTP \(end.status): \(fault)" : fault
        // A login, an encryption or a client that is refused is the desk's trouble, not the message's.
        return Self.ofMessage.contains(end.status) && !end.isLogin
            ? .refused(words) : .failed(words)
    }

    /// The SMTP replies that refuse this message or its recipient for good (RFC 5321, 4.2.3; RFC 7504).
    private static let ofMessage: Set<Int> = [550, 551, 552, 553, 556]

    // MARK: Programs

    private func start(_ wanted: ProgramDelivery) -> DeliveryEnd {
        var environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"]
        environment.merge(wanted.environment) { _, new in new }
        let run: ProgramRun
        do {
            run = try ProgramRun.run(
                program: wanted.program, arguments: wanted.arguments, environment: environment,
                input: Array(wanted.input.utf8),
                outputBytesMax: ProbeLimits.deliveryOutputBytesMax, milliseconds: milliseconds)
        } catch {
            return .failed("\(error)")
        }
        if run.end == .exited(status: 0) { return .delivered }
        let how =
            run.end.map { "\(wanted.program) \($0)" }
            ?? "\(wanted.program) took longer than \(milliseconds / 1000) s and was killed"
        let output = String(decoding: run.output, as: UTF8.self)
            .split(whereSeparator: \.isNewline).joined(separator: " ")
        return .failed(output.isEmpty ? how : "\(how): \(output)")
    }

    // MARK: Webhooks

    private func send(_ post: WebhookDelivery) -> DeliveryEnd {
        guard let curl = DeliveryHandle(milliseconds: milliseconds), curl.prepare(post) else {
            return .failed("libcurl on this host cannot post")
        }
        let end = curl.perform()
        if let fault = end.fault { return .failed(fault) }
        switch end.status {
        case 200...299: return .delivered
        // Others may be a receiver that is being set up or replaced.
        case 400, 410, 413, 422: return .refused("HTTP \(end.status)\(end.answer)")
        case 300...399:
            return .failed("HTTP \(end.status): it leads elsewhere, and is not followed")
        default: return .failed("HTTP \(end.status)\(end.answer)")
        }
    }
}
