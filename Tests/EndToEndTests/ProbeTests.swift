import Glibc
import SupportJSON
import SupportTestKit
import Testing

/// Monitoring with the real worker: a site that goes down and recovers, and a disk that is too
/// full.
struct ProbeTests {
    @Test(
        "a site that goes down opens one ticket, and one only, across a restart; back, it resolves")
    func siteDown() throws {
        let site = try PageServer()
        let desk = try RunningDesk(.init(startsWorker: true))
        var client = try Self.watching(site, desk)
        site.stop()
        #expect(try Self.state("shop", client, becomes: "down"))
        let ticket = try #require(try Self.tickets(client).first)
        #expect(ticket.at("level")?.int == 1)
        #expect(ticket.at("source")?.string == "monitor")
        #expect(ticket.at("monitor")?.string == "shop")
        try desk.restart()
        client = try desk.client()
        #expect(
            try RunningProgram.eventually {
                try Self.show("shop", client).at("last_look", "streak")?.int ?? 0 >= 4
            }, "it is probed again")
        #expect(try Self.state("shop", client, becomes: "down"))
        #expect(try Self.tickets(client).count == 1)
        try site.start()
        #expect(try Self.state("shop", client, becomes: "up"))
        let resolved = try Self.tickets(client)
        #expect(resolved.compactMap { $0.at("state")?.string } == ["resolved"])
        #expect(try client.result("desk.verify").at("differences")?.array.isEmpty == true)
    }

    @Test("a ticket that somebody has touched stays open with a note when the site is back")
    func touched() throws {
        let site = try PageServer()
        let desk = try RunningDesk(.init(startsWorker: true))
        let client = try Self.watching(site, desk)
        site.answer(status: 500)
        #expect(try Self.state("shop", client, becomes: "down"))
        let number = try #require(try Self.tickets(client).first?.at("ticket")?.int)
        try client.result("ticket.assign", #"{"ticket":\#(number),"to":"eve"}"#)
        let before = try Self.history(number, client)
        site.answer(status: 200)
        #expect(try Self.state("shop", client, becomes: "up"))
        let shown = try client.result("ticket.show", #"{"ticket":\#(number)}"#)
        #expect(["open", "active"].contains(shown.at("ticket", "state")?.string))
        #expect(try Self.history(number, client) == before + 1)
    }

    @Test("a worker that is killed is started again, and the desk loses nothing")
    func workerKilled() throws {
        let site = try PageServer()
        let desk = try RunningDesk(.init(startsWorker: true))
        let client = try Self.watching(site, desk)
        let worker = try #require(RunningProgram.children(of: desk.process).first)
        let log = try client.wholeLog().map(\.rawText)
        let seen = try Self.show("shop", client).at("last_look", "at")
        kill(worker, SIGKILL)
        #expect(
            RunningProgram.eventually {
                RunningProgram.children(of: desk.process).contains { $0 != worker }
            })
        site.stop()
        #expect(try Self.state("shop", client, becomes: "down"), "observations go on")
        #expect(seen != nil)
        #expect(try client.wholeLog().prefix(log.count).map(\.rawText) == log)
        #expect(try Self.tickets(client).count == 1)
    }

    @Test("a disk with less room than wanted opens a ticket of Level 2")
    func fullDisk() throws {
        let desk = try RunningDesk(.init(startsWorker: true))
        let client = try desk.signedClient()
        try client.result(
            "monitor.add",
            """
            {"monitor":"disk","client":"acme","every":1000,"retry":1000,
             "check":{"type":"disk","path":"/","free_percent_min":100}}
            """.replacingNewlines)
        #expect(try Self.state("disk", client, becomes: "down"))
        #expect(try Self.tickets(client).compactMap { $0.at("level")?.int } == [2])
        try client.result("monitor.remove", #"{"monitor":"disk"}"#)
        #expect(try client.call("monitor.show", #"{"monitor":"disk"}"#).code == 3)
    }

    /// A client of a desk that has found the monitored site `shop` up.
    private static func watching(_ site: PageServer, _ desk: RunningDesk) throws -> WireClient {
        let client = try desk.signedClient()
        try watch(site, "shop", client)
        #expect(try state("shop", client, becomes: "up"))
        return client
    }

    private static func watch(_ site: PageServer, _ name: String, _ client: WireClient) throws {
        try client.result(
            "monitor.add",
            """
            {"monitor":"\(name)","client":"acme","every":1000,"retry":1000,"timeout":2000,\
            "check":{"type":"http","url":"\(site.url)","status_lowest":200,"status_highest":399,\
            "follows_redirects":true}}
            """)
    }

    private static func show(_ name: String, _ client: WireClient) throws -> JSONValue {
        try client.result("monitor.show", #"{"monitor":"\#(name)"}"#)
    }

    private static func state(
        _ name: String, _ client: WireClient, becomes wanted: String
    ) throws -> Bool {
        try RunningProgram.eventually(within: .seconds(30)) {
            try show(name, client).at("state")?.string == wanted
        }
    }

    /// The tickets that monitors opened.
    private static func tickets(_ client: WireClient) throws -> [JSONValue] {
        let all = try client.result("ticket.list", #"{"all":true}"#).at("tickets")?.array ?? []
        return all.filter { $0.at("monitor") != nil }
    }

    private static func history(_ ticket: Int, _ client: WireClient) throws -> Int {
        try client.result("ticket.show", #"{"ticket":\#(ticket)}"#).at("history")?.array.count ?? 0
    }
}

extension String {
    /// The text on one line.
    fileprivate var replacingNewlines: String { split(separator: "\n").joined(separator: " ") }
}
