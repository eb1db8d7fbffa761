import NIOCore
import NIOPosix
import SupportDaemon
import SupportSystem
import SupportWire
import Synchronization
import Testing

/// Work that may take for ever, and what waits for it.
struct BlockingThreadTests {
    private let loop = MultiThreadedEventLoopGroup.singleton.next()

    /// Something that is held up until it is let go.
    private final class Gate: Sendable {
        private let state = GuardedState((begun: 0, isOpen: false))

        /// Holds the calling thread up.
        func pass() {
            state.change { $0.begun += 1 }
            _ = state.wait { $0.isOpen ? true : nil }
        }

        /// Waits until so many are held up, or have been.
        func awaitBegun(_ count: Int = 1) {
            _ = state.wait(atMost: .seconds(20)) { $0.begun >= count ? true : nil }
        }

        func open() { state.change { $0.isOpen = true } }
    }

    /// Names of users on the event loop, asked for as connections ask.
    private final class Names: Sendable {
        private let names: NIOLoopBound<PeerNames>
        private let loop: any EventLoop

        init(
            on loop: any EventLoop, wait: TimeAmount, _ lookUp: @escaping PeerNames.LookUp
        ) throws {
            self.loop = loop
            let thread = try BlockingThread(name: "test-names")
            names = try loop.submit {
                NIOLoopBound(
                    PeerNames(thread, wait: wait, on: loop, lookUp: lookUp), eventLoop: loop)
            }.wait()
        }

        func name(of user: UInt32) -> EventLoopFuture<String> {
            loop.flatSubmit { [names] in names.value.name(of: user) }
        }
    }

    @Test("a name that comes in time is used, and every connection that waits gets it")
    func inTime() throws {
        let gate = Gate()
        let names = try Names(on: loop, wait: .seconds(60)) { user in
            gate.pass()
            return "user-\(user)"
        }
        let waiting = (1...3).map { _ in names.name(of: 7) }
        gate.awaitBegun()
        gate.open()
        for name in waiting { #expect(try name.wait() == "user-7") }
        #expect(try names.name(of: 8).wait() == "user-8")
    }

    @Test("a directory that hangs makes a number of the name, and holds nobody up for long")
    func hanging() throws {
        let gate = Gate()
        defer { gate.open() }
        let asked = Mutex(0)
        let names = try Names(on: loop, wait: .milliseconds(20)) { user in
            asked.withLock { $0 += 1 }
            gate.pass()
            return "late-\(user)"
        }
        let (first, other) = (names.name(of: 7), names.name(of: 8))
        gate.awaitBegun()
        #expect(try loop.submit { "free" }.wait() == "free")
        #expect(try first.wait() == "7")
        #expect(try other.wait() == "8", "it stands behind the one that hangs")
        // That long was waited already: no timer need pass, the answer is there at once.
        let again = try loop.submit { [names] in names.name(of: 7) }.wait()
        #expect(try again.wait() == "7")
        #expect(asked.withLock { $0 } == 1)
        gate.open()
        // What the directory said at last holds for who comes next.
        while try names.name(of: 8).wait() != "late-8" {}
        #expect(try names.name(of: 7).wait() == "late-7")
        #expect(asked.withLock { $0 } == 2)
    }

    // MARK: Suspended requests

    /// What a suspension was answered with.
    private final class Outcomes: Sendable {
        let words = GuardedState<[String]>([])

        func take(_ outcome: Outcome) {
            guard case .error(let error, _) = outcome else { return }
            words.change { $0.append(error.message) }
        }

        func all(_ count: Int) -> [String] {
            words.wait(atMost: .seconds(20)) { $0.count >= count ? $0 : nil } ?? []
        }
    }

    /// Has work done for a request and notes what the ledger made of it.
    private func run(
        _ suspensions: NIOLoopBound<SuspendedRequests>, _ outcomes: Outcomes, _ ledger: Ledger,
        _ work: @escaping @Sendable () -> String
    ) throws {
        let suspension = SuspendedRequest(
            method: "access.set", caller: LedgerUnderTest.owner,
            work: {
                let word = work()
                return { _ in throw WireError.notARequest(word) }
            }, late: { _ in throw WireError.notARequest("late") })
        try loop.submit {
            suspensions.value.run(suspension) { resumption in
                outcomes.take(
                    ledger.assumeIsolated { $0.resume(suspension.resumed(by: resumption)) })
            }
        }.wait()
    }

    @Test("work that ends in time goes on with what it brought")
    func workInTime() throws {
        let desk = try LedgerUnderTest(on: loop)
        let (thread, outcomes) = (try BlockingThread(name: "test-files"), Outcomes())
        let suspensions = try suspensions(thread, limit: .seconds(60))
        for word in ["one", "two"] { try run(suspensions, outcomes, desk.ledger) { word } }
        let words = outcomes.all(2)
        #expect(words.count == 2)
        #expect(words.first?.contains("one") == true && words.last?.contains("two") == true)
    }

    @Test("work that hangs is waited for only so long, what stands behind it is not begun any more")
    func workThatHangs() throws {
        let desk = try LedgerUnderTest(on: loop)
        let (gate, outcomes) = (Gate(), Outcomes())
        let begun = Mutex(0)
        let thread = try BlockingThread(name: "test-files")
        let suspensions = try suspensions(thread, limit: .milliseconds(20))
        try run(suspensions, outcomes, desk.ledger) {
            gate.pass()
            return "too late"
        }
        gate.awaitBegun()
        try run(suspensions, outcomes, desk.ledger) {
            begun.withLock { $0 += 1 }
            return "never"
        }
        let words = outcomes.all(2)
        #expect(words.count == 2 && words.allSatisfy { $0.contains("late") && !$0.contains("too") })
        #expect(thread.waitingCount == 0)
        gate.open()
        let after = GuardedState(false)
        thread.run { after.change { $0 = true } }
        _ = after.wait(atMost: .seconds(20)) { $0 ? true : nil }
        #expect(try loop.submit { outcomes.words.withLock { $0.count } }.wait() == 2)
        #expect(begun.withLock { $0 } == 0)
    }

    private func suspensions(
        _ thread: BlockingThread, limit: TimeAmount
    ) throws -> NIOLoopBound<SuspendedRequests> {
        let loop = loop
        return try loop.submit {
            NIOLoopBound(SuspendedRequests(thread, limit: limit, on: loop), eventLoop: loop)
        }.wait()
    }
}
