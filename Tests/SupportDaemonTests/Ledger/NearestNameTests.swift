import SupportDaemon
import SupportWire
import Testing

/// The refusal of a name that the desk does not know names the nearest that it knows.
struct NearestNameTests {
    @Test(arguments: [
        ("client.show", #"{"client":"acm"}"#, "acme", "supportc client list shows them"),
        ("ticket.list", #"{"client":"acmee"}"#, "acme", "supportc client list shows them"),
        (
            "client.note", #"{"client":"amce","text":"x"}"#, "acme",
            "supportc client list shows them"
        ),
        (
            "package.show", #"{"package":"startr"}"#, "starter",
            "supportc package list shows them"
        ),
        ("service.show", #"{"service":"desing"}"#, "design", "supportc service list shows them"),
        ("ticket.lst", "{}", "ticket.list", "supportd-protocol(7) lists them"),
    ])
    func isNamed(method: String, params: String, nearest: String, way: String) async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let error = try #require(try await desk.ask(method, params).error)
        #expect(error.code == .notFound)
        #expect(error.data.hint == "did you mean \(nearest)? \(way)")
        #expect(error.data.figures == ["nearest": nearest])
        #expect(!desk.log.submitted.isEmpty)
    }

    @Test func aNameThatIsNearNothingStandsAlone() async throws {
        let desk = try LedgerUnderTest()
        try await desk.sign()
        let error = try #require(
            try await desk.ask("client.show", #"{"client":"nobody"}"#).error)
        #expect(error.message == "there is no client nobody")
        #expect(error.data.hint == "supportc client list shows them")
        #expect(error.data.figures == nil)
    }
}
