import FoundationEssentials
import SupportSystem
import SupportTestKit
import Testing

/// A desk on which nothing happens.
struct IdleTests {
    /// How often the threads of processes have gone to sleep, by process and thread.
    private func rests(of processes: [Int32]) -> [String: Int] {
        var rests: [String: Int] = [:]
        for process in processes {
            let tasks = "/proc/\(process)/task"
            for thread in (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? [] {
                let path = "\(tasks)/\(thread)/status"
                let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
                let line = text.split(separator: "\n").first {
                    $0.hasPrefix("voluntary_ctxt_switches:")
                }
                let name = text.split(separator: "\n").first ?? ""
                rests["\(process) \(name) \(thread)"] = line?.split(separator: "\t").last
                    .flatMap { Int($0) }
            }
        }
        return rests
    }

    @Test("an idle desk and its worker are woken at most once in ten seconds, all threads together")
    func rarelyWoken() throws {
        let desk = try RunningDesk(.init(clock: nil, startsWorker: true))
        let client = try desk.client()
        #expect(
            try RunningProgram.eventually {
                try client.result("desk.status").at("worker_load", "monitors")?.int == 0
            }, "the worker reports once that it has no monitors")
        #expect(
            try RunningProgram.eventually {
                try client.result("desk.status").at("verified") != nil
            }, "what a start leaves to be done is done")
        let processes = [desk.process] + RunningProgram.children(of: desk.process)
        #expect(processes.count == 2)
        // What was just asked is over, and what follows of it.
        ThisProcess.pause(.milliseconds(500))
        let before = rests(of: processes)
        ThisProcess.pause(.seconds(4))
        let after = rests(of: processes)
        #expect(before.count > 10 && Set(before.keys) == Set(after.keys))
        let woken = after.filter { $0.value != before[$0.key] }
        let count = woken.reduce(0) { $0 + $1.value - (before[$1.key] ?? 0) }
        #expect(count <= 1, "\(woken.keys.sorted())")
    }
}
