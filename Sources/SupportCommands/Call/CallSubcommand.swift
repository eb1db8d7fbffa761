import ArgumentParser
import SupportClient
import SupportJSON
import SupportWire

/// `supportc call`.
struct CallCommand: Subcommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Speak the protocol as it is.",
        discussion: """
            With a method and its parameters, prints the result. With -, sends each line of standard \
            input, a whole JSON-RPC request, and prints what comes back until it is answered.

            Example:
              supportc call ticket.show '{"ticket": 12}'
            """)

    @Argument(
        help: "The method, such as desk.status; - for request lines on standard input.",
        transform: Reading.text)
    var method: String

    @Argument(help: "Its parameters, a JSON object; {} unless said.", transform: Reading.text)
    var params: String?

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if method == "-", params != nil {
            throw ValidationError("with - the parameters are in the lines; leave them out")
        }
        if options.quiet { throw ValidationError("call prints what comes; leave out --quiet") }
    }

    func perform(in invocation: Invocation) throws -> SupportWire.ExitCode {
        if method == "-" {
            return try CallStream(invocation, connection: try invocation.connect(options)).run()
        }
        let params = try Self.object(params ?? "{}")
        var connection = try invocation.connect(options)
        let result = try connection.call(
            method: method, params: RawJSON(params), doubt: .changeSent(key: nil)
        ).result
        let document = options.json ? AnswerDocument.of(result) : Array(result.rawBytes)
        try invocation.print(document: document)
        return .done
    }

    private static func object(_ text: String) throws -> JSONValue {
        let root: JSONValue
        do {
            root = try JSONDocument(text: text, depthMax: WireLimits.depthMax).root
        } catch {
            throw ValidationError("the parameters are not JSON: \(error.message)")
        }
        guard root.isObject else {
            throw ValidationError("the parameters are no JSON object; write {\"ticket\": 12}")
        }
        return root
    }
}

/// Request lines from standard input, one after the other, and what comes back, as it is.
struct CallStream: ~Copyable {
    private let invocation: Invocation
    private var connection: DaemonConnection
    /// The code of the first error that was answered.
    private var code = SupportWire.ExitCode.done

    init(_ invocation: Invocation, connection: consuming DaemonConnection) {
        self.invocation = invocation
        self.connection = connection
    }

    /// Goes on to the end of standard input; the first error that is answered decides the code.
    consuming func run() throws -> SupportWire.ExitCode {
        let most = ClientLimits.inputBytesMax
        var lines = InputLines(invocation.console, bytesMax: most)
        do {
            while let line = try lines.next() {
                let isBlank = line.allSatisfy { [9, 13, 32].contains($0) }
                if !isBlank { try ask(line) }
            }
        } catch is InputLines.LineTooLong {
            throw ValidationError("a request line is longer than \(most) bytes")
        }
        return code
    }

    private mutating func ask(_ line: [UInt8]) throws {
        try connection.send(line + [10], doubt: .changeSent(key: nil))
        while true {
            let answer = try connection.receiveLine(doubt: .changeSent(key: nil))
            try invocation.print(line: answer)
            switch try? ServerLine(line: answer) {
            case .notification: continue
            case .error(_, let error):
                if code == .done { code = error.code }
                return
            case .result, nil: return
            }
        }
    }
}
