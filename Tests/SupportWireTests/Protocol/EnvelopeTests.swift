import SupportJSON
import SupportModel
import SupportWire
import Testing

struct EnvelopeTests {
    private func read(_ line: String) -> Result<Envelope, Envelope.Fault> {
        do throws(Envelope.Fault) {
            return .success(try Envelope(line: Array(line.utf8)))
        } catch {
            return .failure(error)
        }
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"desk.status"}"#, "1"),
        (#"{"jsonrpc":"2.0","id":-7,"method":"desk.status","params":{}}"#, "-7"),
        (
            #"{"method":"desk.status","params":{"a":1},"id":"a\u0062c","jsonrpc":"2.0"}"#,
            #""a\u0062c""#
        ),
        (" {\"jsonrpc\" : \"2.0\",\t\"id\":0, \"method\":\"desk.status\"} \r", "0"),
    ])
    func aRequestIsRead(line: String, id: String) throws {
        let envelope = try read(line).get()
        #expect(envelope.id.json.text == id)
        #expect(envelope.method == "desk.status")
        #expect(envelope.bytes == line.utf8.count)
    }

    /// Each row: a line, the identifier that is answered, the error's word and what it says.
    @Test(arguments: [
        ("", "null", "not-json", "found nothing"), ("{", "null", "not-json", "ends too early"),
        ("nonsense", "null", "not-json", "at byte"), ("[]", "null", "not-a-request", "no object"),
        ("1", "null", "not-a-request", "no object"), ("{}", "null", "not-a-request", "`id`"),
        (#"{"jsonrpc":"2.0","method":"a.b"}"#, "null", "not-a-request", "`id` is missing"),
        (#"{"jsonrpc":"2.0","id":null,"method":"a.b"}"#, "null", "not-a-request", "`id`"),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"a.b"}"#, "null", "not-a-request", "`id`"),
        (#"{"jsonrpc":"2.0","id":{},"method":"a.b"}"#, "null", "not-a-request", "`id`"),
        (#"{"jsonrpc":"1.0","id":3,"method":"a.b"}"#, "3", "not-a-request", "`jsonrpc`"),
        (#"{"id":3,"method":"a.b"}"#, "3", "not-a-request", "`jsonrpc`"),
        (#"{"jsonrpc":"2.0","id":3}"#, "3", "not-a-request", "`method`"),
        (#"{"jsonrpc":"2.0","id":3,"method":7}"#, "3", "not-a-request", "`method`"),
        (#"{"jsonrpc":"2.0","id":3,"method":"a.b","params":[]}"#, "3", "not-a-request", "`params`"),
        (#"{"jsonrpc":"2.0","id":3,"method":"a.b","x":1}"#, "3", "not-a-request", "member `x`"),
        (#"{"jsonrpc":"2.0","id":3,"id":4,"method":"a.b"}"#, "null", "not-json", "used twice"),
        (#"{"jsonrpc":"2.0","id":3,"method":"a.b"} {}"#, "null", "not-json", "expected the end"),
    ])
    func anythingElseIsRefused(line: String, id: String, word: String, says: String) {
        guard case .failure(let fault) = read(line) else {
            Issue.record("read \(line)")
            return
        }
        #expect(fault.id.json.text == id)
        #expect(fault.error.data.error == word)
        #expect(fault.error.code == .usage)
        #expect(fault.error.message.contains(says), "\(fault.error.message)")
    }

    @Test("of several unknown members the first is named, by 64 characters at most")
    func unknownMembers() throws {
        for (name, named) in [
            (String(repeating: "x", count: 64), String(repeating: "x", count: 64)),
            (String(repeating: "x", count: 65), String(repeating: "x", count: 64)),
        ] {
            let line = #"{"jsonrpc":"2.0","\#(name)":1,"id":3,"method":"a.b","y":2}"#
            guard case .failure(let fault) = read(line) else {
                Issue.record("read \(line)")
                return
            }
            #expect(fault.error == .notARequest("unknown member `\(named)`"))
        }
    }

    @Test("a mutation may carry each option alone, and all of them")
    func everyOption() throws {
        for (params, expected) in [
            (#""if_version":7"#, MutationOptions(ifVersion: 7)),
            (#""idempotency_key":"k""#, MutationOptions(idempotencyKey: "k")),
            (
                #""client":"acme","idempotency_key":"k","if_version":7"#,
                MutationOptions(idempotencyKey: "k", ifVersion: 7)
            ),
        ] {
            let line = #"{"jsonrpc":"2.0","id":1,"method":"a.b","params":{\#(params)}}"#
            #expect(try read(line).get().options() == expected)
        }
    }

    @Test func nestingAtTheLimitAndOnePastIt() {
        func nested(_ depth: Int) -> String {
            // The request and its parameters are two levels.
            let open = String(repeating: "[", count: depth - 2)
            let close = String(repeating: "]", count: depth - 2)
            return #"{"jsonrpc":"2.0","id":1,"method":"a.b","params":{"x":\#(open)\#(close)}}"#
        }
        #expect((try? read(nested(WireLimits.depthMax)).get()) != nil)
        guard case .failure(let fault) = read(nested(WireLimits.depthMax + 1)) else {
            Issue.record("read one level too many")
            return
        }
        #expect(fault.error.data.error == "not-json")
    }

    @Test func theLengthOfALineIsItsMethodsOwn() throws {
        func line(_ method: String, _ params: String, bytes: Int) throws -> Envelope {
            let start = #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":{\#(params)}}"#
            let spaces = Array(repeating: UInt8(ascii: " "), count: bytes - start.utf8.count)
            return try Envelope(line: Array(start.utf8) + spaces)
        }
        let (short, long) = (WireLimits.lineBytesMax, WireLimits.longLineBytesMax)
        _ = try line("desk.status", "", bytes: short).decode(DeskStatus.self)
        let note = #""ticket":1,"text":"x""#
        _ = try line("ticket.note", note, bytes: long).decode(NoteTicket.self)
        #expect(throws: WireError.lineTooLong(bytesMax: short)) {
            try line("desk.status", "", bytes: short + 1).decode(DeskStatus.self)
        }
        #expect(throws: WireError.lineTooLong(bytesMax: long)) {
            try line("ticket.note", note, bytes: long + 1).decode(NoteTicket.self)
        }
    }

    @Test func keysAndIdentifiersAtTheLimitAndOnePastIt() throws {
        func options(_ key: Int) throws -> MutationOptions {
            let key = String(repeating: "k", count: key)
            let params = #"{"client":"acme","idempotency_key":"\#(key)"}"#
            return try read(
                #"{"jsonrpc":"2.0","id":1,"method":"client.archive","params":\#(params)}"#
            ).get().options()
        }
        let most = WireLimits.keyBytesMax
        #expect(try options(most).idempotencyKey?.utf8.count == most)
        #expect(try options(1).idempotencyKey == "k")
        for wrong in [0, most + 1] {
            #expect(
                throws: WireError.badParameters("client.archive", "idempotency_key: 1 to 128 bytes")
            ) { try options(wrong) }
        }
        func line(_ id: Int) -> String {
            let id = String(repeating: "i", count: id)
            return #"{"jsonrpc":"2.0","id":"\#(id)","method":"a.b"}"#
        }
        #expect((try? read(line(most)).get()) != nil)
        #expect((try? read(line(most + 1)).get()) == nil)
    }

    @Test(arguments: [
        #"{"client":"Acme"}"#, #"{"client":7}"#, #"{"client":null}"#, #"{"client":"acme","x":1}"#,
        #"{"client":"acme","if_version":-1,"idempotency_key":"k","more":1}"#,
    ])
    func parametersThatDoNotFitAreNamed(params: String) throws {
        let line = #"{"jsonrpc":"2.0","id":1,"method":"client.archive","params":\#(params)}"#
        let envelope = try read(line).get()
        do {
            _ = try envelope.decode(ArchiveClient.self)
            Issue.record("read \(params)")
        } catch {
            #expect(error.data.error == "bad-parameters")
            #expect(error.message.hasPrefix("client.archive: params."))
        }
    }

    @Test func optionsOfTheWrongKindAreRefused() throws {
        for option in [#""if_version":-1"#, #""if_version":"7""#, #""idempotency_key":7"#] {
            let line =
                #"{"jsonrpc":"2.0","id":1,"method":"client.archive","params":{\#(option)}}"#
            let envelope = try read(line).get()
            #expect(throws: WireError.self) { try envelope.options() }
        }
        let none = try read(#"{"jsonrpc":"2.0","id":1,"method":"client.archive"}"#).get()
        #expect(try none.options() == MutationOptions())
    }
}
