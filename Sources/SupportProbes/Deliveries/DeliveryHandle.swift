import CCurl
import SupportLink

/// A libcurl handle for one delivery, used by one thread.
final class DeliveryHandle {
    private let easy: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    private var list: UnsafeMutablePointer<curl_slist>?
    /// What is sent, and how much of it is.
    private var (message, sent): ([UInt8], Int) = ([], 0)
    /// The beginning of the answer.
    private var answer: [UInt8] = []

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
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard support_set_pointer(easy, CURLOPT_ERRORBUFFER, words) == CURLE_OK,
            long(CURLOPT_NOSIGNAL, 1), long(CURLOPT_TIMEOUT_MS, milliseconds),
            long(CURLOPT_FOLLOWLOCATION, 0), long(CURLOPT_NETRC, 0), text(CURLOPT_PROXY, ""),
            support_on_body(easy, takeAnswer, context) == CURLE_OK
        else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(list)
        words.deallocate()
    }

    /// Sets a mail.
    func prepare(_ mail: SMTPDelivery, password: String?) -> Bool {
        message = Array(mail.message.utf8)
        let context = Unmanaged.passUnretained(self).toOpaque()
        let security = mail.mustEncrypt ? CURLUSESSL_ALL : CURLUSESSL_NONE
        guard add("<\(mail.to)>"), text(CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            text(CURLOPT_URL, "\(mail.server)/\(mail.greeting)"),
            text(CURLOPT_MAIL_FROM, "<\(mail.from)>"),
            support_set_pointer(easy, CURLOPT_MAIL_RCPT, list) == CURLE_OK,
            long(CURLOPT_USE_SSL, Int(security.rawValue)), long(CURLOPT_UPLOAD, 1),
            support_on_upload(easy, giveMessage, context) == CURLE_OK
        else { return false }
        guard let user = mail.user, let password else { return true }
        return text(CURLOPT_USERNAME, user) && text(CURLOPT_PASSWORD, password)
    }

    /// Sets a post.
    func prepare(_ post: WebhookDelivery) -> Bool {
        guard post.headers.allSatisfy(add), add("Content-Type: application/json"), add("Expect:"),
            text(CURLOPT_PROTOCOLS_STR, "http,https"), text(CURLOPT_URL, post.url),
            long(CURLOPT_POSTFIELDSIZE, post.body.utf8.count)
        else { return false }
        return support_set_pointer(easy, CURLOPT_HTTPHEADER, list) == CURLE_OK
            && text(CURLOPT_COPYPOSTFIELDS, post.body)
    }

    /// Runs the transfer to its end.
    func perform() -> End {
        let code = curl_easy_perform(easy)
        var status = 0
        _ = support_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        let own = String(cString: words)
        let why = own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
        let line = String(decoding: answer.prefix(200), as: UTF8.self)
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

    /// Keeps the beginning of the answer.
    fileprivate func take(_ bytes: UnsafeRawBufferPointer) {
        answer += bytes.prefix(max(0, ProbeLimits.deliveryOutputBytesMax - answer.count))
    }

    private func add(_ line: String) -> Bool {
        guard let longer = curl_slist_append(list, line) else { return false }
        list = longer
        return true
    }

    private func long(_ option: CURLoption, _ value: Int) -> Bool {
        support_set_long(easy, option, value) == CURLE_OK
    }

    private func text(_ option: CURLoption, _ value: String) -> Bool {
        support_set_text(easy, option, value) == CURLE_OK
    }
}

private func takeAnswer(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    Unmanaged<DeliveryHandle>.fromOpaque(context).takeUnretainedValue()
        .take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
}

private func giveMessage(
    _ room: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    return Unmanaged<DeliveryHandle>.fromOpaque(context).takeUnretainedValue()
        .give(UnsafeMutableRawBufferPointer(start: room, count: size * count))
}
