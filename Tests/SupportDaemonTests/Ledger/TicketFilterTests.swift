import SupportDaemon
import SupportJSON
import SupportWire
import Testing

/// Which tickets a list shows, and in which order.
struct TicketFilterTests {
    private static func desk() async throws -> LedgerUnderTest {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        for (method, params) in [
            ("client.add", #"{"client":"boot","name":"Boot"}"#),
            (
                "ticket.open",
                #"{"client":"boot","level":1,"subject":"Shop down","body":"the Cart","on_demand":true}"#
            ),
            (
                "ticket.open",
                #"{"client":"acme","level":2,"subject":"Slow CART","contract":1}"#
            ),
            ("ticket.assign", #"{"ticket":3,"to":"mia"}"#),
            ("plan.set", #"{"ticket":3,"week":"next"}"#),
            ("ticket.resolve", #"{"ticket":2}"#),
        ] {
            let answer = try await desk.ask(method, params)
            try #require(answer.error == nil, "\(method): \(String(describing: answer.error))")
        }
        return desk
    }

    @Test(arguments: [
        ("{}", [3, 1]), (#"{"all":true}"#, [3, 2, 1]),
        (#"{"all":true,"level":[1,2]}"#, [3, 2]), (#"{"all":true,"level":3}"#, [1]),
        (#"{"state":["resolved","active"]}"#, [3, 2]), (#"{"state":"resolved"}"#, [2]),
        (#"{"all":true,"search":"cart"}"#, [3, 2]), (#"{"search":"CaRt"}"#, [3]),
        (#"{"search":"nowhere"}"#, []), (#"{"unassigned":true}"#, [1]),
        (#"{"unassigned":false}"#, [3, 1]),
        (#"{"search":"slow car"}"#, [3]), (#"{"search":"art"}"#, []),
        (#"{"all":true,"search":"THE cart"}"#, [2]),
        (#"{"due_before":"2026-10-05"}"#, []), (#"{"sort":"due"}"#, [1, 3]),
        (#"{"all":true,"sort":"client","after":3}"#, [1, 2]), (#"{"after":3}"#, [1]),
        (#"{"all":true,"sort":"oldest","after":2}"#, [3]), (#"{"sort":"week","after":3}"#, [1]),
        (#"{"all":true,"sort":"newest"}"#, [3, 2, 1]),
        (#"{"all":true,"sort":"oldest"}"#, [1, 2, 3]),
        (#"{"all":true,"sort":"client"}"#, [3, 1, 2]),
        (#"{"all":true,"sort":"assignee"}"#, [3, 2, 1]),
        (#"{"all":true,"sort":"week"}"#, [3, 1, 2]),
        (#"{"all":true,"sort":"oldest","limit":1}"#, [1]),
    ])
    func isListed(params: String, numbers: [Int]) async throws {
        let desk = try await Self.desk()
        let result = try #require(try await desk.ask("ticket.list", params).result)
        let listed = result[member: "tickets"]?.elements.compactMap { $0[member: "ticket"]?.int }
        #expect(listed == numbers)
        #expect(result[member: "more"]?.bool == params.contains("limit"))
    }

    @Test func levelsComeInTheirOrder() async throws {
        let desk = try await Self.desk()
        let result = try #require(
            try await desk.ask("ticket.list", #"{"all":true,"sort":"level"}"#).result)
        let levels =
            result[member: "tickets"]?.elements.compactMap { $0[member: "level"]?.int } ?? []
        #expect(levels == levels.sorted() && levels.count == 3)
    }

    @Test(arguments: [
        #"{"unassigned":true,"assignee":"mia"}"#, #"{"search":" "}"#, #"{"level":[]}"#,
        #"{"level":[1,9]}"#, #"{"state":["open","lost"]}"#, #"{"sort":"size"}"#,
    ])
    func isRefused(params: String) async throws {
        let desk = try await Self.desk()
        let error = try #require(try await desk.ask("ticket.list", params).error)
        #expect(error.code == .usage)
        #expect(error.data.error == "bad-parameters")
    }

    @Test func anUnknownAssigneeIsNamedWithTheNearest() async throws {
        let desk = try await Self.desk()
        let error = try #require(try await desk.ask("ticket.list", #"{"assignee":"mja"}"#).error)
        #expect(error.data.error == "unknown-staff")
        #expect(error.data.figures == ["nearest": "mia"])
    }

    @Test("what is so already is answered as such, with the key and without a record")
    func unchanged() async throws {
        let desk = try await Self.desk()
        let count = desk.log.submitted.count
        for (method, params) in [
            ("ticket.assign", #"{"ticket":3,"to":"mia","idempotency_key":"k"}"#),
            ("ticket.level", #"{"ticket":3,"level":2}"#), ("ticket.resolve", #"{"ticket":2}"#),
            ("ticket.assign", #"{"ticket":3,"to":"mia","dry_run":true}"#),
        ] {
            let answer = try await desk.ask(method, params)
            #expect(answer.result?[member: "unchanged"]?.bool == true, "\(method)")
        }
        #expect(desk.log.submitted.count == count)
        let changed = try await desk.ask("ticket.level", #"{"ticket":3,"level":4}"#)
        #expect(changed.result?[member: "unchanged"] == nil)
        #expect(desk.log.submitted.count == count + 1)
        let listed = try await desk.ask("ticket.list")
        #expect(!listed.text.contains("unchanged"))
    }
}
