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

    @Argument(help: "The method, such as desk.status; - for request lines on standard input.")
    var method: String

    @Argument(help: "Its parameters, a JSON object; {} unless said.")
    var params: String?

    @OptionGroup(title: "General options") var options: ReadOptions

    func validate() throws {
        if method == "-", params != nil {
            throw ValidationError("with - the parameters are in the lines; leave them out")
        }
        if options.quiet { throw ValidationError("call prints what comes; leave out --quiet") }
    }

    func perform(in session: Session) throws -> SupportWire.ExitCode {
        if method == "-" {
            return try CallStream(session, connection: try session.connect(options)).run()
        }
        let params = try Self.object(params ?? "{}")
        var connection = try session.connect(options)
        let result = try connection.call(
            method: method, params: RawJSON(params), doubt: .changeSent(key: nil)
        ).result
        let document = options.json ? AnswerDocument.of(result) : Array(result.rawBytes)
        try session.print(document: document)
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
