import Foundation
import Glibc
import SupportJSON
import SupportTestKit
import Testing

/// A worker that is stopped, so that its loop never continues.
struct WorkerHangTests {
    private static func state(_ client: WireClient) throws -> String? {
        try client.result("monitor.show", #"{"monitor":"shop"}"#).at("state")?.string
    }

    /// A desk whose worker has reported the shop as up.
    private static func watched(_ site: PageServer) throws -> (RunningDesk, WireClient) {
        let desk = try RunningDesk(.init(startsWorker: true))
        let client = try desk.signedClient()
        // Rare enough that the monitor is not probed by chance right after the gap.
        try client.result(
            "monitor.add",
            #"{"monitor":"shop","client":"acme","every":1000,"retry":1000,"timeout":1000,"failures":1,"#
                + #""check":{"type":"http","url":"\#(site.url)","status_lowest":200,"#
                + #""status_highest":399,"follows_redirects":true}}"#)
        #expect(try RunningProgram.eventually { try state(client) == "up" })
        return (desk, client)
    }

    @Test("a worker that hangs is killed and replaced, and nothing is known meanwhile")
    func hung() throws {
        let site = try PageServer()
        let (desk, client) = try Self.watched(site)
        let worker = try #require(RunningProgram.children(of: desk.process).first)
        kill(worker, SIGSTOP)
        #expect(
            RunningProgram.eventually(within: .seconds(30)) {
                !RunningProgram.children(of: desk.process).contains(worker)
            }, "the hung one is gone")
        #expect(
            try RunningProgram.eventually {
                let state = try Self.state(client)
                return RunningProgram.children(of: desk.process).count == 1 && state == "up"
            }, "another one probes again")
        let log = try client.wholeLog().map(\.rawText)
        let gap = try #require(log.firstIndex { $0.contains("monitoring.interrupted") })
        #expect(log[gap].contains("the worker hung"))
        #expect(log[gap...].contains { $0.contains("monitor.state-changed") }, "unknown until then")
        #expect(!log.contains { $0.contains(#""source":"monitor""#) }, "a gap opens nothing")
        #expect(desk.log.contains("the worker hangs and is replaced"))
        #expect(desk.log.contains("killed by signal 9"))
    }

    @Test("what status says while the worker is hung, gone and back")
    func status() throws {
        let site = try PageServer()
        let (desk, client) = try Self.watched(site)
        func worker() throws -> JSONValue { try client.result("desk.status") }
        #expect(try worker().at("worker", "connected")?.bool == true)
        #expect(
            try RunningProgram.eventually {
                try worker().at("worker_load", "monitors")?.int == 1
            }, "it reports its load")
        let first = try #require(RunningProgram.children(of: desk.process).first)
        kill(first, SIGSTOP)
        var said: Set<String> = []
        #expect(
            try RunningProgram.eventually(within: .seconds(30)) {
                let status = try worker()
                if status.at("worker", "silent_seconds") != nil { said.insert("silent") }
                said.insert(status.at("worker", "note")?.string ?? "")
                let isBack = !RunningProgram.children(of: desk.process).contains(first)
                let state = try Self.state(client)
                return isBack && status.at("worker_load", "monitors")?.int == 1 && state == "up"
            })
        let words = said.sorted()
        #expect(words.contains { $0 == "silent" }, "\(words)")
        #expect(words.contains { $0 == "in place of one that hung" }, "\(words)")
    }

    @Test("a desk that was stopped itself does not kill its worker for it")
    func deskStopped() throws {
        let site = try PageServer()
        let (desk, client) = try Self.watched(site)
        let worker = try #require(RunningProgram.children(of: desk.process).first)
        desk.signal(SIGSTOP)
        sleep(11)
        desk.signal(SIGCONT)
        #expect(try client.call("clock.show").result != nil)
        sleep(2)
        #expect(RunningProgram.children(of: desk.process) == [worker])
        #expect(!desk.log.contains("the worker hangs"))
    }

    @Test("no thread of the desk asks for a priority that the unit does not allow")
    func priorities() throws {
        let desk = try RunningDesk()
        let client = try desk.signedClient()
        _ = try client.result("ticket.list")
        _ = try client.result("desk.snapshot")
        // As root a thread gets the priority that it sets; otherwise it is refused, and that is
        // logged.
        let threads = RunningProgram.threads(of: desk.process)
        #expect(threads.count > 3)
        let least = threads.map(\.nice).min() ?? 0
        let unit = try String(contentsOfFile: Self.unit, encoding: .utf8)
        let allowed = try #require(
            unit.firstMatch(of: /\nLimitNICE=(-?\d+)\n/).flatMap { Int($0.1) })
        #expect(least >= allowed)
        // The manager of dispatch's timers and signals, and no task of the desk's own.
        #expect(threads.count { $0.nice < 0 } <= 1, "\(threads)")
    }

    private static let unit = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../systemd/supportd.service").path
}
