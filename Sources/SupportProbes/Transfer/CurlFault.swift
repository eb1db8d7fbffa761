import CCurl
import SupportSystem

extension TransferFault {
    /// What libcurl reports about a transfer that ended, with all that distinguishes one cause from
    /// another.
    struct CurlEnding {
        let code: CURLcode
        /// The system's error number for the last connection, 0 for none.
        let systemError: CInt
        /// The error number with which a socket could not be opened, 0 for none.
        let socketError: CInt
        /// libcurl's own message; may be empty.
        let words: String
        /// How many redirects were followed, 0 or more.
        let redirects: Int
        /// The address of this host or its link that a redirect led to and that was refused.
        let turnedBack: String?
        /// Whether a connection was established at any time.
        let hasConnected: Bool
    }

    /// libcurl's code for something that exceeds its limits; older releases, which lack it, report
    /// a header line that is too long as out of memory.
    static let tooLarge = CURLcode(rawValue: 100)

    /// The fault of a transfer; nil when it completed.
    init?(_ ending: CurlEnding) {
        if ending.code == CURLE_OK { return nil }
        self = CurlMalformation.words(for: ending).map(Self.malformed) ?? Self.classified(ending)
    }

    /// The fault for the code of a failed transfer; the message is used only where one code has two
    /// meanings.
    private static func classified(_ ending: CurlEnding) -> TransferFault {
        switch ending.code {
        case CURLE_COULDNT_RESOLVE_HOST: resolving(ending)
        case CURLE_COULDNT_CONNECT: connecting(ending)
        case Self.tooLarge: .headerTooLong
        case CURLE_OUT_OF_MEMORY where ending.hasConnected: .headerTooLong
        case CURLE_FILESIZE_EXCEEDED: .announcedTooMuch
        case CURLE_WEIRD_SERVER_REPLY where ending.words.contains("Content-Length"):
            .announcedNonsense
        case CURLE_OPERATION_TIMEDOUT: .timedOut
        case CURLE_PEER_FAILED_VERIFICATION: .certificate(certificateWords(ending))
        case CURLE_SSL_CONNECT_ERROR: .handshake(words(ending))
        case CURLE_TOO_MANY_REDIRECTS: .redirectedTooOften
        case CURLE_UNSUPPORTED_PROTOCOL where ending.words.contains("HTTP/0.9"): .notHTTP
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT:
            ending.redirects > 0 ? .redirectedElsewhere : .own(words(ending))
        case CURLE_GOT_NOTHING: .noAnswer
        case CURLE_PARTIAL_FILE: .closedEarly
        default:
            isOwn(ending.code) ? .own(words(ending)) : .other(words(ending))
        }
    }

    /// libcurl reports a resolver thread that could not be started with the code for an unknown
    /// name.
    private static func resolving(_ ending: CurlEnding) -> TransferFault {
        ending.words.contains("thread failed") ? .own(ending.words) : .nameUnknown
    }

    private static func connecting(_ ending: CurlEnding) -> TransferFault {
        if let address = ending.turnedBack { return .redirectedNear(address) }
        let ofSocket = ConnectionError(number: ending.socketError)
        let ofConnection = ConnectionError(number: ending.systemError)
        switch ofConnection ?? ofSocket {
        case .refused: return .refused
        case .own(let words): return .own(words)
        case .other(let words): return .unreachable("no connection: \(words)")
        case nil: return .unreachable(words(ending))
        }
    }

    /// Whether the code means a fault of this program or this host, whatever the server does.
    private static func isOwn(_ code: CURLcode) -> Bool {
        switch code {
        case CURLE_FAILED_INIT, CURLE_NOT_BUILT_IN, CURLE_OUT_OF_MEMORY, CURLE_WRITE_ERROR,
            CURLE_ABORTED_BY_CALLBACK, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_INTERFACE_FAILED,
            CURLE_UNKNOWN_OPTION, CURLE_SETOPT_OPTION_SYNTAX, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CACERT_BADFILE,
            CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_NO_CONNECTION_AVAILABLE, CURLE_AGAIN:
            true
        default: false
        }
    }

    private static func certificateWords(_ ending: CurlEnding) -> String {
        let words = words(ending)
        for opening in ["SSL certificate problem: ", "SSL: "] where words.hasPrefix(opening) {
            return String(words.dropFirst(opening.count))
        }
        return words
    }

    private static func words(_ ending: CurlEnding) -> String {
        ending.words.isEmpty ? String(cString: curl_easy_strerror(ending.code)) : ending.words
    }
}

/// Recognises libcurl's messages for an answer that violates HTTP, and gives ours.
///
/// libcurl has one code for many such answers, and for faults of this program too; only its
/// messages distinguish them. Messages that a release of libcurl does not have do no harm.
enum CurlMalformation {
    private static let tooLong = "the header of the answer is too long"
    private static let statusLine = "the answer does not begin with a valid status line"
    private static let chunkSize = "a chunk of the answer has no valid size"

    /// How libcurl's messages begin, and ours in their place.
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

    /// Our message for an answer that violates HTTP; nil for every other ending.
    static func words(for ending: TransferFault.CurlEnding) -> String? {
        switch ending.code {
        case CURLE_WEIRD_SERVER_REPLY, CURLE_RECV_ERROR, CURLE_UNSUPPORTED_PROTOCOL,
            TransferFault.tooLarge:
            phrases.first { ending.words.hasPrefix($0.beginning) }?.words
        // No transfer encoding is requested, and a content encoding is not examined.
        case CURLE_BAD_CONTENT_ENCODING: "the answer has an unknown transfer encoding"
        // A header that begins with a continuation line.
        case CURLE_BAD_FUNCTION_ARGUMENT where ending.hasConnected:
            "the header of the answer is not valid"
        default: nil
        }
    }
}
