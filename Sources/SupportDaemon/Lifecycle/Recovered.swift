import Logging
import SupportModel
import SupportStore
import SupportSystem

/// A desk brought back from its state directory.
struct Recovered {
    let store: Store
    let state: State

    /// Opens the state directory and replays the journal after the newest good snapshot.
    init(_ plan: DeskPlan, _ logger: Logger) throws {
        let storage = try DiskStorage(directory: plan.state, creating: true)
        let (store, log) = try Store.open(
            storage, shape: plan.shape, created: plan.clock.now.description)
        for note in log.notes {
            logger.warning("recovery", metadata: ["note": "\(note)"])
        }
        do {
            state = try Self.replay(store, log)
        } catch {
            store.close()
            throw error
        }
        self.store = store
        // A test clock that stands before the last record would stamp the future into the past.
        if let last = state.lastRecordAt { plan.clock.test?.advance(to: last) }
        logger.info(
            log.isNew ? "a new desk was begun" : "the desk was recovered",
            metadata: [
                "directory": "\(plan.state)", "desk": "\(store.desk.text)",
                "records": "\(state.sequence)", "snapshot": "\(log.snapshot?.sequence ?? 0)",
            ])
    }

    private static func replay(_ store: Store, _ log: RecoveredLog) throws -> State {
        var state = State()
        if let snapshot = log.snapshot {
            state = try read("snapshot \(snapshot.sequence)") {
                try StateText.read(Array(snapshot.content))
            }
            guard state.sequence == UInt64(snapshot.sequence) else {
                throw DaemonFault(
                    "snapshot \(snapshot.sequence) holds the state after record "
                        + "\(state.sequence); restore the state directory from a backup",
                    .damagedState)
            }
        }
        try store.replay(after: Int(state.sequence)) { stored in
            let record = try read("record \(stored.sequence)") {
                try RecordText.read(stored.text)
            }
            guard record.stamp.sequence == state.sequence + 1 else {
                throw DaemonFault(
                    "record \(record.stamp.sequence) does not follow \(state.sequence); "
                        + "restore the state directory from a backup", .damagedState)
            }
            state.apply(record)
        }
        return state
    }

    private static func read<Value>(_ what: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw DaemonFault(
                "\(what) cannot be understood: \(error). It may have been written by a later "
                    + "release; install that release, or restore the directory from a backup",
                .damagedState)
        }
    }
}
