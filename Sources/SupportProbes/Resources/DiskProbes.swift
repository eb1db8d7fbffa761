import SupportModel
import SupportSystem
import Synchronization

/// Probes file systems one at a time on a separate thread, because a file system that does not
/// answer may block its thread for ever.
///
/// A probe that exceeds its time-out ends as unknown, and so does each queued one when its own
/// time-out elapses; while the thread is blocked, new probes end at once. No second thread is ever
/// started.
final class DiskProbes {
    /// A probe that was started and that the file system has not answered yet.
    private struct Waiting {
        let probe: Probe
        let check: DiskCheck
        let deadline: Int64
        /// False once its result was reported or it was cancelled, though the thread may still be
        /// blocked in it.
        var isOpen = true
    }

    /// What the thread must do next.
    private enum Order: Sendable {
        case rest
        case probe(DiskCheck)
        case leave
    }

    /// The results of the thread.
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

    /// Probes whose results are signalled with `wakeUp`; `read` may block.
    init(wakeUp: WakeUp, read: @escaping @Sendable (DiskCheck) -> Verdict) {
        (self.wakeUp, self.read) = (wakeUp, read)
    }

    deinit {
        // A blocked thread ends when its file system answers, or with the process.
        order.change { $0 = .leave }
    }

    /// The earliest time-out of a probe here, in milliseconds on the boot clock; nil for none.
    var nextDeadline: Int64? {
        (queue + [current].compactMap(\.self)).lazy.filter(\.isOpen).map(\.deadline).min()
    }

    /// Starts or queues a probe; returns its result where that is known at once.
    func start(_ probe: Probe, _ check: DiskCheck, now: Int64) -> FinishedProbe? {
        if let current, !current.isOpen, current.deadline <= now {
            return heldUp(probe, check, by: current.check)
        }
        let deadline = now + Int64(probe.assignment.timeoutMilliseconds)
        queue.append(Waiting(probe: probe, check: check, deadline: deadline))
        return handOver()
    }

    /// Cancels a probe; `takeFinished` does not return it.
    func cancel(_ probe: UInt64) {
        queue.removeAll { $0.probe.number == probe }
        if current?.probe.number == probe { current?.isOpen = false }
    }

    /// Takes the probes that have ended or whose time-out has elapsed.
    func takeFinished(now: Int64) -> [FinishedProbe] {
        var finished: [FinishedProbe] = []
        for verdict in answers.verdicts.withLock({ Self.take(&$0) }) {
            if let current, current.isOpen {
                finished.append(FinishedProbe(probe: current.probe, verdict: verdict))
            }
            current = nil
            if let failed = handOver() { finished.append(failed) }
        }
        return finished + takeLate(now: now)
    }

    private func takeLate(now: Int64) -> [FinishedProbe] {
        guard let current else { return [] }
        var late: [FinishedProbe] = []
        if current.isOpen, current.deadline <= now {
            self.current?.isOpen = false
            late.append(heldUp(current.probe, current.check, by: current.check))
        }
        late += queue.filter { $0.deadline <= now }
            .map { heldUp($0.probe, $0.check, by: current.check) }
        queue.removeAll { $0.deadline <= now }
        return late
    }

    private func handOver() -> FinishedProbe? {
        guard current == nil, !queue.isEmpty else { return nil }
        let next = queue.removeFirst()
        do {
            thread = try thread ?? startThread()
            current = next
            order.change { $0 = .probe(next.check) }
            return nil
        } catch {
            let verdict = Verdict(.unknown, "could not probe: no thread: \(error)")
            return FinishedProbe(probe: next.probe, verdict: verdict)
        }
    }

    private func startThread() throws(SystemFault) -> WorkerThread {
        try WorkerThread(name: "disk-probes") { [order, read, answers, wakeUp] in
            while let check = Self.nextCheck(order) {
                let verdict = read(check)
                answers.verdicts.withLock { $0.append(verdict) }
                wakeUp.signal()
            }
        }
    }

    /// Waits for the next check; nil when the thread must end.
    private static func nextCheck(_ order: GuardedState<Order>) -> DiskCheck? {
        let given = order.wait { order -> Order? in
            if case .rest = order { return nil }
            defer { if case .probe = order { order = .rest } }
            return order
        }
        guard case .probe(let check) = given else { return nil }
        return check
    }

    private func heldUp(_ probe: Probe, _ check: DiskCheck, by other: DiskCheck) -> FinishedProbe {
        let words =
            check.path == other.path
            ? "the file system of \(check.path) does not answer"
            : "not looked at: the file system of \(other.path) does not answer"
        return FinishedProbe(probe: probe, verdict: Verdict(.unknown, words))
    }

    private static func take(_ list: inout [Verdict]) -> [Verdict] {
        defer { list = [] }
        return list
    }
}

/// Reads the free space of one file system.
enum DiskReading {
    /// The verdict on the present free space. Blocks while the file system does not answer.
    static func verdict(_ check: DiskCheck) -> Verdict {
        do {
            return ResourceJudgement.verdict(check, try FileSystemRoom.read(path: check.path))
        } catch {
            guard error == .noSuchFileOrDirectory else {
                return Verdict(.unknown, "could not probe: \(check.path): \(error)")
            }
            return Verdict(.unknown, "could not probe: the path \(check.path) does not exist")
        }
    }
}
