import FoundationEssentials
import Glibc
import SupportTestKit
import Testing

/// What the daemon does with a state directory that is taken, damaged, emptied or snapshotted.
struct StateDirectoryTests {
    @Test("a second daemon on the same directory is refused and changes nothing")
    func secondOnState() throws {
        let first = try RunningDesk()
        try first.client().sign()
        let last = try #require(try first.client().hello.params?.at("seq")?.int)
        let before = try Self.contentsAtRest(first.state, after: last)
        let refused = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(.init(state: first.state))
        }
        #expect(refused.end == .exited(status: 69))
        #expect(refused.log.contains(first.state))
        #expect(try Self.contents(first.state) == before)
        #expect(try first.client().call("desk.status").result != nil)
    }

    @Test("a second daemon on the same socket is refused, and the first goes on")
    func secondOnSocket() throws {
        let first = try RunningDesk()
        let refused = try #require(throws: RunningDesk.StartFault.self) {
            try RunningDesk(.init(socket: first.socket))
        }
        #expect(refused.end == .exited(status: 69))
        #expect(refused.log.contains("another desk may be running"))
        #expect(try first.client().call("desk.status").result != nil)
    }

    /// The first segment of a journal.
    private struct Segment {
        let name: String
        let path: String
        var bytes: [UInt8]
        /// How many of its bytes hold records.
        let used: Int

        func write() throws { try Data(bytes).write(to: URL(filePath: path)) }
    }

    /// The journal of a desk that has signed a contract and was killed.
    private static func segment(ofKilled desk: RunningDesk) throws -> Segment {
        try desk.client().sign()
        desk.kill()
        let name = try #require(try segments(desk.state).first)
        let path = "\(desk.state)/\(name)"
        let bytes = try read(path)
        return Segment(name: name, path: path, bytes: bytes, used: bytes.prefix { $0 != 0 }.count)
    }

    @Test("a damaged byte before the end refuses the start, naming the file and the place")
    func damagedByte() throws {
        let desk = try RunningDesk()
        var journal = try Self.segment(ofKilled: desk)
        journal.bytes[journal.used / 2] ^= 1
        try journal.write()
        let before = try Self.contents(desk.state)
        let refused = try desk.startRefused()
        #expect(refused.end == .exited(status: 65))
        #expect(refused.log.contains("\(journal.name) at byte "))
        #expect(try Self.contents(desk.state) == before)
        journal.bytes[journal.used / 2] ^= 1
        try journal.write()
        try desk.start()
        #expect(try desk.client().wholeLog().count == 5)
    }

    @Test("a torn last record is put aside, and said")
    func tornTail() throws {
        let desk = try RunningDesk()
        var journal = try Self.segment(ofKilled: desk)
        for index in (journal.used - 20)..<journal.used { journal.bytes[index] = 0 }
        try journal.write()
        // A power cut may take the mark of what it did not take.
        try FileManager.default.removeItem(atPath: "\(desk.state)/durable.json")
        try desk.start()
        #expect(try desk.client().hello.params?.at("seq")?.int == 4)
        #expect(desk.log.contains("recovery"))
        let client = try desk.client()
        try client.result("ticket.open", #"{"client":"acme","level":3,"subject":"again"}"#)
        #expect(try client.result("desk.verify").at("records")?.int == 5)
    }

    @Test("a directory that has lost its journal, or its marker, is not taken for a new desk")
    func emptied() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        desk.kill()
        let aside = "\(desk.directory)/aside"
        for name in try Self.segments(desk.state) { rename("\(desk.state)/\(name)", aside + name) }
        let journal = try desk.startRefused()
        #expect(journal.end == .exited(status: 65))
        #expect(journal.log.contains(desk.state))
        #expect(try Self.segments(desk.state).isEmpty)
        for name in ["journal-00000000000000000001.jsonl"] {
            rename(aside + name, "\(desk.state)/\(name)")
        }
        rename("\(desk.state)/initialised", aside)
        let marker = try desk.startRefused()
        #expect(marker.end == .exited(status: 65))
        #expect(marker.log.contains("initialised"))
        rename(aside, "\(desk.state)/initialised")
        try desk.start()
        #expect(try desk.client().wholeLog().count == 5)
    }

    /// A desk that checks itself three times in its watchdog's time.
    private static func watchful() throws -> RunningDesk {
        let desk = try RunningDesk(.init(wrapper: ["/usr/bin/env", "WATCHDOG_USEC=900000"]))
        try desk.client().sign()
        return desk
    }

    private static let note = #"{"ticket":1,"text":"x"}"#

    @Test(
        "files that are removed from under a running desk are missed: no change, and no clean end")
    func removed() throws {
        let desk = try Self.watchful()
        let client = try desk.client()
        for name in try Self.contents(desk.state).keys { unlink("\(desk.state)/\(name)") }
        #expect(
            try RunningProgram.eventually {
                try client.call("ticket.note", Self.note).error == "cannot-store"
            })
        let words = "files of the state directory are gone"
        #expect(try client.result("desk.status").at("storage")?.string?.hasPrefix(words) == true)
        #expect(try client.result("ticket.show", #"{"ticket":1}"#).rawText.contains("Search"))
        #expect(RunningProgram.eventually { desk.log.contains("\(words): changes are refused") })
        #expect(desk.terminate() == .exited(status: 74))
        #expect(desk.log.contains("at the stop \(words): "))
        #expect(try desk.startRefused().end == .exited(status: 78))
    }

    @Test("a file that is moved away and back again is missed meanwhile")
    func movedAway() throws {
        let desk = try Self.watchful()
        let client = try desk.client()
        rename("\(desk.state)/initialised", "\(desk.directory)/aside")
        func isTaken() throws -> Bool {
            try client.call("ticket.note", Self.note).error != "cannot-store"
        }
        #expect(try RunningProgram.eventually { try !isTaken() })
        rename("\(desk.directory)/aside", "\(desk.state)/initialised")
        #expect(try RunningProgram.eventually { try isTaken() })
        #expect(desk.terminate() == .exited(status: 0))
    }

    @Test("a file that goes just before the stop is missed at the stop")
    func removedAtTheEnd() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        unlink("\(desk.state)/initialised")
        #expect(desk.terminate() == .exited(status: 74))
    }

    @Test("a snapshot changes nothing of what the desk says")
    func snapshot() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        _ = try client.book(100)
        try client.result("ticket.assign", #"{"ticket":1,"to":"eve"}"#)
        try client.advance(days: 40)
        _ = try client.book(30)
        let before = try Self.answers(client)
        let seq = try #require(try client.result("desk.snapshot").at("seq")?.int)
        try desk.restart()
        #expect(desk.log.contains("snapshot=\(seq)"), "the start used it")
        #expect(try Self.answers(try desk.client()) == before)
        try desk.client().result("desk.snapshot")
        #expect(try desk.client().book(5).result != nil)
        try desk.restart()
        #expect(try desk.client().result("desk.verify").at("differences")?.array.isEmpty == true)
    }

    @Test("a snapshot of a desk where nothing has happened is nothing")
    func snapshotOfNothing() throws {
        let desk = try RunningDesk()
        #expect(try desk.client().result("desk.snapshot").at("seq")?.int == 0)
        #expect(try desk.client().result("desk.verify").at("records")?.int == 0)
    }

    @Test("snapshots that many ask for at once, while others write")
    func snapshotsAtOnce() throws {
        let desk = try RunningDesk()
        try desk.client().sign()
        let clients = try (1...8).map { _ in try desk.client() }
        for _ in 1...5 {
            for client in clients {
                try client.request("desk.snapshot")
                try client.request("ticket.note", #"{"ticket":1,"text":"x"}"#)
            }
        }
        for client in clients {
            for _ in 1...10 { #expect(try client.receive().result != nil) }
        }
        try desk.restart()
        #expect(try desk.client().result("desk.verify").at("records")?.int == 45)
    }

    @Test("a desk that was asked to end ends well, and everything is there")
    func terminated() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        let before = try Self.answers(client)
        #expect(desk.terminate() == .exited(status: 0))
        #expect(client.isClosed())
        try desk.start()
        #expect(try Self.answers(try desk.client()) == before)
    }

    /// What a desk says of everything it holds.
    private static func answers(_ client: WireClient) throws -> [String] {
        let calls = [
            ("client.list", "{}"), ("staff.list", "{}"), ("contract.list", "{}"),
            ("ticket.list", #"{"all":true}"#), ("queue.list", "{}"), ("time.list", "{}"),
            ("ticket.show", #"{"ticket":1}"#), ("hours.show", #"{"contract":"acme"}"#),
            ("monitor.list", "{}"), ("log.list", #"{"limit":1000}"#),
        ]
        return try calls.map { try client.result($0.0, $0.1).rawText }
    }

    private static func segments(_ state: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: state)
            .filter { $0.hasPrefix("journal-") }.sorted()
    }

    private static func read(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }

    /// Every file of the directory with its content, trailing zeros aside.
    /// The contents once the desk has done what it does after its last acknowledgement: it marks the
    /// record as durable and readies the next segment.
    private static func contentsAtRest(
        _ state: String, after last: Int
    ) throws -> [String: [UInt8]] {
        for _ in 0..<1_000 {
            let found = try? contents(state)
            let mark = String(decoding: found?["durable.json"] ?? [], as: UTF8.self)
            let isReady = found?["journal-spare.tmp"] != nil && found?["durable.json.tmp"] == nil
            if let found, isReady, mark.contains(#""seq":\#(last),"#) { return found }
            usleep(10_000)
        }
        Issue.record("the desk does not come to rest")
        return try contents(state)
    }

    private static func contents(_ state: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: state)
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                (name, Array(try read("\(state)/\(name)").prefix { $0 != 0 }))
            })
    }
}
