package import SupportClient
import SupportModel
package import SupportSystem
import SupportWire

/// `supportd-mail --lmtp`: one conversation of LMTP on standard input and output, as a service manager
/// starts it for a connection.
package struct LMTPService {
    private let delivery: MailDelivery
    private let socketPath: String
    private let bytesMax: Int
    private let timeout: Duration
    private let log: (LogPriority, String) -> Void

    /// - Parameters:
    ///   - socketPath: where the desk listens.
    ///   - bytesMax: the longest mail that is taken.
    ///   - timeout: how long the desk may take for an answer.
    package init(
        delivery: MailDelivery, socketPath: String, bytesMax: Int, timeout: Duration,
        log: @escaping (LogPriority, String) -> Void
    ) {
        (self.delivery, self.socketPath, self.bytesMax) = (delivery, socketPath, bytesMax)
        (self.timeout, self.log) = (timeout, log)
    }

    /// Talks until the other side ends, or says nothing for too long.
    package func run() throws(SystemFault) {
        var session = LMTPSession(name: "supportd", bytesMax: bytesMax)
        guard try perform([session.greeting], &session) else { return }
        while StandardStream.input.isReadable(within: .seconds(MailLimits.silenceSecondsMax)) {
            let bytes = try StandardStream.input.read(bytesMax: 1 << 16)
            guard !bytes.isEmpty else { return }
            guard try perform(session.take(bytes), &session) else { return }
        }
        try StandardStream.output.write(Array("421 4.4.2 nothing came for too long\r\n".utf8))
    }

    /// Does what the session wants; false once the conversation is over.
    private func perform(
        _ actions: [LMTPSession.Action], _ session: inout LMTPSession
    ) throws(SystemFault) -> Bool {
        var waiting = actions[...]
        while let action = waiting.popFirst() {
            switch action {
            case .reply(let text): try StandardStream.output.write(Array(text.utf8))
            case .deliver(let mail):
                waiting = (waiting + session.delivered(deliver(mail)))[...]
            case .close: return false
            }
        }
        return true
    }

    /// Delivers a mail to the desk. Whatever goes wrong is for now: the queue keeps the mail.
    private func deliver(_ mail: LMTPMail) -> LMTPOutcome {
        do {
            let decoded = try delivery.decoded(mail.message)
            var connection = try DaemonConnection(socketPath: socketPath, timeout: timeout)
            let reply = try delivery.send(decoded, over: &connection).reply
            if let ticket = reply.ticket { return .stored("is on ticket \(ticket)") }
            return .stored(reply.mail.map { "is held as mail \($0)" } ?? "came before")
        } catch {
            let error = error as? WireError ?? (error as? ClientFault)?.wireError
            let why = PrintableText.line(error?.message ?? "it cannot be delivered")
            if error?.data.error == "mail-too-long" { return .tooLong(bytesMax: bytesMax) }
            log(.warning, "a mail was not taken: \(why)")
            return .later(
                String(why.unicodeScalars.filter(\.isASCII).map(Character.init).prefix(300)))
        }
    }
}
