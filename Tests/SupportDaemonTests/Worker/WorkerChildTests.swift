import SupportDaemon
import SupportSystem
import SupportTestKit
import Testing

/// The worker process as the daemon's child.
struct WorkerChildTests {
    @Test("a worker that ends at once is started again, but ever more rarely")
    func backoff() throws {
        let seen = SeenLines()
        let child = WorkerChild(program: "/bin/false", socket: "/nowhere", logger: seen.logger) {
            _ in
        }
        let deadline = Deadline(after: .milliseconds(1500))
        var asked = 0
        while !deadline.isOver {
            child.keep()
            asked += 1
        }
        child.stop()
        #expect(asked > 100)
        #expect((2...4).contains(seen.count("a worker was started")))
        #expect(seen.count("the worker ended") >= 1)
    }

    @Test("a program that is not there is tried rarely, and said")
    func notThere() {
        let seen = SeenLines()
        let troubles = GuardedState<[String]>([])
        let child = WorkerChild(program: "/no/such", socket: "/nowhere", logger: seen.logger) {
            why in troubles.change { $0.append(why) }
        }
        for _ in 1...1000 { child.keep() }
        child.stop()
        #expect(seen.count("the worker could not be started") == 1)
        let told = troubles.withLock { $0 }
        #expect(told.count == 1)
        #expect(told.first?.hasPrefix("its program could not be started: ") ?? false, "\(told)")
        #expect(told.first?.contains("/no/such: No such file") ?? false, "\(told)")
    }

    @Test("a program that ends after each start is reported, but not for the first time")
    func endsAtOnce() throws {
        let seen = SeenLines()
        let troubles = GuardedState<[String]>([])
        let child = WorkerChild(program: "/bin/false", socket: "/nowhere", logger: seen.logger) {
            why in troubles.change { $0.append(why) }
        }
        let keeping = try WorkerThread(name: "keeping") { child.run() }
        #expect(RunningProgram.eventually { !troubles.withLock { $0.isEmpty } })
        #expect(seen.count("the worker ended") >= 2)
        child.stop()
        keeping.join()
        let told = troubles.withLock { $0 }
        #expect(told.first == "/bin/false ended soon after each start, exited with status 1")
    }

    @Test("after the stop nothing is started any more")
    func stopped() {
        let seen = SeenLines()
        let child = WorkerChild(program: "/bin/false", socket: "/nowhere", logger: seen.logger) {
            _ in
        }
        child.stop()
        for _ in 1...100 { child.keep() }
        #expect(seen.count("a worker was started") == 0)
    }

    @Test("it says when it has something to do next, and nothing is to be done after the stop")
    func next() throws {
        let seen = SeenLines()
        let absent = WorkerChild(program: "/no/such", socket: "/nowhere", logger: seen.logger) {
            _ in
        }
        let before = BootClock.milliseconds
        let retry = try #require(absent.keep())
        #expect(retry >= before + 10_000)
        #expect(absent.keep() == retry, "asked before, it does nothing")
        absent.stop()
        #expect(absent.keep() == nil)
    }

    @Test("nothing is started while a worker is connected, and one is as soon as it goes")
    func events() throws {
        let seen = SeenLines()
        let child = WorkerChild(program: "/bin/cat", socket: "/nowhere", logger: seen.logger) { _ in
        }
        child.note(isConnected: true)
        let keeping = try WorkerThread(name: "keeping") { child.run() }
        child.note(isConnected: true)
        #expect(seen.count("a worker was started") == 0)
        child.note(isConnected: false)
        #expect(RunningProgram.eventually { seen.count("the worker ended") >= 1 })
        #expect(RunningProgram.eventually { seen.count("a worker was started") >= 2 })
        child.stop()
        keeping.join()
        let count = seen.count("a worker was started")
        child.note(isConnected: false)
        #expect(seen.count("a worker was started") == count)
    }
}
