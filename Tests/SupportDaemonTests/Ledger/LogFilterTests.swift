import SupportDaemon
import SupportJSON
import SupportWire
import Testing

/// What a list of the log leaves out, and what it refuses to look for.
struct LogFilterTests {
    @Test(
        "what the desk does not know is an error that names the nearest",
        arguments: [
            (#"{"type":"tickt"}"#, "unknown-event-type", "ticket", ExitCode.usage),
            (#"{"type":"ticket.opend"}"#, "unknown-event-type", "ticket.opened", .usage),
            (#"{"type":"ticket.opened.x"}"#, "unknown-event-type", "ticket.opened", .usage),
            (#"{"client":"acm"}"#, "unknown-client", "acme", .notFound),
            (#"{"client":"nosuch"}"#, "unknown-client", nil, .notFound),
            (#"{"ticket":99}"#, "unknown-ticket", nil, .notFound),
            (#"{"type":""}"#, "unknown-event-type", nil, .usage),
            (#"{"within":-1}"#, "bad-parameters", nil, .usage),
            (
                #"{"within":1,"from":"2026-01-05T09:00:00.000Z"}"#, "bad-parameters", nil, .usage
            ),
        ] as [(String, String, String?, ExitCode)])
    func refused(params: String, word: String, nearest: String?, code: ExitCode) async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let error = try #require(try await desk.ask("log.list", params).error)
        #expect(error.data.error == word)
        #expect(error.code == code)
        #expect(error.data.figures?["nearest"] == nearest)
        #expect(
            error.data.hint?.contains("did you mean \(nearest ?? "?")?") ?? false
                == (nearest != nil))
    }

    @Test(arguments: ["ticket", "ticket.opened", "contract", "clock", "journal", "monitoring"])
    func everyNounIsKnown(type: String) async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        #expect(try await desk.ask("log.list", #"{"type":"\#(type)"}"#).error == nil)
    }

    @Test("a moment and a span choose what happened then and later")
    func since() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("clock.advance", #"{"milliseconds":3600000}"#)
        _ = try await desk.ask("ticket.note", #"{"ticket":1,"text":"later"}"#)
        func sequences(_ params: String) async throws -> [Int] {
            let result = try await desk.ask("log.list", params).result
            return result?[member: "records"]?.elements.compactMap { $0[member: "seq"]?.int } ?? []
        }
        #expect(try await sequences("{}") == [1, 2, 3, 4, 5])
        #expect(try await sequences(#"{"from":"2026-01-05T10:00:00.000Z"}"#) == [5])
        #expect(try await sequences(#"{"from":"2026-01-05T10:00:00.001Z"}"#) == [])
        #expect(try await sequences(#"{"from":"2026-01-05T09:00:00.000Z"}"#).count == 5)
        #expect(try await sequences(#"{"within":3599999}"#) == [5])
        #expect(try await sequences(#"{"within":3600000}"#).count == 5)
        #expect(try await sequences(#"{"within":9223372036854775807}"#).count == 5)
        #expect(
            try await sequences(#"{"from":"2026-01-05T10:00:00.000Z","last":true,"limit":3}"#)
                == [5])
    }
}
