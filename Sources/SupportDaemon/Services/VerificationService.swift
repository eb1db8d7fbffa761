import Logging
import SupportModel
import SupportStore
import SupportSystem

/// Verifies the journal's files after each start and then once a day. A start reads no records older
/// than its snapshot; damage to them must be found while backups from before it exist.
///
/// It runs on a thread of idle priority and sleeps in between.
struct VerificationService: DeskService {
    let name = "verification"

    private static let period = Duration.seconds(86_400)
    /// How long a stop waits for the thread: an idle thread may get no processor time for a while,
    /// and it only reads.
    private static let stopMax = Duration.seconds(1)

    /// The state that the service shares with its thread.
    private struct Turn: Sendable {
        var isWanted = true
        var hasEnded = false
    }

    func start(_ desk: Desk) throws -> Stop {
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
            // The desk does not depend on it.
            desk.logger.warning(
                "the journal is not verified in the background", metadata: ["cause": "\(error)"])
            return {}
        }
    }

    /// Verifies the files once; a fault is reported as by every verification.
    private func check(_ desk: Desk, _ turn: GuardedState<Turn>) {
        let checked = try? desk.log.check { turn.withLock { $0.isWanted } }
        desk.checkAttachments { turn.withLock { $0.isWanted } }
        guard let checked else { return }
        desk.logger.info(
            "the journal was verified",
            metadata: [
                "records": "\(checked.lastSequence)", "segments": "\(checked.segments)",
                "snapshots": "\(checked.snapshots.count)",
            ])
    }
}
