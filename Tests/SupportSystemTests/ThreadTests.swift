import Glibc
import SupportSystem
import Testing

@Suite struct ThreadTests {
    @Test func aThreadRunsAndIsWaitedFor() throws {
        let state = GuardedState(0)
        let thread = try WorkerThread(name: "a-name-longer-than-fifteen") {
            state.change { $0 = 1 }
        }
        thread.join()
        #expect(state.withLock { $0 } == 1)
        thread.join()
    }

    @Test(arguments: [(true, Int32(5)), (false, 0)])
    func anIdleThreadGivesWay(isIdle: Bool, policy: Int32) throws {
        let seen = GuardedState<Int32>(-1)
        let thread = try WorkerThread(name: "idle", urgency: isIdle ? .idle : .usual) {
            seen.change { $0 = sched_getscheduler(0) }
        }
        thread.join()
        #expect(seen.withLock { $0 } == policy)
    }

    @Test func aWaitEndsWithTheChange() throws {
        let state = GuardedState(0)
        let thread = try WorkerThread(name: "waiter") {
            let seen = state.wait { $0 == 1 ? $0 : nil }
            state.change { $0 = (seen ?? 0) + 1 }
        }
        state.change { $0 = 1 }
        thread.join()
        #expect(state.withLock { $0 } == 2)
    }

    @Test func aWaitEndsWithItsTime() {
        let state = GuardedState(0)
        let answer: Int? = state.wait(atMost: .milliseconds(1)) { _ in nil }
        #expect(answer == nil)
        #expect(state.wait(atMost: .milliseconds(1)) { $0 } == 0)
    }
}
