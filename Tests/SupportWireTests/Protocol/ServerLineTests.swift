import SupportJSON
import SupportModel
import SupportWire
import Testing

/// What the daemon writes, the client reads.
struct ServerLineTests {
    private func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }

    private func read(_ line: [UInt8]) throws -> ServerLine {
        #expect(line.last == 10)
        #expect(line.filter { $0 == 10 }.count == 1)
        return try ServerLine(line: Array(line.dropLast()))
    }

    @Test func aResult() throws {
        let result = ReplyLine.encoded(RemoveStaff.Reply(removed: "mara"))
        let line = ReplyLine.result(RequestID(7), seq: 41, result)
        #expect(
            text(line) == #"{"jsonrpc":"2.0","id":7,"seq":41,"result":{"removed":"mara"}}"# + "\n")
        guard case .result(let id, let seq, let value) = try read(line) else {
            Issue.record("no result")
            return
        }
        #expect(id == RequestID(7))
        #expect(seq == 41)
        #expect(RawJSON(value) == result)
    }

    @Test func anError() throws {
        let error = WireError(
            .refused, "weekly-limit", "no \"room\"", hint: "wait", figures: ["room_minutes": "0"])
        let line = ReplyLine.error(.null, error)
        #expect(
            text(line)
                == #"{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"no \"room\"","#
                + #""data":{"error":"weekly-limit","hint":"wait","#
                + #""figures":{"room_minutes":"0"}}}}"# + "\n")
        guard case .error(let id, let read) = try read(line) else {
            Issue.record("no error")
            return
        }
        #expect(id == .null)
        #expect(read == error)
    }

    @Test func aNotification() throws {
        let hello = Hello(release: "0.1.0", protocol: .current, seq: 41)
        let line = ReplyLine.notification(Hello.method, ReplyLine.encoded(hello))
        #expect(
            text(line)
                == #"{"jsonrpc":"2.0","method":"desk.hello","params":{"release":"0.1.0","#
                + #""protocol":{"major":1,"minor":0},"seq":41}}"# + "\n")
        guard case .notification("desk.hello", let params) = try read(line) else {
            Issue.record("no notification")
            return
        }
        #expect(
            try StrictJSONDecoder.decode(Hello.self, from: params, unknownMembers: .ignored)
                == hello)
    }

    @Test func aRequestIsReadByTheDaemon() throws {
        let params = ReplyLine.encoded(ClientShow(client: "acme"))
        let line = ReplyLine.request(RequestID(7), method: ClientShow.method.name, params: params)
        #expect(
            text(line)
                == #"{"jsonrpc":"2.0","id":7,"method":"client.show","params":{"client":"acme"}}"#
                + "\n")
        let envelope = try Envelope(line: Array(line.dropLast()))
        #expect(envelope.id == RequestID(7))
        #expect(try envelope.decode(ClientShow.self).client == "acme")
    }

    @Test func whatANewerDaemonAddsIsPassedOver() throws {
        let line =
            #"{"jsonrpc":"2.0","id":1,"error":{"code":1,"message":"m","more":1,"#
            + #""data":{"error":"e","more":{}}},"more":[]}"#
        guard case .error(_, let error) = try ServerLine(line: Array(line.utf8)) else {
            Issue.record("no error")
            return
        }
        #expect(error == WireError(.refused, "e", "m"))
    }

    @Test(arguments: [
        (#"{"id":1,"seq":-1,"result":{}}"#, 0 as UInt64), (#"{"id":1,"result":{}}"#, 0),
        (#"{"id":1,"seq":1e99,"result":{}}"#, 0), (#"{"id":1,"seq":"7","result":{}}"#, 0),
    ])
    func aSequenceNumberThatIsNoneIsZero(line: String, seq: UInt64) throws {
        guard case .result(_, let read, _) = try ServerLine(line: Array(line.utf8)) else {
            Issue.record("no result")
            return
        }
        #expect(read == seq)
    }

    @Test func anIdentifierThatIsNoneIsNull() throws {
        guard
            case .result(let id, _, _) = try ServerLine(
                line: Array(#"{"id":1.5,"result":{}}"#.utf8))
        else {
            Issue.record("no result")
            return
        }
        #expect(id == .null)
    }

    @Test(arguments: [
        "", "{", "[]", "{}", #"{"id":1}"#, #"{"result":{}}"#, #"{"id":1,"error":7}"#,
        #"{"id":1,"error":{"code":99,"message":"m","data":{"error":"e"}}}"#,
    ])
    func aLineThatIsNoneOfThemIsAnError(line: String) {
        #expect(throws: WireError.self) { try ServerLine(line: Array(line.utf8)) }
    }
}
