import SupportSystem

/// Blocking work that a worker does for its desk, each piece on a thread of its own, and the reports of what
/// has ended.
///
/// Belongs to the worker's thread. What a desk asked for before it went away goes on to its end, and its
/// report is dropped: the next desk asks again.
final class ThreadedWork<Report: Sendable> {
    /// Ready for reading when a piece of work has ended.
    let wakeUp: WakeUp
    /// How many pieces have begun whose reports were not taken.
    private(set) var running = 0
    private let ended = GuardedState<[Ended]>([])
    /// Which connection to a desk it is; numbers of orders begin anew with each.
    private var connection = 0

    /// A report, and the connection on which it was asked for.
    private struct Ended: Sendable {
        let connection: Int
        let report: Report
    }

    /// Nothing runs; throws when the process has no descriptors left.
    ///
    /// - Parameter what: what is being prepared, for the fault.
    init(_ what: String) throws(EngineFault) {
        do {
            wakeUp = try WakeUp()
        } catch {
            throw EngineFault(doing: what, cause: "\(error)")
        }
    }

    /// Begins a piece of work; throws when no thread can be had.
    ///
    /// - Parameter name: what `top -H` calls its thread.
    func start(_ name: String, _ work: @escaping @Sendable () -> Report) throws(SystemFault) {
        let (connection, ended, wakeUp) = (connection, ended, wakeUp)
        _ = try WorkerThread(name: name) {
            let report = work()
            ended.change { $0.append(Ended(connection: connection, report: report)) }
            wakeUp.signal()
        }
        running += 1
    }

    /// Takes the reports of work that has ended and that the present desk has asked for.
    func takeEnded() -> [Report] {
        guard running > 0 else { return [] }
        wakeUp.drain()
        let all = ended.withLock { ended in
            defer { ended = [] }
            return ended
        }
        running -= all.count
        return all.filter { $0.connection == connection }.map(\.report)
    }

    /// Forgets what a desk that is gone has asked for.
    func deskLeft() { connection += 1 }
}
