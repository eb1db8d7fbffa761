import CCurl
import SupportModel

/// One libcurl handle, used for one look after the other.
///
/// What never changes is set once; `prepare` sets everything else anew, so that nothing of a look
/// reaches the next. Connections are never reused: a probe must measure connecting.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    private let socketError: UnsafeMutablePointer<CInt>
    private var body: BodyScan?

    /// The look that this handle is busy with.
    private(set) var look: ProbeLook?

    /// A fresh handle; nil when libcurl has no memory for one or does not know an option.
    init?(agent: String) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        socketError = .allocate(capacity: 1)
        socketError.initialize(to: 0)
        guard setLasting(agent: agent) else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        words.deallocate()
        socketError.deallocate()
    }

    /// Makes the handle ready for a look; false when libcurl refuses, which is a fault of our own.
    func prepare(_ look: ProbeLook) -> Bool {
        self.look = look
        words.pointee = 0
        socketError.pointee = 0
        switch look.assignment.check {
        case .http(let check):
            body = BodyScan(check)
            return set(look, url: check.url, follows: check.followsRedirects, connectsOnly: false)
        case .tcp(let check):
            body = nil
            let host = check.host.utf8.contains(58) ? "[\(check.host)]" : check.host
            return set(
                look, url: "http://\(host):\(check.port)", follows: false, connectsOnly: true)
        case .disk, .memory, .load: return false
        }
    }

    /// The handle is free for another look.
    func release() {
        look = nil
        body = nil
    }

    /// What became of the look, now that libcurl has ended the transfer.
    func finish(_ code: CURLcode) -> FinishedLook? {
        guard let look else { return nil }
        let times = reachedTimes()
        let isCut = code == CURLE_WRITE_ERROR && body?.isCut == true
        let fault = isCut ? nil : TransferFault(ending(code))
        return FinishedLook(look: look, verdict: verdict(look, fault, times), phases: times.phases)
    }

    private func verdict(
        _ look: ProbeLook, _ fault: TransferFault?, _ times: ReachedTimes
    ) -> Verdict {
        let timeout = look.assignment.timeoutMilliseconds
        guard case .http(let check) = look.assignment.check, let body else {
            return TCPJudgement.verdict(timeoutMilliseconds: timeout, fault: fault, times: times)
        }
        return HTTPJudgement.verdict(
            check, timeoutMilliseconds: timeout, fault: fault,
            status: number(CURLINFO_RESPONSE_CODE), body: body, times: times)
    }

    private func ending(_ code: CURLcode) -> TransferFault.CurlEnding {
        TransferFault.CurlEnding(
            code: code, systemError: CInt(clamping: number(CURLINFO_OS_ERRNO)),
            socketError: socketError.pointee, words: String(cString: words),
            redirects: number(CURLINFO_REDIRECT_COUNT))
    }

    private func reachedTimes() -> ReachedTimes {
        var times = ReachedTimes()
        times.resolved = time(CURLINFO_NAMELOOKUP_TIME_T)
        times.connected = time(CURLINFO_CONNECT_TIME_T)
        times.encrypted = time(CURLINFO_APPCONNECT_TIME_T)
        times.firstByte = time(CURLINFO_STARTTRANSFER_TIME_T)
        times.ended = time(CURLINFO_TOTAL_TIME_T)
        return times
    }

    private func number(_ field: CURLINFO) -> Int {
        var value = 0
        return support_get_long(easy, field, &value) == CURLE_OK ? value : 0
    }

    private func time(_ field: CURLINFO) -> Int {
        var value: curl_off_t = 0
        return support_get_time(easy, field, &value) == CURLE_OK ? Int(clamping: value) : 0
    }

    /// libcurl brings a piece of the body; taking less than all of it ends the transfer.
    fileprivate func take(_ bytes: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
        guard let bytes else { return count == 0 ? 0 : count - 1 }
        let piece = UnsafeRawBufferPointer(start: bytes, count: count)
        return body?.take(piece) == false ? Self.refusal(of: count) : count
    }

    private static func refusal(of count: Int) -> Int { count == 0 ? 1 : 0 }
}

// MARK: Options

extension Transfer {
    /// What holds for every look.
    private func setLasting(agent: String) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1),
            (CURLOPT_FRESH_CONNECT, 1),
            (CURLOPT_FORBID_REUSE, 1),
            (CURLOPT_DNS_CACHE_TIMEOUT, 0),
            (CURLOPT_SSL_SESSIONID_CACHE, 0),
            (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2),
            (CURLOPT_CA_CACHE_TIMEOUT, 3600),
            (CURLOPT_MAXREDIRS, ProbeLimits.redirectsMax),
            // Otherwise a look that times out waits for its resolver thread, and all others with it.
            (CURLOPT_QUICK_EXIT, 1),
        ]
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_USERAGENT, agent),
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            // A probe goes where its check says, whatever proxy the environment names.
            (CURLOPT_PROXY, ""),
            // With a directory beside the bundle libcurl reads all certificates again every time.
            (CURLOPT_CAPATH, nil),
        ]
        return numbers.allSatisfy { support_set_long(easy, $0, $1) == CURLE_OK }
            && texts.allSatisfy { support_set_text(easy, $0, $1) == CURLE_OK }
            && support_set_pointer(easy, CURLOPT_PRIVATE, context) == CURLE_OK
            && support_set_pointer(easy, CURLOPT_ERRORBUFFER, words) == CURLE_OK
            && support_keep_socket_error(easy, socketError) == CURLE_OK
            && support_on_body(easy, takeBody, context) == CURLE_OK
    }

    /// What differs from look to look.
    private func set(_ look: ProbeLook, url: String, follows: Bool, connectsOnly: Bool) -> Bool {
        let timeout = max(1, look.assignment.timeoutMilliseconds)
        return support_set_text(easy, CURLOPT_URL, url) == CURLE_OK
            && support_set_long(easy, CURLOPT_TIMEOUT_MS, timeout) == CURLE_OK
            && support_set_long(easy, CURLOPT_FOLLOWLOCATION, follows ? 1 : 0) == CURLE_OK
            && support_set_long(easy, CURLOPT_CONNECT_ONLY, connectsOnly ? 1 : 0) == CURLE_OK
    }

    /// The transfer that a libcurl handle belongs to.
    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? {
        var context: UnsafeMutableRawPointer?
        guard support_get_pointer(easy, CURLINFO_PRIVATE, &context) == CURLE_OK, let context
        else { return nil }
        return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    }
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return transfer.take(bytes, count: size * count)
}
