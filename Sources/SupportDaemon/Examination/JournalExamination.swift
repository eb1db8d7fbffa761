import SupportModel
import SupportStore
import SupportWire

/// The journal: whether changes are stored, whether its files are whole, and how long a start reads.
enum JournalExamination {
    static func look(_ desk: ExaminedDesk) -> [Finding] {
        let (view, sequence) = (desk.view, desk.view.state.sequence)
        let unsnapped = sequence - min(desk.newestSnapshot, sequence)
        let found =
            storage(view.log) + verdict(view) + snapshot(desk.plan.snapshotRecords, unsnapped)
            + remains(desk)
        guard found.isEmpty else { return found }
        return [
            .journalWorks(
                records: sequence, verifiedAt: view.log.verdict?.at, sinceSnapshot: unsnapped)
        ]
    }

    private static func storage(_ log: any DurableLog) -> [Finding] {
        let health = StorageHealth(log)
        return switch health.kind {
        case .good: []
        case .lost, .full, .behind: [.changesRefused(health.words, isNow: true)]
        case .fillsUp, .endsSoon: [.changesRefused(health.words, isNow: false)]
        }
    }

    private static func verdict(_ view: DeskView) -> [Finding] {
        let verdict = view.log.verdict
        if let problem = verdict?.problem {
            return [.journalUnsound(problem, isDamage: verdict?.damaged ?? false)]
        }
        let age = view.now.milliseconds(since: verdict?.at ?? view.startedAt)
        let most = ExaminationLimits.verificationDaysMax * Instant.millisecondsPerDay
        // A test clock passes days in which the desk had no time to check anything.
        guard age > most, !view.isTestClock else { return [] }
        return [.verificationOld(verdict?.at, now: view.now)]
    }

    private static func snapshot(_ every: Int, _ unsnapped: UInt64) -> [Finding] {
        let most =
            every > 0
            ? UInt64(every) * ExaminationLimits.snapshotTimes
            : ExaminationLimits.unsnappedRecordsMax
        return unsnapped > most ? [.snapshotOverdue(unsnapped, every: every)] : []
    }

    private static func remains(_ desk: ExaminedDesk) -> [Finding] {
        let names = StoreRemains.names(among: (try? desk.host.names(in: desk.plan.state)) ?? [])
        return names.isEmpty ? [] : [.remains(names)]
    }
}
