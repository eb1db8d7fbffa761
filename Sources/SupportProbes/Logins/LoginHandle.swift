import CCurl
import SupportModel

/// A libcurl handle for one attempt to log in, used by one thread.
final class LoginHandle {
    private let easy: EasyHandle

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
        guard
            let easy = EasyHandle(
                milliseconds: ProbeLimits.loginMillisecondsMax,
                bodyBytesMax: ProbeLimits.bodyBytesMax)
        else { return nil }
        self.easy = easy
        guard set(target) else { return nil }
    }

    private func set(_ target: LoginTarget) -> Bool {
        let allowed = target.kind == .admin ? "http,https" : "ftp,ftps,sftp"
        return easy.set(CURLOPT_URL, target.url) && easy.set(CURLOPT_PROTOCOLS_STR, allowed)
            && easy.set(CURLOPT_NOBODY, target.kind == .admin ? 0 : 1)
            && easy.set(CURLOPT_FOLLOWLOCATION, 1) && easy.set(CURLOPT_MAXREDIRS, 5)
            && easy.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
            && easy.set(CURLOPT_COOKIEFILE, "")
            && easy.set(CURLOPT_USE_SSL, Int(CURLUSESSL_TRY.rawValue))
    }

    /// Sets what to log in with; libcurl keeps a copy until the handle ends.
    func set(user: String, password: String) -> Bool {
        easy.set(CURLOPT_USERNAME, user)
            && easy.set(CURLOPT_PASSWORD, password)
            && easy.set(CURLOPT_HTTPAUTH, Self.basic)
    }

    /// Sends a form from now on, with the cookies that its page has set.
    func set(form: String, to url: String) -> Bool {
        easy.set(CURLOPT_URL, url)
            && easy.set(CURLOPT_COPYPOSTFIELDS, form)
    }

    /// Has ssh offer the password, also where it is asked for by prompts, and nothing else.
    func allowPasswordOnly() -> Bool {
        easy.set(CURLOPT_SSH_AUTH_TYPES, Self.password | Self.prompts)
    }

    /// Has ssh offer the private key in a file and nothing else.
    func allowKeyOnly(_ path: String) -> Bool {
        easy.set(CURLOPT_SSH_AUTH_TYPES, Self.publicKey)
            && easy.set(CURLOPT_SSH_PRIVATE_KEYFILE, path)
    }

    /// Runs the transfer to its end.
    func perform() -> End {
        let (code, status, words) = easy.perform()
        var connected = curl_off_t(0)
        _ = support_get_time(easy.pointer, CURLINFO_CONNECT_TIME_T, &connected)
        var url: UnsafeMutableRawPointer?
        _ = support_get_pointer(easy.pointer, CURLINFO_EFFECTIVE_URL, &url)
        return End(
            status: status,
            fault: LoginFault.result(of: code, words, hasConnected: connected > 0),
            url: url.map { String(cString: $0.assumingMemoryBound(to: CChar.self)) } ?? "",
            body: easy.body)
    }
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
