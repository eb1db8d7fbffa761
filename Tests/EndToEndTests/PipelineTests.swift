import SupportSystem
import SupportTestKit
import Testing

/// Many requests in one go, and connections that end while one is being answered.
struct PipelineTests {
    @Test("more quick requests in one go than may wait are all answered, in order")
    func quickReads() throws {
        let desk = try RunningDesk()
        let client = try desk.client()
        let replies = try client.pipeline(Array(repeating: ("clock.show", "{}"), count: 1200))
        #expect(replies.compactMap { $0.root[member: "id"]?.int } == Array(1...1200))
        #expect(replies.allSatisfy { $0.result != nil })
    }

    @Test("changes in one go, more than may wait for the disk, are all answered, in order")
    func writes() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        let replies = try client.pipeline(
            (1...700).map { ("ticket.note", #"{"ticket":1,"text":"\#($0)"}"#) })
        #expect(replies.compactMap(\.seq) == Array(6...705))
        #expect(replies.compactMap { $0.root[member: "id"]?.int } == Array(1...700))
    }

    @Test("a change behind a list, and a list behind a change, are answered in order")
    func mixed() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        for last in ["ticket.note", "ticket.list", "clock.show", "no.such"] {
            let methods = [
                "ticket.list", "ticket.note", "clock.show", "ticket.list", "desk.verify",
            ]
            let requests = (methods + methods + [last]).map { method in
                (method, method == "ticket.note" ? #"{"ticket":1,"text":"x"}"# : "{}")
            }
            let replies = try client.pipeline(requests)
            #expect(replies.compactMap { $0.root[member: "id"]?.int } == Array(1...11))
        }
    }

    @Test("clients that leave while their list is being made do no harm")
    func leavingEarly() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        for _ in 1...300 {
            _ = try client.request("ticket.open", #"{"client":"acme","level":4,"subject":"s"}"#)
        }
        for _ in 1...300 { #expect(try client.receive().result != nil) }
        let process = desk.process
        for round in 1...60 {
            let leaver = try desk.client()
            try leaver.request(round % 2 == 0 ? "ticket.list" : "desk.verify", "{}")
            if round % 3 == 0 { try leaver.request("events.watch", #"{"since":0}"#) }
        }
        #expect(try client.call("desk.status").result != nil)
        #expect(desk.process == process)
    }

    @Test(
        "nothing is sent before it is durable: not the change, not a list that saw it, no event",
        .enabled(if: RunningProgram.exists("/usr/bin/strace"), "needs strace"))
    func gate() throws {
        let home = try RunningPlace.ofStoppedDesk()
        // Every sync but the first takes two seconds: before that nothing can be durable.
        let desk = try home.traced("fdatasync", "delay_enter=2000000:when=1+")
        let (writer, reader) = (try desk.client(), try desk.client())
        let watcher = try desk.client()
        try watcher.result("events.watch")
        let start = BootClock.now
        try writer.request("ticket.note", #"{"ticket":1,"text":"slow"}"#)
        let shown = try reader.call("ticket.show", #"{"ticket":1}"#)
        let sawIt = shown.resultText.contains("slow")
        if sawIt { #expect(BootClock.now - start > .seconds(1.5), "a read waits too") }
        #expect(try writer.receive().result != nil)
        #expect(BootClock.now - start > .seconds(1.5), "the answer waited for the sync")
        #expect(try watcher.receive().params?.at("seq")?.int == 6)
        #expect(BootClock.now - start > .seconds(1.5), "the event waited for the sync")
    }
}
