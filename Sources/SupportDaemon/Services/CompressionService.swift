import Logging
import SupportModel
import SupportStore
import SupportSystem

/// Compresses old segments of the journal, where the configuration asks for it: after the start,
/// after each snapshot, and once an hour.
///
/// It runs on a thread of low priority and waits while changes wait for the disk. What goes wrong is
/// logged once, and tried again at the next time.
struct CompressionService: DeskService {
    let name = "compression"

    private static let period = Duration.seconds(3_600)
    /// How often it may go on before it looks again whether changes wait for the disk: for each look
    /// it takes the lock of their queue, and with a low priority it should not do so often.
    private static let callsBetweenLooks = 8
    /// How long it waits, where changes wait for the disk, before it looks again.
    private static let pause = Duration.milliseconds(50)

    /// The state that the service shares with its thread.
    private struct Turn: Sendable {
        var isWanted = true
        /// Whether a snapshot was written since the last look.
        var isDue = false
    }

    func start(_ desk: Desk) throws -> Stop {
        guard let days = desk.plan.compressAfterDays else { return {} }
        let turn = GuardedState(Turn())
        desk.log.onSnapshot { turn.change { $0.isDue = true } }
        let working = try WorkerThread(name: "compression", urgency: .nice(19)) {
            var calls = 0
            var run = CompressionRun(desk: desk, days: days) {
                calls += 1
                if calls.isMultiple(of: Self.callsBetweenLooks) { Self.awaitQuiet(desk, turn) }
                return turn.withLock { $0.isWanted }
            }
            while turn.withLock({ $0.isWanted }) {
                run.compressWhatIsOld()
                _ = turn.wait(atMost: Self.period) { $0.isDue || !$0.isWanted ? true : nil }
                turn.withLock { $0.isDue = false }
            }
        }
        return {
            turn.change { $0.isWanted = false }
            // It writes into the state directory: nobody else may before it has ended.
            working.join()
        }
    }

    /// Waits while changes wait for the disk, and until the stop at most.
    private static func awaitQuiet(_ desk: Desk, _ turn: GuardedState<Turn>) {
        while desk.committer.isPressed {
            let isOver: Bool? = turn.wait(atMost: pause) { $0.isWanted ? nil : true }
            if isOver == true { return }
        }
    }
}

/// What the thread of the compression does at each of its times.
struct CompressionRun {
    let desk: Desk
    /// How many days a segment stays as it is after its last record.
    let days: Int
    /// Called for every record and every part of a file; false at the stop.
    let isWanted: () -> Bool
    /// The failures since the last time without one, which are not logged again.
    private var reported: Set<StoreFault> = []

    init(desk: Desk, days: Int, isWanted: @escaping () -> Bool) {
        (self.desk, self.days, self.isWanted) = (desk, days, isWanted)
    }

    /// Compresses every segment that is old enough, oldest first. A damaged one is passed over,
    /// unless they go to an archive; any other failure ends it.
    mutating func compressWhatIsOld() {
        var hasFailed = false
        do throws(StoreFault) {
            for segment in try desk.store.oldSegments() {
                do throws(StoreFault) {
                    guard try isOld(segment) else { break }
                    guard try compress(segment) else { return }
                } catch {
                    guard error.isDamage, !desk.store.hasArchive else { throw error }
                    report(error)
                    hasFailed = true
                }
            }
            if !hasFailed { reported = [] }
        } catch {
            report(error)
        }
    }

    /// Compresses one; false where it is not wanted any more.
    private func compress(_ segment: OldSegment) throws(StoreFault) -> Bool {
        guard let made = try desk.store.compress(segment, while: isWanted) else { return false }
        desk.logger.info(
            "\(LogMessage.segmentCompressed)",
            metadata: [
                "file": "\(made.name)", "bytes": "\(made.bytes)",
                "plain-bytes": "\(made.plainBytes)",
                "directory": "\(desk.plan.archive ?? desk.plan.state)",
            ])
        return true
    }

    /// Whether the record that follows a segment is so many days old: it came right after its last
    /// one was full.
    private func isOld(_ segment: OldSegment) throws(StoreFault) -> Bool {
        let found = try desk.store.readRecords(
            after: segment.next - 1, countMax: 1, bytesMax: StoreLimits.recordBytesMax)
        guard let found = found.first, let record = try? RecordText.read(found.text) else {
            return false
        }
        let age = desk.log.clock.now.milliseconds(since: record.stamp.at)
        return age >= Int64(days) * Instant.millisecondsPerDay
    }

    private mutating func report(_ fault: StoreFault) {
        guard reported.insert(fault.withoutPlace).inserted else { return }
        desk.logger.warning(
            "\(LogMessage.notCompressed)", metadata: ["cause": "\(fault.sentence)"])
    }
}
