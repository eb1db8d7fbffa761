import CCurl
import SupportModel

/// A libcurl handle for one attempt to log in, used by one thread.
final class LoginHandle {
    private let easy: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    /// The beginning of the last answer's body.
    private var body: [UInt8] = []

    // libcurl's macros for these have casts, which Swift does not import.
    private static let (basic, publicKey, password, prompts) = (1 << 0, 1 << 0, 1 << 1, 1 << 3)

    /// How a transfer ended.
    struct End {
        /// The HTTP status, or the last answer's code of ftp; 0 for none.
        let status: Int
        /// Why it failed; nil where it did not.
        let fault: LoginResult?
        /// The address after redirects.
        let url: String
        /// The first `ProbeLimits.bodyBytesMax` bytes of the answer.
        let body: [UInt8]
    }

    /// A handle for a target; nil when libcurl has no memory for one or does not know an option.
    init?(_ target: LoginTarget) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard set(target) else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        words.deallocate()
    }

    private func set(_ target: LoginTarget) -> Bool {
        let allowed = target.kind == .admin ? "http,https" : "ftp,ftps,sftp"
        let context = Unmanaged.passUnretained(self).toOpaque()
        return support_set_text(easy, CURLOPT_URL, target.url) == CURLE_OK
            && support_set_text(easy, CURLOPT_PROTOCOLS_STR, allowed) == CURLE_OK
            && support_set_pointer(easy, CURLOPT_ERRORBUFFER, words) == CURLE_OK
            && long(CURLOPT_NOSIGNAL, 1) && long(CURLOPT_NOBODY, target.kind == .admin ? 0 : 1)
            && long(CURLOPT_TIMEOUT_MS, ProbeLimits.loginMillisecondsMax)
            && long(CURLOPT_FOLLOWLOCATION, 1) && long(CURLOPT_MAXREDIRS, 5)
            && support_set_text(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https") == CURLE_OK
            && support_set_text(easy, CURLOPT_COOKIEFILE, "") == CURLE_OK
            && long(CURLOPT_NETRC, 0)
            && long(CURLOPT_USE_SSL, Int(CURLUSESSL_TRY.rawValue))
            && support_set_text(easy, CURLOPT_PROXY, "") == CURLE_OK
            && support_on_body(easy, takeBody, context) == CURLE_OK
    }

    /// Sets what to log in with; libcurl keeps a copy until the handle ends.
    func set(user: String, password: String) -> Bool {
        support_set_text(easy, CURLOPT_USERNAME, user) == CURLE_OK
            && support_set_text(easy, CURLOPT_PASSWORD, password) == CURLE_OK
            && long(CURLOPT_HTTPAUTH, Self.basic)
    }

    /// Sends a form from now on, with the cookies that its page has set.
    func set(form: String, to url: String) -> Bool {
        support_set_text(easy, CURLOPT_URL, url) == CURLE_OK
            && support_set_text(easy, CURLOPT_COPYPOSTFIELDS, form) == CURLE_OK
    }

    /// Has ssh offer the password, also where it is asked for by prompts, and nothing else.
    func allowPasswordOnly() -> Bool {
        long(CURLOPT_SSH_AUTH_TYPES, Self.password | Self.prompts)
    }

    /// Has ssh offer the private key in a file and nothing else.
    func allowKeyOnly(_ path: String) -> Bool {
        long(CURLOPT_SSH_AUTH_TYPES, Self.publicKey)
            && support_set_text(easy, CURLOPT_SSH_PRIVATE_KEYFILE, path) == CURLE_OK
    }

    /// Runs the transfer to its end.
    func perform() -> End {
        words.pointee = 0
        body = []
        let code = curl_easy_perform(easy)
        var (status, connected) = (0, curl_off_t(0))
        _ = support_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        _ = support_get_time(easy, CURLINFO_CONNECT_TIME_T, &connected)
        var url: UnsafeMutableRawPointer?
        _ = support_get_pointer(easy, CURLINFO_EFFECTIVE_URL, &url)
        return End(
            status: status,
            fault: LoginFault.result(of: code, String(cString: words), hasConnected: connected > 0),
            url: url.map { String(cString: $0.assumingMemoryBound(to: CChar.self)) } ?? "",
            body: body)
    }

    /// Keeps as much of a part of the body as is looked at.
    fileprivate func take(_ bytes: UnsafeRawBufferPointer) {
        body += bytes.prefix(max(0, ProbeLimits.bodyBytesMax - body.count))
    }

    private func long(_ option: CURLoption, _ value: Int) -> Bool {
        support_set_long(easy, option, value) == CURLE_OK
    }
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    Unmanaged<LoginHandle>.fromOpaque(context).takeUnretainedValue()
        .take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
}

/// What libcurl's codes say of an attempt to log in.
enum LoginFault {
    /// The step that failed; nil where the login worked, whatever came after it.
    ///
    /// - Parameter words: libcurl's own message; may be empty.
    static func result(
        of code: CURLcode, _ words: String, hasConnected: Bool
    ) -> LoginResult? {
        let detail = words.isEmpty ? String(cString: curl_easy_strerror(code)) : words
        switch code {
        case CURLE_OK, CURLE_REMOTE_ACCESS_DENIED, CURLE_REMOTE_FILE_NOT_FOUND: return nil
        // The session began after the login, where a host offers no sftp.
        case CURLE_SSH where words.contains("sftp session"),
            CURLE_FAILED_INIT where words.contains("sftp session"):
            return nil
        case CURLE_COULDNT_RESOLVE_HOST: return LoginResult(failedAt: .resolve, detail: detail)
        case CURLE_COULDNT_CONNECT: return LoginResult(failedAt: .connect, detail: detail)
        case CURLE_OPERATION_TIMEDOUT:
            return LoginResult(failedAt: hasConnected ? .answer : .connect, detail: detail)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR:
            return LoginResult(failedAt: .secure, detail: detail)
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR:
            return LoginResult(failedAt: .login, detail: "user, password or key refused")
        case CURLE_OUT_OF_MEMORY, CURLE_NOT_BUILT_IN, CURLE_UNKNOWN_OPTION,
            CURLE_UNSUPPORTED_PROTOCOL:
            return LoginResult(failedAt: .worker, detail: detail)
        default: return LoginResult(failedAt: .answer, detail: detail)
        }
    }
}
