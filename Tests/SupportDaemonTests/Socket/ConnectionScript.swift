import SupportDaemon
import SupportJSON
import SupportModel
import SupportWire

/// What a client sends on one connection, and every line that it must get for it.
struct ConnectionScript: CustomStringConvertible {
    let description: String
    /// All bytes, in order.
    private(set) var input: [UInt8] = []
    /// The lines that answer them, in order, the greeting first.
    private(set) var answers: [Answer] = []
    /// Whether the client ends its side after the last byte.
    private(set) var endsInput = false
    /// Whether the connection ends by itself when everything is answered.
    private(set) var closes = false
    /// Whether the client gets every record in the end.
    private(set) var streams = false
    private var recorded: UInt64 = 0
    private var asked = 0

    /// A line that the client gets, and the record that must be durable before.
    struct Answer {
        var line: [UInt8]
        var after: UInt64
    }

    /// What a client may send.
    enum Ask {
        /// What the ledger answers at once, with so many bytes of text.
        case read(bytes: Int = 1)
        /// A change.
        case write
        /// A change that waits for a file first.
        case key
        /// A change that a thread decides and the ledger makes.
        case long
        /// What the ledger refuses.
        case refused
        /// What another thread answers.
        case list
        /// To stream all records.
        case watch
        /// A request on a connection that watches.
        case late
        /// A line that is no request.
        case nonsense(String)
        /// A line that is longer than it may be, as far as it is sent, and what is said of it.
        case overlong(String, WireError)
        /// A line that does not end.
        case half(String)
    }

    /// The longest line in these tests, in bytes.
    static let lineBytesMax = 60
    /// The longest line of the method `long` in these tests, in bytes.
    static let longLineBytesMax = 80

    init(_ name: String, _ asks: [Ask], endsInput: Bool = false) {
        description = name
        let hello = Hello(release: Release.version, protocol: .current, seq: 0)
        answer(ReplyLine.notification(Hello.method, ReplyLine.encoded(hello)), after: 0)
        self.endsInput = endsInput
        for ask in asks { add(ask) }
        if endsInput { closes = closes || !streams }
        if closes { streams = false }
    }

    /// The refusal of a method that its caller may not call.
    static let closed = WireError.stranger(.method("closed"), name: "viewer", uid: 7)

    /// How long a line of these tests may become.
    static func lineBytesMax(of start: ArraySlice<UInt8>) throws(WireError) -> Int {
        switch NamedMethod.find(in: start) {
        case "long": return longLineBytesMax
        case "closed": throw closed
        default: return lineBytesMax
        }
    }

    private mutating func add(_ ask: Ask) {
        switch ask {
        case .read(let bytes): result("read.\(bytes)", Self.text(bytes))
        case .write:
            recorded += 1
            result("write", Self.text(1))
        case .key:
            recorded += 1
            result("key", Self.text(1))
        case .long:
            recorded += 1
            result("import", Self.text(1))
        case .refused:
            answer(ReplyLine.error(request("none"), Self.unknown), after: recorded)
        case .list: result("list", Self.text(3))
        case .watch:
            streams = true
            result("watch", ReplyLine.encoded(EventsWatch.Reply(since: 0)), seq: 0)
        case .late:
            let error = WireError.notARequest("a connection that watches takes no more requests")
            answer(ReplyLine.error(request("read.1"), error), after: 0)
        case .nonsense(let text):
            input += Array(text.utf8) + [10]
            do {
                _ = try Envelope(line: Array(text.utf8))
            } catch {
                answer(ReplyLine.error(error.id, error.error), after: 0)
            }
        case .overlong(let text, let error):
            input += Array(text.utf8)
            answer(ReplyLine.error(.null, error), after: 0)
            closes = true
        case .half(let text): input += Array(text.utf8)
        }
    }

    private mutating func result(_ method: String, _ result: RawJSON, seq: UInt64? = nil) {
        let sequence = seq ?? recorded
        answer(ReplyLine.result(request(method), seq: sequence, result), after: sequence)
    }

    private mutating func request(_ method: String) -> RequestID {
        asked += 1
        input += Array(#"{"jsonrpc":"2.0","id":\#(asked),"method":"\#(method)"}"#.utf8) + [10]
        return RequestID(asked)
    }

    private mutating func answer(_ line: [UInt8], after sequence: UInt64) {
        answers.append(Answer(line: line, after: sequence))
    }

    /// A JSON text of so many bytes.
    static func text(_ bytes: Int) -> RawJSON {
        RawJSON(trusting: [34] + [UInt8](repeating: 97, count: bytes) + [34])
    }

    /// What a change waits for; the ledger is not asked in these tests.
    static let suspension = SuspendedRequest(
        method: "key", caller: Caller(uid: 1, name: "desk", owner: 1), work: { resumption },
        late: resumption)
    /// With what the ledger goes on once a thread has decided a change.
    static let resumed = suspension.resumed(by: resumption)
    /// How a request would go on.
    static let resumption: SuspendedRequest.Resumption = { _ in throw unknown }

    /// What is said of a method that there is not.
    static let unknown = WireError(.unknown(.method, "none"))
}
