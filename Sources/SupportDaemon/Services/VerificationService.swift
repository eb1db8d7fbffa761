import Logging
import SupportStore
import SupportSystem

/// Reads the journal's files again after each start and then once a day, so that damage behind a
/// snapshot, which no start reads, is known while there are backups that are older.
///
/// It runs on a thread that gives way to everything else, and sleeps in between.
struct VerificationService: DeskService {
    let name = "verification"

    private static let period = Duration.seconds(86_400)
    /// For how long a stop waits: a thread that gives way may not get the processor for a while, and
    /// it only reads.
    private static let stopMax = Duration.seconds(1)

    /// What the service and its thread tell each other.
    private struct Turn: Sendable {
        var isWanted = true
        var hasEnded = false
    }

    func start(_ desk: Desk) async throws -> Stop {
        let turn = GuardedState(Turn())
        do {
            _ = try WorkerThread(name: "verification", urgency: .idle) {
                while turn.withLock({ $0.isWanted }) {
                    check(desk, turn)
                    _ = turn.wait(atMost: Self.period) { $0.isWanted ? nil : true }
                }
                turn.change { $0.hasEnded = true }
            }
            return {
                turn.change { $0.isWanted = false }
                _ = turn.wait(atMost: Self.stopMax) { $0.hasEnded ? true : nil }
            }
        } catch {
            // The desk is as good without it.
            desk.logger.warning(
                "the journal is not verified in the background", metadata: ["cause": "\(error)"])
            return {}
        }
    }

    /// Checks the files once; what it finds is told where every check tells it.
    private func check(_ desk: Desk, _ turn: GuardedState<Turn>) {
        let checked = try? desk.log.check { turn.withLock { $0.isWanted } }
        guard let checked else { return }
        desk.logger.info(
            "the journal was verified",
            metadata: [
                "records": "\(checked.lastSequence)", "segments": "\(checked.segments)",
                "snapshots": "\(checked.snapshots.count)",
            ])
    }
}
