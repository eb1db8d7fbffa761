import Logging
import SupportModel
import SupportStore
import SupportSystem

/// A desk recovered from its state directory.
struct Recovered {
    let store: Store
    let state: State
    /// The last record of the snapshot that was used, 0 for none.
    let snapshot: UInt64
    /// The contents of attachments, as they lie in the state directory.
    let attachments: AttachmentStore

    /// Opens the state directory and replays the journal after the newest intact snapshot.
    init(_ plan: DeskPlan, _ logger: Logger) throws {
        let order = plan.newDesk.taken()
        let (store, log, directory) = try Self.open(plan, order)
        attachments = AttachmentStore { creating throws(SystemFault) in
            try DiskStorage(
                AttachmentFiles.directoryName, in: directory, creating: creating)
        }
        if let fault = order.fault {
            logger.error(
                "the order for a new desk cannot be taken away from beside a desk",
                metadata: ["cause": "\(fault)", "hint": "remove the file by hand"])
        }
        for note in log.notes {
            logger.warning("recovery", metadata: ["note": "\(note)"])
        }
        do {
            // The desk is durable now: the same order must not create another one.
            try order.useUp()
            state = try Self.replay(store, log, RecoveryProgress(logger))
        } catch {
            store.close()
            throw error
        }
        self.store = store
        attachments.load()
        if let trouble = attachments.trouble {
            logger.error(
                "the attachments cannot be read", metadata: ["cause": "\(trouble)"])
        }
        snapshot = log.snapshot?.sequence ?? 0
        // A test clock set before the last record would stamp later records earlier.
        if let last = state.lastRecordAt { plan.clock.test?.advance(to: last) }
        // A new desk is logged at a level that stands out among the messages of a start.
        logger.log(
            level: log.isNew ? .notice : .info,
            log.isNew ? "a new desk was begun" : "the desk was recovered",
            metadata: [
                "directory": "\(plan.state)", "desk": "\(store.desk.text)",
                "records": "\(state.sequence)", "snapshot": "\(snapshot)",
            ])
    }

    private static func open(
        _ plan: DeskPlan, _ order: TakenOrder
    ) throws -> (store: Store, log: RecoveredLog, directory: DiskStorage) {
        do {
            let directory = try storage(plan.state, order.beginning)
            let (store, log) = try Store.open(
                plan.archive.map { try archived(directory, in: $0) } ?? directory,
                shape: plan.shape, created: plan.clock.now.description,
                beginning: order.beginning)
            return (store, log, directory)
        } catch let fault as StoreFault {
            throw order.startFault(fault)
        }
    }

    /// Opens the directory, which only this user may write to; only an order for a new desk creates
    /// it.
    private static func storage(
        _ path: String, _ beginning: Beginning
    ) throws -> DiskStorage {
        let storage: DiskStorage
        do throws(SystemFault) {
            storage = try DiskStorage(directory: path, creating: beginning != .refused)
        } catch {
            guard error.isMissing, beginning == .refused else { throw error }
            throw StoreFault(
                doing: "open the state directory", file: path, cause: .noDesk("it does not exist"))
        }
        if let exposure = try storage.exposure() {
            throw DaemonFault("the state directory \(path) \(words(exposure))", .configuration)
        }
        return storage
    }

    /// A state directory with what lies in its archive, which only this user may write to.
    private static func archived(_ directory: DiskStorage, in path: String) throws -> any Storage {
        let archive: DiskStorage
        do throws(SystemFault) {
            archive = try DiskStorage(directory: path, creating: false)
        } catch {
            throw DaemonFault(
                "the archive of the journal cannot be used: \(error). Mount it, or see to "
                    + "journal.archive; a new one is made by install -d -m 700 -o OWNER \(path)",
                .storageFailed)
        }
        if let exposure = try archive.exposure() {
            throw DaemonFault(
                "the archive of the journal \(path) \(words(exposure))", .configuration)
        }
        return ArchivedStorage(directory, archive: archive)
    }

    private static func words(_ exposure: DirectoryExposure) -> String {
        let when = "if nobody else has changed what lies in it"
        switch exposure {
        case .foreign(let owner):
            return "belongs to user \(owner), and supportd runs as user "
                + "\(ProcessIdentity.effectiveUser). Run it as that user, or change the owner, \(when)."
        case .open(let mode):
            return "can be changed by others (mode 0\(String(mode, radix: 8))). "
                + "Take that right away (chmod go-w), \(when)."
        }
    }

    private static func replay(
        _ store: Store, _ log: RecoveredLog, _ progress: RecoveryProgress
    ) throws -> State {
        var (state, progress) = (State(), progress)
        if let snapshot = log.snapshot {
            state = try read("snapshot \(snapshot.sequence)") {
                try StateText.read(Array(snapshot.content))
            }
            guard state.sequence == snapshot.sequence else {
                throw DaemonFault(
                    "snapshot \(snapshot.sequence) holds the state after record "
                        + "\(state.sequence); restore the state directory from a backup",
                    .damagedState)
            }
        }
        try store.replay(after: state.sequence) { stored in
            let record = try read("record \(stored.sequence)") {
                try RecordText.read(stored.text)
            }
            guard record.stamp.sequence == state.sequence + 1 else {
                throw DaemonFault(
                    "record \(record.stamp.sequence) does not follow \(state.sequence); "
                        + "restore the state directory from a backup", .damagedState)
            }
            state.apply(record)
            progress.read(record: record.stamp.sequence)
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
