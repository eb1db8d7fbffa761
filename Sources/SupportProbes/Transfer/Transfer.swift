import CCurl
import SupportModel

/// One libcurl handle, used for one probe after another.
///
/// Options that never change are set once; `prepare` sets everything else anew, so that no probe
/// affects the next. Connections are never reused, because a probe must measure connecting.
final class Transfer {
    let easy: UnsafeMutableRawPointer
    private let words: UnsafeMutablePointer<CChar>
    private let sockets: UnsafeMutablePointer<support_sockets>
    private var body: BodyScan?
    /// Whether redirects may lead to near addresses: because the check allows it, or because a near
    /// address answered the first request.
    private var mayTurnBack = false
    /// The near address that a redirect led to and that was refused: `loopback address 127.0.0.1`.
    private var turnedBack: String?
    private let nearness: (NetworkAddress) -> String?

    /// The probe in progress; nil while the handle is idle.
    private(set) var probe: Probe?

    /// A new handle; nil when libcurl has no memory for one or does not know an option.
    ///
    /// - Parameter nearness: the kind of near address; nil for any other address.
    init?(agent: String, nearness: @escaping (NetworkAddress) -> String?) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        self.nearness = nearness
        words = .allocate(capacity: Int(CURL_ERROR_SIZE))
        words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        sockets = .allocate(capacity: 1)
        sockets.initialize(to: support_sockets())
        guard setLasting(agent: agent) else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        words.deallocate()
        sockets.deallocate()
    }

    /// Prepares the handle for a probe; false when libcurl refuses an option, which is a fault of
    /// our own.
    func prepare(_ probe: Probe) -> Bool {
        self.probe = probe
        words.pointee = 0
        sockets.pointee.error = 0
        mayTurnBack = false
        turnedBack = nil
        switch probe.assignment.check {
        case .http(let check):
            body = BodyScan(check)
            mayTurnBack = check.followsLocalRedirects ?? false
            return set(probe, url: check.url, follows: check.followsRedirects, connectsOnly: false)
        case .tcp(let check):
            body = nil
            let host = check.host.utf8.contains(58) ? "[\(check.host)]" : check.host
            return set(
                probe, url: "http://\(host):\(check.port)", follows: false, connectsOnly: true)
        case .disk, .memory, .load: return false
        }
    }

    /// Makes the handle free for another probe.
    func release() {
        probe = nil
        body = nil
    }

    /// The result of the probe, after libcurl has ended the transfer.
    func finish(_ code: CURLcode) -> FinishedProbe? {
        guard let probe else { return nil }
        let times = reachedTimes()
        let isCut = code == CURLE_WRITE_ERROR && body?.isCut == true
        let fault = isCut ? nil : TransferFault(ending(code))
        return FinishedProbe(
            probe: probe, verdict: verdict(probe, fault, times), phases: times.phases)
    }

    private func verdict(
        _ probe: Probe, _ fault: TransferFault?, _ times: ReachedTimes
    ) -> Verdict {
        let timeout = probe.assignment.timeoutMilliseconds
        guard case .http(let check) = probe.assignment.check, let body else {
            return TCPJudgement.verdict(timeoutMilliseconds: timeout, fault: fault, times: times)
        }
        return HTTPJudgement.verdict(
            check, timeoutMilliseconds: timeout, fault: fault,
            status: number(CURLINFO_RESPONSE_CODE), body: body, times: times)
    }

    private func ending(_ code: CURLcode) -> TransferFault.CurlEnding {
        TransferFault.CurlEnding(
            code: code, systemError: CInt(clamping: number(CURLINFO_OS_ERRNO)),
            socketError: sockets.pointee.error, words: String(cString: words),
            redirects: number(CURLINFO_REDIRECT_COUNT), turnedBack: turnedBack,
            hasConnected: time(CURLINFO_CONNECT_TIME_T) > 0)
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

    /// Takes a piece of the body from libcurl; a result smaller than the piece ends the transfer.
    fileprivate func take(_ bytes: UnsafeMutablePointer<CChar>?, count: Int) -> Int {
        guard let bytes else { return count == 0 ? 0 : count - 1 }
        let piece = UnsafeRawBufferPointer(start: bytes, count: count)
        return body?.take(piece) == false ? Self.refusal(of: count) : count
    }

    /// Whether a connection may be made: a redirect must not lead back to this host or its link,
    /// because then whoever controls the site could probe addresses that are only reachable from
    /// here.
    fileprivate func mayReach(_ address: NetworkAddress) -> Bool {
        guard number(CURLINFO_REDIRECT_COUNT) > 0, !mayTurnBack, let kind = nearness(address)
        else { return true }
        turnedBack = "\(kind) address \(address)"
        return false
    }

    /// Records the address that answers.
    fileprivate func reached(_ address: NetworkAddress) {
        guard number(CURLINFO_REDIRECT_COUNT) == 0, nearness(address) != nil else { return }
        mayTurnBack = true
    }

    private static func refusal(of count: Int) -> Int { count == 0 ? 1 : 0 }
}

// MARK: Options

extension Transfer {
    /// Sets the options that hold for every probe.
    private func setLasting(agent: String) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sockets.pointee = support_sockets(
            context: context, may_reach: askMayReach, reached: reportReached, error: 0)
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
            // Otherwise a probe that times out waits for its resolver thread and blocks all
            // others.
            (CURLOPT_QUICK_EXIT, 1),
        ]
        let texts: [(CURLoption, String?)] = [
            (CURLOPT_USERAGENT, agent),
            (CURLOPT_PROTOCOLS_STR, "http,https"),
            (CURLOPT_REDIR_PROTOCOLS_STR, "http,https"),
            // A probe connects to what its check names, whatever proxy the environment names.
            (CURLOPT_PROXY, ""),
            // With a directory beside the bundle libcurl would read all certificates for every
            // probe.
            (CURLOPT_CAPATH, nil),
        ]
        return numbers.allSatisfy { support_set_long(easy, $0, $1) == CURLE_OK }
            && texts.allSatisfy { support_set_text(easy, $0, $1) == CURLE_OK }
            && support_set_pointer(easy, CURLOPT_PRIVATE, context) == CURLE_OK
            && support_set_pointer(easy, CURLOPT_ERRORBUFFER, words) == CURLE_OK
            && support_set_large(
                easy, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(ProbeLimits.announcedBytesMax))
                == CURLE_OK
            && support_on_sockets(easy, sockets) == CURLE_OK
            && support_on_body(easy, takeBody, context) == CURLE_OK
    }

    /// Sets the options that differ from probe to probe.
    private func set(_ probe: Probe, url: String, follows: Bool, connectsOnly: Bool) -> Bool {
        let timeout = max(1, probe.assignment.timeoutMilliseconds)
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

private func askMayReach(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: CInt
) -> CInt {
    guard let context, let address = address(bytes, count) else { return 1 }
    return Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().mayReach(address) ? 1 : 0
}

private func reportReached(
    _ context: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<UInt8>?, _ count: CInt
) -> CInt {
    guard let context, let address = address(bytes, count) else { return 0 }
    Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().reached(address)
    return 0
}

private func address(_ bytes: UnsafePointer<UInt8>?, _ count: CInt) -> NetworkAddress? {
    NetworkAddress(Array(UnsafeBufferPointer(start: bytes, count: Int(count))))
}
