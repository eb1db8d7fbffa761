import CCurl

/// What libcurl says of an answer that is not built as HTTP has it, and what we say of that.
///
/// libcurl has one code for many such answers, and for faults of this program too; only its words
/// tell them apart. Words that a release of it does not have do no harm.
enum CurlMalformation {
    private static let tooLong = "the header of the answer is too long"
    private static let statusLine = "the answer does not begin with a valid status line"
    private static let chunkSize = "a chunk of the answer has no valid size"

    /// How libcurl's words begin, and ours in their place.
    private static let phrases: [(beginning: String, words: String)] = [
        ("Too large response headers", "\(tooLong): more than 300 KiB in all"),
        ("Too many response headers", "\(tooLong): too many lines"),
        ("Nul byte in header", "the answer has a NUL byte in its header"),
        ("Header without colon", "the answer has a header line without a colon"),
        ("Unsupported HTTP", statusLine),
        ("Unsupported response code", statusLine),
        ("Invalid status line", statusLine),
        ("Lying server", statusLine),
        ("Too long hexadecimal number", chunkSize),
        ("Illegal or missing hexadecimal sequence", chunkSize),
        ("chunk hex-length", chunkSize),
        ("invalid chunk size", chunkSize),
        ("Malformed encoding", "a chunk of the answer does not end where its size says"),
        ("Out of memory in chunked-encoding", "the trailer of the answer is too long"),
    ]

    /// Our words for an answer that is not well-formed; nil for every other ending.
    static func words(for ending: TransferFault.CurlEnding) -> String? {
        switch ending.code {
        case CURLE_WEIRD_SERVER_REPLY, CURLE_RECV_ERROR, CURLE_UNSUPPORTED_PROTOCOL,
            TransferFault.tooLarge:
            phrases.first { ending.words.hasPrefix($0.beginning) }?.words
        // No transfer encoding is asked for, and a content encoding is not looked at.
        case CURLE_BAD_CONTENT_ENCODING: "the answer has an unknown transfer encoding"
        // A header that begins with the continuation of a line.
        case CURLE_BAD_FUNCTION_ARGUMENT where ending.hasConnected:
            "the header of the answer is not valid"
        default: nil
        }
    }
}
