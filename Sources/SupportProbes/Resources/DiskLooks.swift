import SupportModel
import SupportSystem
import Synchronization

/// Looks at file systems on a thread of its own, one at a time, because one that does not answer
/// may hold its thread for ever.
///
/// A look that passes its time-out ends as unknown, and so do those behind it when theirs runs out;
/// while the thread is held up, new looks end at once. No second thread is ever started.
final class DiskLooks {
    /// A look that has begun and not yet been answered by the file system.
    private struct Waiting {
        let look: ProbeLook
        let check: DiskCheck
        let deadline: Int64
        /// False once it has been answered for, though the thread may still be in it.
        var isOpen = true
    }

    /// What the thread is to do next.
    private enum Order: Sendable {
        case rest
        case look(DiskCheck)
        case leave
    }

    /// What the thread brings back.
    private final class Answers: Sendable {
        let verdicts = Mutex<[Verdict]>([])
    }

    private let wakeUp: WakeUp
    private let read: @Sendable (DiskCheck) -> Verdict
    private let answers = Answers()
    private let order = GuardedState(Order.rest)
    private var thread: WorkerThread?
    private var current: Waiting?
    private var queue: [Waiting] = []

    /// Looks whose answers are signalled with `wakeUp`; `read` may block.
    init(wakeUp: WakeUp, read: @escaping @Sendable (DiskCheck) -> Verdict) {
        self.wakeUp = wakeUp
        self.read = read
    }

    deinit {
        // A thread that is held up leaves when its file system answers, or with the process.
        order.change { $0 = .leave }
    }

    /// When a look here runs out of time, in milliseconds on the boot clock; nil for none.
    var nextDeadline: Int64? {
        (queue + [current].compactMap(\.self)).lazy.filter(\.isOpen).map(\.deadline).min()
    }

    /// Begins a look or lines it up; what came of it when that is clear at once.
    func start(_ look: ProbeLook, _ check: DiskCheck, now: Int64) -> FinishedLook? {
        if let current, !current.isOpen, current.deadline <= now {
            return heldUp(look, check, by: current.check)
        }
        let deadline = now + Int64(look.assignment.timeoutMilliseconds)
        queue.append(Waiting(look: look, check: check, deadline: deadline))
        return handOver()
    }

    /// Nothing more is heard of a look.
    func cancel(_ look: UInt64) {
        queue.removeAll { $0.look.number == look }
        if current?.look.number == look { current?.isOpen = false }
    }

    /// Takes the looks that have ended, or whose time has run out.
    func takeFinished(now: Int64) -> [FinishedLook] {
        var finished: [FinishedLook] = []
        for verdict in answers.verdicts.withLock({ Self.take(&$0) }) {
            if let current, current.isOpen {
                finished.append(FinishedLook(look: current.look, verdict: verdict))
            }
            current = nil
            if let failed = handOver() { finished.append(failed) }
        }
        return finished + takeLate(now: now)
    }

    private func takeLate(now: Int64) -> [FinishedLook] {
        guard let current else { return [] }
        var late: [FinishedLook] = []
        if current.isOpen, current.deadline <= now {
            self.current?.isOpen = false
            late.append(heldUp(current.look, current.check, by: current.check))
        }
        late += queue.filter { $0.deadline <= now }
            .map { heldUp($0.look, $0.check, by: current.check) }
        queue.removeAll { $0.deadline <= now }
        return late
    }

    private func handOver() -> FinishedLook? {
        guard current == nil, !queue.isEmpty else { return nil }
        let next = queue.removeFirst()
        do {
            thread = try thread ?? startThread()
            current = next
            order.change { $0 = .look(next.check) }
            return nil
        } catch {
            let verdict = Verdict(.unknown, "could not look: no thread: \(error)")
            return FinishedLook(look: next.look, verdict: verdict)
        }
    }

    private func startThread() throws(SystemFault) -> WorkerThread {
        try WorkerThread(name: "disk-looks") { [order, read, answers, wakeUp] in
            while let check = Self.nextCheck(order) {
                let verdict = read(check)
                answers.verdicts.withLock { $0.append(verdict) }
                wakeUp.signal()
            }
        }
    }

    /// Waits for the next check; nil when the thread is to leave.
    private static func nextCheck(_ order: GuardedState<Order>) -> DiskCheck? {
        let given = order.wait { order -> Order? in
            if case .rest = order { return nil }
            defer { if case .look = order { order = .rest } }
            return order
        }
        guard case .look(let check) = given else { return nil }
        return check
    }

    private func heldUp(_ look: ProbeLook, _ check: DiskCheck, by other: DiskCheck) -> FinishedLook
    {
        let words =
            check.path == other.path
            ? "the file system of \(check.path) does not answer"
            : "not looked at: the file system of \(other.path) does not answer"
        return FinishedLook(look: look, verdict: Verdict(.unknown, words))
    }

    private static func take(_ list: inout [Verdict]) -> [Verdict] {
        defer { list = [] }
        return list
    }
}

/// Looks at the room of one file system.
enum DiskReading {
    /// The verdict on the room, as it is now. Blocks while the file system does not answer.
    static func verdict(_ check: DiskCheck) -> Verdict {
        do {
            return ResourceJudgement.verdict(check, try FileSystemRoom.read(path: check.path))
        } catch {
            guard error == .noSuchFileOrDirectory else {
                return Verdict(.unknown, "could not look: \(check.path): \(error)")
            }
            return Verdict(.unknown, "could not look: the path \(check.path) does not exist")
        }
    }
}
