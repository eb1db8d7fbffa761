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
            (#"{"contract":"9"}"#, "unknown-contract", nil, .notFound),
            (#"{"monitor":"shopp"}"#, "unknown-monitor", "shop", .notFound),
            (#"{"assignee":"mai"}"#, "unknown-staff", "mia", .notFound),
            (#"{"staff":"mai"}"#, "unknown-staff", "mia", .notFound),
            (#"{"level":5}"#, "bad-parameters", nil, .usage),
            (#"{"client":"acme","assignee":"mai"}"#, "unknown-staff", "mia", .notFound),
            (#"{"type":""}"#, "unknown-event-type", nil, .usage),
            (#"{"within":-1}"#, "bad-parameters", nil, .usage),
            (
                #"{"within":1,"from":"2026-01-05T09:00:00.000Z"}"#, "bad-parameters", nil, .usage
            ),
        ] as [(String, String, String?, ExitCode)])
    func refused(params: String, word: String, nearest: String?, code: ExitCode) async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        _ = try await desk.ask("monitor.add", Self.monitor)
        // `events.watch` takes the same words, but those that say when.
        let methods = params.contains("within") ? ["log.list"] : ["log.list", "events.watch"]
        for method in methods {
            let error = try #require(try await desk.ask(method, params).error)
            #expect(error.data.error == word)
            #expect(error.code == code)
            #expect(error.data.figures?["nearest"] == nearest)
            #expect(
                error.data.hint?.contains("did you mean \(nearest ?? "?")?") ?? false
                    == (nearest != nil))
        }
    }

    private static let monitor =
        #"{"monitor":"shop","client":"acme","check":{"type":"tcp","host":"127.0.0.1","port":9}}"#

    /// Records: 1 client, 2 manager, 3 contract, 4 ticket of level 3, 5 engineer, 6 monitor, 7 the
    /// ticket assigned, 8 its level changed to 2, 9 an entry, 10 a ticket on demand, 11 a note on it by
    /// the engineer, 12 the monitor removed.
    private static func eventfulDesk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let emil = Caller(uid: 1002, name: "emil", owner: 1000)
        for (method, params, caller) in [
            ("staff.add", #"{"staff":"emil","role":"engineer","user":"emil"}"#, nil),
            ("monitor.add", monitor, nil),
            ("ticket.assign", #"{"ticket":1,"to":"emil"}"#, nil),
            ("ticket.level", #"{"ticket":1,"level":2}"#, nil),
            ("time.add", #"{"ticket":1,"minutes":30}"#, emil),
            (
                "ticket.open",
                #"{"client":"acme","level":4,"subject":"x","on_demand":true}"#, nil
            ),
            ("ticket.note", #"{"ticket":2,"text":"seen"}"#, emil),
            ("monitor.remove", #"{"monitor":"shop"}"#, nil),
        ] as [(String, String, Caller?)] {
            let done =
                if let caller {
                    try await desk.ask(method, params, by: caller)
                } else {
                    try await desk.ask(method, params)
                }
            #expect(done.error == nil, "\(method)")
        }
        return desk
    }

    @Test(
        "each choice means what it says, and several mean all of them",
        arguments: [
            (#""contract":"1""#, [3, 4, 7, 8, 9]), (#""contract":"acme""#, [3, 4, 7, 8, 9]),
            (#""monitor":"shop""#, [6, 12]), (#""level":4"#, [10, 11]), (#""level":3"#, [4, 8]),
            (#""level":[2,4]"#, [7, 8, 9, 10, 11]), (#""assignee":"emil""#, [4, 7, 8, 9]),
            (#""staff":"emil""#, [9, 11]), (#""staff":"emil","contract":"1""#, [9]),
            (#""type":"ticket","assignee":"emil","level":2"#, [7, 8]),
            (#""ticket":1,"level":4"#, []), (#""client":"acme","type":"monitor""#, [6, 12]),
        ] as [(String, [Int])])
    func chosen(choice: String, records: [Int]) async throws {
        let desk = try await Self.eventfulDesk()
        let result = try await desk.ask("log.list", "{\(choice)}").result
        let found = result?[member: "records"]?.elements.compactMap { $0[member: "seq"]?.int }
        #expect(found == records)
    }

    @Test("people who left can be chosen, and a ticket given on is the next person's")
    func left() async throws {
        let desk = try await Self.eventfulDesk()
        for (method, params) in [
            ("ticket.assign", #"{"ticket":1,"to":"mia"}"#), ("staff.remove", #"{"staff":"emil"}"#),
        ] {
            #expect(try await desk.ask(method, params).error == nil, "\(method)")
        }
        func sequences(_ params: String) async throws -> [Int]? {
            let result = try await desk.ask("log.list", params).result
            return result?[member: "records"]?.elements.compactMap { $0[member: "seq"]?.int }
        }
        // `emil` is two letters from `mia`, who is there; an entry tells them apart.
        #expect(try await sequences(#"{"staff":"emil"}"#) == [9, 11])
        #expect(try await sequences(#"{"assignee":"emil"}"#) == [7])
        #expect(try await sequences(#"{"assignee":"mia"}"#) == [4, 8, 9, 13])
        #expect(try await sequences(#"{"staff":"nobody-of-before"}"#) == [])
        let watch = try await desk.ask("events.watch", #"{"staff":"emil","since":0}"#)
        #expect(watch.error == nil)
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
