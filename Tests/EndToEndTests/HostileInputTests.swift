import SupportSystem
import SupportTestKit
import Testing

/// Lines that no good client sends: each is answered, and the connection goes on.
struct HostileInputTests {
    private static let badLines = [
        ("", "not-json"), ("{", "not-json"), ("nonsense", "not-json"), ("[]", "not-a-request"),
        (#"{"jsonrpc":"2.0","id":1,"id":1,"method":"clock.show"}"#, "not-json"),
        (#"{"jsonrpc":"2.0","id":1,"method":"clock.show","more":1}"#, "not-a-request"),
        (#"{"jsonrpc":"2.0","id":1,"method":"clock.show","params":{"x":1}}"#, "bad-parameters"),
        (#"{"jsonrpc":"2.0","id":1,"method":"clock.show","params":[]}"#, "not-a-request"),
        (#"{"jsonrpc":"1.0","id":1,"method":"clock.show"}"#, "not-a-request"),
        (#"{"jsonrpc":"2.0","method":"clock.show"}"#, "not-a-request"),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"clock.show"}"#, "not-a-request"),
        (#"{"jsonrpc":"2.0","id":1,"method":"clock.stop"}"#, "unknown-method"),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"ticket.show","params":{"ticket":9223372036854775808}}"#,
            "bad-parameters"
        ),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"ticket.show","params":{"ticket":-1}}"#,
            "bad-parameters"
        ),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"clock.advance","params":{"milliseconds":1e400}}"#,
            "bad-parameters"
        ),
        (
            #"{"jsonrpc":"2.0","id":1,"method":"time.add","params":{"ticket":1,"minutes":9223372036854775807}}"#,
            "invalid-value"
        ),
    ]

    @Test("a line that is no request is refused by name, and the connection goes on")
    func badLines() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        for (line, error) in Self.badLines {
            try client.sendLine(line)
            let reply = try client.receive()
            #expect(reply.error == error, "\(line): \(reply.text)")
            #expect(reply.code == (error == "unknown-method" ? 3 : 2))
            #expect(try client.call("clock.show").result?.at("test")?.bool == true)
        }
    }

    @Test("nesting of 100,000, also in a line that is long enough for it")
    func depth() throws {
        let desk = try RunningDesk()
        let client = try desk.client()
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        try client.sendLine(nested(32_000))
        #expect(try client.receive().error == "not-json")
        try client.request("ticket.open", nested(100_000))
        #expect(try client.receive().error == "not-json")
        #expect(try client.call("clock.show").result != nil)
    }

    @Test("bytes that are no UTF-8")
    func invalidText() throws {
        let desk = try RunningDesk()
        let client = try desk.client()
        let head = #"{"jsonrpc":"2.0","id":1,"method":"client.add","params":{"name":""#
        for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] {
            try client.send(Array(head.utf8) + bad + Array("\"}}\n".utf8))
            #expect(try client.receive().error == "not-json")
        }
    }

    @Test(
        "a line of the longest length is read, one byte more ends the connection",
        arguments: [
            ("clock.show", 65_536), ("ticket.open", 1_048_576), ("ticket.import", 4_194_304),
            ("no.such", 65_536),
        ])
    func longestLine(method: String, most: Int) throws {
        let desk = try RunningDesk()
        let client = try desk.client()
        func line(_ bytes: Int) -> String {
            let text = WireClient.line(1, method, "{}")
            return text + String(repeating: " ", count: bytes - text.utf8.count)
        }
        try client.sendLine(line(most))
        #expect(try client.receive().error != "line-too-long")
        _ = try? client.sendLine(line(most + 1))
        let refused = try client.receive()
        #expect(refused.error == "line-too-long")
        #expect(refused.message.contains("\(most)"))
        #expect(client.isClosed())
    }

    @Test("a line that names its method too late is as long as any")
    func namedTooLate() throws {
        let desk = try RunningDesk()
        let text = WireClient.line(1, "ticket.open", "{}")
        let blank = String(repeating: " ", count: 65_536)
        let client = try desk.client()
        try client.sendLine(blank + text)
        let refused = try client.receive()
        #expect(refused.error == "line-too-long")
        #expect(refused.message.contains("65536"))
    }

    @Test("random bytes, and requests with random bytes in them")
    func randomBytes() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let seed = ChosenSeed()
        var random = seed.random
        let models = [
            WireClient.line(1, "ticket.open", #"{"client":"acme","level":3,"subject":"s"}"#),
            WireClient.line(2, "time.add", #"{"ticket":1,"minutes":5,"extra":true}"#),
            WireClient.line(3, "log.list", #"{"since":0,"last":true,"limit":5}"#),
            WireClient.line(4, "hours.show", #"{"contract":"acme"}"#),
        ]
        for round in 1...120 {
            let client = try desk.client()
            var bytes: [UInt8] = []
            for _ in 1...8 {
                var line = Array(models[Int(random.next() % 4)].utf8)
                for _ in 0...(random.next() % 3) {
                    line[Int(random.next() % UInt64(line.count))] = UInt8(
                        truncatingIfNeeded: random.next())
                }
                bytes += line + [10]
            }
            if round % 4 == 0 {
                bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) }
            }
            // Half of the clients do not stay for the answers.
            try client.send(bytes + [10])
            if round % 2 == 0 { _ = try client.receive() }
        }
        let client = try desk.client()
        let verified = try client.call("desk.verify")
        #expect(verified.result != nil, "\(seed): \(verified.text)")
        let before = try client.wholeLog().map(\.rawText)
        try desk.restart()
        #expect(try desk.client().wholeLog().map(\.rawText) == before, "\(seed)")
    }
}
