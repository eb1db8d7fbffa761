import CCurl
import SupportLink

/// A libcurl handle for one delivery, used by one thread.
final class DeliveryHandle {
    private let easy: EasyHandle
    /// What is sent, and how much of it is.
    private var (message, sent): ([UInt8], Int) = ([], 0)

    /// How a transfer ended.
    struct End {
        /// The HTTP status, or the last code of the mail server; 0 for none.
        let status: Int
        /// Why it failed; nil where it did not.
        let fault: String?
        /// Whether the login was refused.
        let isLogin: Bool
        /// The beginning of the answer's body after a colon; empty for none.
        let answer: String
    }

    /// A handle; nil when libcurl has no memory for one or does not know an option.
    ///
    /// - Parameter milliseconds: how long the delivery may take.
    init?(milliseconds: Int) {
        guard
            let easy = EasyHandle(
                milliseconds: milliseconds, bodyBytesMax: ProbeLimits.deliveryOutputBytesMax),
            easy.set(CURLOPT_FOLLOWLOCATION, 0)
        else { return nil }
        self.easy = easy
    }

    /// Sets a mail.
    func prepare(_ mail: SMTPDelivery, password: String?) -> Bool {
        message = Array(mail.message.utf8)
        let context = Unmanaged.passUnretained(self).toOpaque()
        let security = mail.mustEncrypt ? CURLUSESSL_ALL : CURLUSESSL_NONE
        guard easy.add("<\(mail.to)>"), easy.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            easy.set(CURLOPT_URL, "\(mail.server)/\(mail.greeting)"),
            easy.set(CURLOPT_MAIL_FROM, "<\(mail.from)>"),
            easy.set(CURLOPT_MAIL_RCPT, easy.lines),
            easy.set(CURLOPT_USE_SSL, Int(security.rawValue)), easy.set(CURLOPT_UPLOAD, 1),
            support_on_upload(easy.pointer, giveMessage, context) == CURLE_OK
        else { return false }
        guard let user = mail.user, let password else { return true }
        return easy.set(CURLOPT_USERNAME, user) && easy.set(CURLOPT_PASSWORD, password)
    }

    /// Sets a post.
    func prepare(_ post: WebhookDelivery) -> Bool {
        guard post.headers.allSatisfy(easy.add), easy.add("Content-Type: application/json"),
            easy.add("Expect:"),
            easy.set(CURLOPT_PROTOCOLS_STR, "http,https"), easy.set(CURLOPT_URL, post.url),
            easy.set(CURLOPT_POSTFIELDSIZE, post.body.utf8.count)
        else { return false }
        return easy.set(CURLOPT_HTTPHEADER, easy.lines)
            && easy.set(CURLOPT_COPYPOSTFIELDS, post.body)
    }

    /// Runs the transfer to its end.
    func perform() -> End {
        let (code, status, words) = easy.perform()
        let why = words.isEmpty ? String(cString: curl_easy_strerror(code)) : words
        let line = String(decoding: easy.body.prefix(200), as: UTF8.self)
            .split(whereSeparator: \.isNewline).joined(separator: " ")
        return End(
            status: status, fault: code == CURLE_OK ? nil : why,
            isLogin: code == CURLE_LOGIN_DENIED,
            answer: line.isEmpty ? "" : ": \(line)")
    }

    /// Fills room with what is sent next; returns how much it is.
    fileprivate func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let part = message[sent...].prefix(room.count)
        room.copyBytes(from: part)
        sent += part.count
        return part.count
    }
}

private func giveMessage(
    _ room: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    return Unmanaged<DeliveryHandle>.fromOpaque(context).takeUnretainedValue()
        .give(UnsafeMutableRawBufferPointer(start: room, count: size * count))
}
