import FoundationEssentials
import SupportSystem
import SupportTestKit
import Testing

/// A daemon that runs out of descriptors: those who are connected are served, others wait.
struct DescriptorTests {
    private static let prlimit = "/usr/bin/prlimit"

    /// Changes how many descriptors a process may have open.
    private func limit(_ desk: RunningDesk, to count: String) throws {
        let run = try RunningProgram.run(
            Self.prlimit, ["--pid", "\(desk.process)", "--nofile=\(count)"])
        try #require(run.end == .exited(status: 0), "\(run.output)")
    }

    /// The processor time that a process has used, in clock ticks.
    private func ticks(_ process: Int32) -> Int {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }

    @Test(
        "without a descriptor left the desk serves on, idles, and takes connections again",
        .enabled(if: RunningProgram.exists(prlimit), "needs prlimit"))
    func noneLeft() throws {
        let desk = try RunningDesk(.init(startsWorker: true))
        let client = try desk.signedClient()
        let process = desk.process
        try limit(desk, to: "6:1024")
        // It is connected by the kernel and waits to be taken.
        let waiting = try BlockingSocket(
            connectingTo: desk.socket, lineBytesMax: 65_536, within: .seconds(5))
        let before = ticks(process)
        let pause = Deadline(after: .seconds(3))
        while !pause.isOver {
            try client.result("ticket.note", #"{"ticket":1,"text":"x"}"#)
            _ = try client.result("ticket.list")
            ThisProcess.pause(.milliseconds(50))
        }
        #expect(ticks(process) - before < 100, "it does not ask again and again")
        #expect(desk.log.contains("new connections wait"))
        #expect(desk.log.components(separatedBy: "new connections wait").count < 5)
        let shortage = try client.result("desk.status").at("shortage")?.string
        #expect(shortage?.hasPrefix("new connections wait: cannot take connections on") == true)
        try limit(desk, to: "1024:1024")
        #expect(RunningProgram.eventually { (try? desk.client()) != nil })
        #expect(try client.result("desk.status").at("shortage") == nil)
        #expect(desk.process == process, "it never ended")
        _ = waiting
    }

    @Test(
        "the limit is raised to what may be had, and connections are no more than it lets there be",
        .enabled(if: RunningProgram.exists(prlimit), "needs prlimit"))
    func fewAtTheStart() throws {
        let desk = try RunningDesk(.init(wrapper: [Self.prlimit, "--nofile=32:80"]))
        #expect(desk.log.contains("fewer connections are taken than configured"))
        var clients: [WireClient] = []
        while clients.count < 20, let client = try? desk.client() {
            guard client.hello.method == "desk.hello" else {
                #expect(client.hello.error == "too-many-connections")
                break
            }
            clients.append(client)
        }
        #expect(clients.count == 16)
        let shortage = try clients[0].result("desk.status").at("shortage")?.string
        #expect(shortage?.hasPrefix("16 connections are taken, not the configured 512") == true)
    }

    @Test(
        "with too few nothing is begun",
        .enabled(if: RunningProgram.exists(prlimit), "needs prlimit"))
    func tooFew() throws {
        let desk = try RunningDesk()
        #expect(desk.terminate() == .exited(status: 0))
        let home = try RunningPlace()
        let fault = try #require(throws: RunningDesk.StartFault.self) {
            _ = try RunningDesk(
                .init(wrapper: [Self.prlimit, "--nofile=71:71"], state: "\(home.path)/state"))
        }
        #expect(fault.end == .exited(status: 78))
        #expect(fault.log.contains("needs 72 or more; raise LimitNOFILE="))
    }
}
