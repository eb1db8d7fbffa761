import FoundationEssentials
import SupportSystem
import SupportTestKit
import Testing

/// Clients that hold on to what is not theirs alone: time, memory, connections.
struct HostileClientTests {
    @Test("a client that sends half a line and then nothing receives the reason and is cut off")
    func halfLine() throws {
        let desk = try RunningDesk(.init(configuration: "[limits]\nline_seconds = 1\n"))
        let client = try desk.client()
        try client.send(Array(#"{"jsonrpc":"2.0","#.utf8))
        let reply = try client.receive()
        #expect(reply.error == "line-timed-out")
        #expect(reply.code == 6)
        #expect(client.isClosed())
        let watcher = try desk.client()
        try watcher.result("events.watch")
        try watcher.send([32])
        #expect(try watcher.receive().error == "line-timed-out")
        #expect(watcher.isClosed(), "also a watcher")
    }

    @Test("a stream without a newline is refused, closed, and takes no memory")
    func endlessLine() throws {
        let isFull = ProcessInfo.processInfo.environment["SUPPORTD_HOSTILE_FULL"] != nil
        let desk = try RunningDesk()
        try desk.client().result("clock.show")
        let before = desk.residentKiB
        let chunk = [UInt8](repeating: 97, count: 1_048_576)
        let client = try desk.client()
        var sent = 0
        while sent < (isFull ? 1024 : 64), (try? client.send(chunk)) != nil { sent += 1 }
        #expect(sent < 64, "it was cut off soon")
        #expect(try client.receive().error == "line-too-long")
        #expect(client.isClosed())
        #expect(desk.residentKiB - before < 24_576)
        #expect(try desk.client().call("clock.show").result != nil)
    }

    @Test("lines that do not end hold no more together than one user may, the oldest goes first")
    func manyHalfLines() throws {
        let desk = try RunningDesk()
        let other = try desk.client()
        try other.result("clock.show")
        let before = desk.residentKiB
        let head = Array(#"{"jsonrpc":"2.0","id":1,"method":"ticket.import","params":{"x":""#.utf8)
        let half = head + [UInt8](repeating: 97, count: 4_000_000)
        var clients: [WireClient] = []
        for _ in 1...30 {
            let client = try desk.client()
            try client.send(half)
            clients.append(client)
        }
        let first = try clients[0].receive()
        #expect(first.error == "unfinished-lines")
        #expect(first.message.contains("16777216"))
        #expect(clients[0].isClosed())
        #expect(desk.residentKiB - before < 65_536)
        try clients[29].sendLine("\"}}")
        #expect(try clients[29].receive().error == "bad-parameters", "the newest may end")
        #expect(try other.call("clock.show").result != nil)
    }

    @Test("what one user's clients leave unread is bounded, and cut off, however many they are")
    func manyNeverRead() throws {
        let desk = try RunningDesk(.init(configuration: "[limits]\nunread_seconds = 1\n"))
        let owner = try desk.signedClient()
        let body = String(repeating: "b", count: 32_000)
        for _ in 1...100 {
            try owner.result(
                "ticket.open", #"{"client":"acme","level":4,"subject":"s","body":"\#(body)"}"#)
        }
        let before = desk.residentKiB
        // Each asks for some 60 MiB in parts of 3 MiB and reads none of it.
        let deaf = try (1...40).map { _ in try desk.client() }
        for client in deaf {
            for _ in 1...20 { try client.request("ticket.export", #"{"limit":1000}"#) }
        }
        #expect(
            RunningProgram.eventually { desk.residentKiB - before > 4096 }, "answers were made")
        #expect(desk.residentKiB - before < 102_400)
        #expect(RunningProgram.eventually { (try? owner.call("clock.show").result) != nil })
        #expect(RunningProgram.eventually { (try? owner.call("ticket.list").result) != nil })
        #expect(desk.residentKiB - before < 102_400)
    }

    @Test("a client that never reads its answers is read no further, then cut off")
    func neverReads() throws {
        let desk = try RunningDesk(
            .init(configuration: "[limits]\nunread_seconds = 1\nunread_bytes = 262144\n"))
        let other = try desk.signedClient()
        let subject = String(repeating: "s", count: 200)
        for _ in 1...150 {
            try other.result(
                "ticket.open", #"{"client":"acme","level":4,"subject":"\#(subject)"}"#)
        }
        let before = desk.residentKiB
        let deaf = try WireClient(desk.socket, patience: .milliseconds(200))
        func sendsUntil(_ fault: (SocketFault) -> Bool) -> Bool {
            do throws(SocketFault) {
                for _ in 1...50_000 { try deaf.request("ticket.list", #"{"limit":10000}"#) }
                return false
            } catch {
                return fault(error)
            }
        }
        let isHeldBack = sendsUntil {
            if case .timedOut = $0 { true } else { $0 == .closedByPeer }
        }
        #expect(isHeldBack, "it was not read for ever")
        #expect(try other.call("desk.status").result != nil, "others are served meanwhile")
        #expect(desk.residentKiB - before < 65_536)
        #expect(RunningProgram.eventually { sendsUntil { $0 == .closedByPeer } }, "cut off")
        #expect(try other.call("desk.status").result != nil)
    }

    @Test("a client that is slow only because the desk is busy with it is not cut off")
    func busyWithIt() throws {
        let desk = try RunningDesk(.init(configuration: "[limits]\nline_seconds = 1\n"))
        let client = try desk.signedClient()
        for number in 1...400 {
            try client.request(
                "ticket.open", #"{"client":"acme","level":4,"subject":"number \#(number)"}"#)
        }
        for _ in 1...400 { _ = try client.receive() }
        // More than one read takes, so that a read ends inside a line; more than a second's work.
        let count = 250
        let padding = String(repeating: " ", count: 530)
        let lines = (1...count).map {
            WireClient.line($0, "queue.list", #"{"limit":400\#(padding)}"#) + "\n"
        }
        try client.send(Array(lines.joined().utf8))
        for number in 1...count {
            let reply = try client.receive(within: .seconds(60))
            guard reply.error == nil else {
                Issue.record("answer \(number): \(reply.text.prefix(200))")
                break
            }
        }
    }

    @Test("one user's connections are bounded, and one that ends makes room")
    func connectionsOfOneUser() throws {
        let desk = try RunningDesk(.init(configuration: "[limits]\nconnections_per_user = 3\n"))
        var clients = try admitted(3, desk)
        let fourth = try desk.client()
        #expect(fourth.hello.error == "too-many-connections")
        #expect(fourth.isClosed())
        #expect(try clients[0].call("clock.show").result != nil)
        clients.removeLast()
        clients += try admitted(1, desk)
        #expect(try clients[2].call("clock.show").result != nil)
    }

    @Test("watchers that go away without a word leave no connection behind")
    func watchersThatGo() throws {
        let desk = try RunningDesk(.init(configuration: "[limits]\nconnections_per_user = 3\n"))
        for _ in 1...5 {
            let watchers = try admitted(3, desk)
            for watcher in watchers { try watcher.result("events.watch") }
        }
        #expect(try admitted(3, desk).count == 3)
    }

    /// So many connections that were let in, however long the last ones take to be forgotten.
    private func admitted(_ count: Int, _ desk: RunningDesk) throws -> [WireClient] {
        var clients: [WireClient] = []
        let deadline = Deadline(after: .seconds(20))
        while clients.count < count, !deadline.isOver {
            guard let client = try? desk.client() else { continue }
            if client.hello.method == "desk.hello" { clients.append(client) }
        }
        try #require(clients.count == count, "a connection that ended was not forgotten")
        return clients
    }
}
