import SupportModel
import SupportStore
import SupportSystem

/// `supportd --restore`: makes a state directory of a backup.
package struct StateRestore {
    /// What was done and what is to be done next, a line each.
    package let lines: [String]

    /// Reads and verifies a backup, and writes it into a directory that is missing or empty.
    ///
    /// - Parameters:
    ///   - source: a backup, or a copy of a state directory.
    ///   - target: the directory that becomes the state directory.
    ///   - key: where the key of the access data is looked for.
    ///   - archive: the archive of the journal, for a copy whose first segments lie there.
    init(
        _ source: String, into target: String, key: String, archive: () throws -> String?
    ) throws(DaemonFault) {
        do {
            // Before a long backup is read.
            try Self.expectEmpty(target)
            let state = try OfflineState(source, archive: archive)
            defer { state.close() }
            let storage = try Self.open(target)
            let lock = try Self.lock(storage)
            defer { lock.release() }
            let restoration = Restoration(into: storage) { name throws(SystemFault) in
                try storage.giveToOwner(name)
            }
            var copied = RestoredAttachments()
            try restoration.run(state.desk, from: state.files) { () throws(StoreFault) in
                copied = try RestoredAttachments(state.attachments, into: storage)
            }
            lines = Self.lines(state, target, key, isRoots: try storage.isRoots, copied)
        } catch let fault as StoreFault {
            throw Self.fault(fault, target)
        } catch let fault as DaemonFault {
            throw fault
        } catch let fault as SystemFault {
            throw DaemonFault("\(fault)", .storageFailed)
        } catch {
            throw DaemonFault("\(error)", .storageFailed)
        }
    }

    /// Refuses a directory that has something in it; one that is missing may be made.
    private static func expectEmpty(_ target: String) throws {
        do {
            let storage = try DiskStorage(directory: target, creating: false)
            let lock = try lock(storage)
            defer { lock.release() }
            try Restoration(into: storage).expectEmpty()
        } catch let fault as SystemFault where fault.isMissing {}
    }

    private static func open(_ target: String) throws -> DiskStorage {
        let storage = try DiskStorage(directory: target, creating: true)
        switch try storage.exposure() {
        case .open(let mode):
            throw DaemonFault(
                "\(target) can be changed by others (mode 0\(String(mode, radix: 8))). Take that "
                    + "right away: chmod 700 \(target)", .configuration)
        case .foreign(let owner) where ProcessIdentity.effectiveUser != 0:
            throw DaemonFault(
                "\(target) belongs to user \(owner). Restore as that user, or as root",
                .configuration)
        case .foreign, nil: return storage
        }
    }

    private static func lock(_ storage: DiskStorage) throws -> any StorageLock {
        do throws(SystemFault) {
            return try storage.lock()
        } catch {
            guard error.isHeldElsewhere else { throw error }
            throw DaemonFault(
                "\(storage.place) is in use. Stop the daemon that runs on it", .unavailable)
        }
    }

    private static func fault(_ fault: StoreFault, _ target: String) -> DaemonFault {
        switch fault.cause {
        case .occupied:
            DaemonFault(
                "\(fault.sentence). A restore never writes over anything: move it away "
                    + "(mv \(target) \(target).old), or name another directory with --state",
                .usage)
        case .noDesk:
            DaemonFault("\(fault.sentence). Name the directory of a backup", .configuration)
        case .damaged, .missing, .laterFormat:
            DaemonFault(
                "\(fault.sentence). Nothing was restored: take another backup", .damagedState)
        default:
            DaemonFault(
                "\(fault.sentence). The directory is no desk yet; see to the cause and repeat it",
                .storageFailed)
        }
    }

    private static func lines(
        _ state: OfflineState, _ target: String, _ key: String, isRoots: Bool,
        _ copied: RestoredAttachments
    ) -> [String] {
        var lines =
            [
                state.title, "restored into \(target) through record \(state.desk.lastSequence)",
            ] + copied.lines + [
                "The key of the access data is in no backup: if the desk keeps secrets, put it back as "
                    + key
            ]
        if isRoots {
            lines.append(
                "The files belong to root: chown -R supportd:supportd \(target); the unit's "
                    + "StateDirectory= does so at the start")
        }
        lines.append("Then start the daemon, and see what it says: supportc verify")
        return lines
    }
}

extension DaemonProgram {
    /// Checks a state directory or a backup.
    package func check(_ path: String) throws(DaemonFault) -> StateCheck {
        try StateCheck(path) { try loadConfiguration().configuration.journal.archiveDirectory }
    }

    /// Makes the state directory of a backup.
    package func restore(_ source: String) throws(DaemonFault) -> StateRestore {
        let configuration = try loadConfiguration().configuration
        let state = options.state ?? configuration.daemon.state
        return try StateRestore(
            source, into: state,
            key: configuration.access.key(inStateDirectory: state).path,
            archive: { configuration.journal.archiveDirectory })
    }
}

/// The attachments that a restore has copied, each read and compared with its digest before.
private struct RestoredAttachments {
    /// How many were copied.
    private var count = 0
    /// The length of those together, in bytes.
    private var bytes = 0
    /// Those that were left out.
    private var left: [ContentHash] = []

    init() {}

    /// Copies them into a state directory. One that is damaged or missing is left out and named: it
    /// keeps nobody from the desk.
    init(_ files: AttachmentFiles?, into state: DiskStorage) throws(StoreFault) {
        do throws(SystemFault) {
            guard let files else { return }
            let contents = try files.contents()
            guard contents.count > 0 else { return }
            let name = AttachmentFiles.directoryName
            let directory = try DiskStorage(name, in: state, creating: true)
            try state.giveToOwner(name)
            for (content, length) in contents.all.sorted(by: { $0.content.text < $1.content.text })
            {
                guard files.standing(of: content) == .whole else {
                    left.append(content)
                    continue
                }
                try files.copy(content, to: directory)
                try directory.giveToOwner(content.text)
                (count, bytes) = (count + 1, bytes + length)
            }
        } catch {
            throw StoreFault(
                doing: "restore the attachments", file: error.subject, cause: .system(error))
        }
    }

    /// What was copied and what was left out, a line each; none where there are no attachments.
    var lines: [String] {
        let copied = "\(count) attached \(count == 1 ? "file" : "files") (\(ByteCount.text(bytes)))"
        return (count + left.count == 0 ? [] : [copied])
            + left.map { "left out \($0.text): it does not hold what was stored" }
    }
}
