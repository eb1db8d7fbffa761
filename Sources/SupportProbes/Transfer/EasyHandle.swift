import CCurl

/// A libcurl handle for one transfer after the other, used by one thread, with libcurl's words for what goes
/// wrong and the beginning of the answer.
final class EasyHandle {
    let pointer: UnsafeMutableRawPointer
    private let error: UnsafeMutablePointer<CChar>
    /// The beginning of the last answer's body.
    private(set) var body: [UInt8] = []
    /// Lines that an option refers to, such as headers; they live as long as the handle.
    private(set) var lines: UnsafeMutablePointer<curl_slist>?
    /// How much of a body is kept, in bytes.
    private let bodyBytesMax: Int

    /// A handle that takes no signals, no `.netrc` and no proxy of the environment; nil when libcurl has no
    /// memory for one or does not know an option.
    init?(milliseconds: Int, bodyBytesMax: Int) {
        guard let pointer = curl_easy_init() else { return nil }
        (self.pointer, self.bodyBytesMax) = (pointer, bodyBytesMax)
        error = .allocate(capacity: Int(CURL_ERROR_SIZE))
        error.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        let context = Unmanaged.passUnretained(self).toOpaque()
        guard set(CURLOPT_ERRORBUFFER, error), set(CURLOPT_NOSIGNAL, 1),
            set(CURLOPT_TIMEOUT_MS, milliseconds), set(CURLOPT_NETRC, 0), set(CURLOPT_PROXY, ""),
            support_on_body(pointer, takeBody, context) == CURLE_OK
        else { return nil }
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(lines)
        error.deallocate()
    }

    /// Sets a number; false when libcurl does not know the option.
    func set(_ option: CURLoption, _ value: Int) -> Bool {
        support_set_long(pointer, option, value) == CURLE_OK
    }

    /// Sets a text, which libcurl copies; false when it does not know the option.
    func set(_ option: CURLoption, _ value: String) -> Bool {
        support_set_text(pointer, option, value) == CURLE_OK
    }

    /// Sets what must live as long as the handle; false when libcurl does not know the option.
    func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) -> Bool {
        support_set_pointer(pointer, option, value) == CURLE_OK
    }

    /// Adds a line to those that an option refers to; false when there is no memory for it.
    func add(_ line: String) -> Bool {
        guard let longer = curl_slist_append(lines, line) else { return false }
        lines = longer
        return true
    }

    /// Runs the transfer to its end.
    ///
    /// - Returns: libcurl's code, the status of HTTP, ftp or the mail server, 0 for none, and libcurl's own
    ///   words for what went wrong, which may be empty.
    func perform() -> (code: CURLcode, status: Int, words: String) {
        error.pointee = 0
        body = []
        let code = curl_easy_perform(pointer)
        var status = 0
        _ = support_get_long(pointer, CURLINFO_RESPONSE_CODE, &status)
        return (code, status, String(cString: error))
    }

    fileprivate func take(_ bytes: UnsafeRawBufferPointer) {
        body += bytes.prefix(max(0, bodyBytesMax - body.count))
    }
}

private func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let context else { return 0 }
    Unmanaged<EasyHandle>.fromOpaque(context).takeUnretainedValue()
        .take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
}
