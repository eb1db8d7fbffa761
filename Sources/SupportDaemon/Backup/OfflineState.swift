import SupportModel
import SupportStore
import SupportSystem
import SupportWire

/// The files of a desk that no daemon runs on: a state directory or a backup, read for an operator.
struct OfflineState {
    /// The directory as it was named.
    let path: String
    /// What was verified.
    let desk: StoredDesk
    /// The list of a backup; nil for a state directory.
    let backup: BackupManifest?
    /// The files, under the names that they have in a state directory.
    let files: any Storage
    /// The contents of attachments; nil where there are none.
    let attachments: AttachmentFiles?
    /// Held as long as the value is.
    private let lock: any StorageLock

    /// Reads and verifies everything, and changes nothing.
    ///
    /// - Parameter archive: says where the older segments of a state directory are.
    init(_ path: String, archive: () throws -> String? = { nil }) throws {
        let storage = try Self.open(path)
        do throws(SystemFault) {
            lock = try storage.lock()
        } catch {
            guard error.isHeldElsewhere else { throw error }
            throw DaemonFault(
                "\(path) is in use. `supportc verify` checks the desk that runs on it, and "
                    + "`supportc backup` copies it", .unavailable)
        }
        let backup = try StoredBackup(storage)
        (self.path, self.backup) = (path, backup?.manifest)
        files = try backup?.files ?? Self.whole(storage, archive)
        attachments = try Self.attachments(storage, backup)
        desk = try StoredDesk(files)
        try backup?.check()
    }

    private static func attachments(
        _ storage: DiskStorage, _ backup: StoredBackup?
    ) throws(SystemFault) -> AttachmentFiles? {
        if let backup { return AttachmentFiles(backup.files) }
        do throws(SystemFault) {
            return AttachmentFiles(
                try DiskStorage(AttachmentFiles.directoryName, in: storage, creating: false))
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// A state directory with its archive, which is asked for only where the first segment is missing.
    private static func whole(
        _ storage: DiskStorage, _ archive: () throws -> String?
    ) throws -> any Storage {
        guard try Store.lacksBeginning(storage), let path = try archive() else { return storage }
        return ArchivedStorage(storage, archive: try open(path))
    }

    private static func open(_ path: String) throws -> DiskStorage {
        do throws(SystemFault) {
            return try DiskStorage(directory: path, creating: false)
        } catch {
            guard error.isOfName else { throw error }
            throw DaemonFault("\(error). Name a directory that you may read", .configuration)
        }
    }

    /// Reads the attachments that tickets name; nil where they name none.
    func check(_ state: State) -> AttachmentCheck? {
        guard let attachments else { return AttachmentStore.none().check(named: state) }
        return AttachmentStore { _ in attachments.storage }.check(named: state)
    }

    /// Gives the directory free for other processes.
    func close() { lock.release() }

    /// `desk 1f… in /srv/backup, a backup of 2026-11-30T18:00:00.000Z by release 0.1.0`.
    var title: String {
        let kind = backup.map { ", a backup of \($0.at) by release \($0.release)" } ?? ""
        return "desk \(desk.desk.text) in \(path)\(kind)"
    }
}

/// `supportd --verify-state`: reads a state directory or a backup and computes its closed cycles
/// again.
package struct StateCheck {
    /// What is printed, a line each.
    package let lines: [String]
    /// Whether everything is whole and nothing differs.
    package let isGood: Bool

    /// Checks a directory; throws a fault where it is damaged or cannot be read.
    ///
    /// - Parameter archive: says where the older segments of a state directory are.
    package init(
        _ path: String, archive: () throws -> String? = { nil }
    ) throws(DaemonFault) {
        do {
            let state = try OfflineState(path, archive: archive)
            defer { state.close() }
            var (found, last) = try JournalCheck.run(since: 0) { _, each in
                try state.desk.replay { try each($0.text) }
            }
            found.attachments = state.check(last)
            lines =
                [state.title] + Self.figures(state.desk) + Self.differences(found)
                + Self.attachments(found.attachments)
            isGood = found.isGood
        } catch let fault as StoreFault {
            throw Self.fault(fault)
        } catch let fault as DaemonFault {
            throw fault
        } catch let fault as SystemFault {
            throw DaemonFault("\(fault)", .storageFailed)
        } catch {
            throw DaemonFault(
                "a record cannot be understood: \(error). It may have been written by a later "
                    + "release", .checkFailed)
        }
    }

    private static func fault(_ fault: StoreFault) -> DaemonFault {
        guard fault.isDamage else { return DaemonFault(fault) }
        return DaemonFault(
            "\(fault.sentence). Nothing was changed; supportd(8), Storage, says how a file or a "
                + "whole directory is put back, and a backup is made anew from a whole desk.",
            .checkFailed)
    }

    private static func figures(_ desk: StoredDesk) -> [String] {
        let found = desk.verification
        let snapshots = found.snapshots.isEmpty ? "none" : "\(found.snapshots.count)"
        let torn = "\(desk.tornBytes) bytes behind the last record are no whole record: a write "
        return [
            "records    \(found.firstSequence) to \(found.lastSequence), all whole",
            "segments   \(found.segments)", "snapshots  \(snapshots)",
        ]
            + (desk.tornBytes == 0
                ? []
                : [torn + "that was cut short, and that the next start puts aside"])
    }

    private static func attachments(_ check: AttachmentCheck?) -> [String] {
        guard let check else { return [] }
        let result = check.troubles.isEmpty ? "all whole" : "\(check.troubles.count) not"
        return ["attached   \(check.files) (\(ByteCount.text(check.bytes))), \(result)"]
            + check.troubles.map { "  \($0.words)" }
    }

    private static func differences(_ found: DeskVerify.Reply) -> [String] {
        let months = found.months.map { ", \($0) months of work on demand" } ?? ""
        let count = found.differences.count + (found.monthDifferences?.count ?? 0)
        let result = count == 0 ? "nothing differs" : "\(count) differ"
        return ["cycles     \(found.cycles) closed\(months), computed again: \(result)"]
            + found.differences.map {
                "  contract \($0.contract), cycle \($0.cycle): \($0.text)"
            }
            + (found.monthDifferences ?? []).map {
                "  on demand, \($0.client) \($0.month): \($0.text)"
            }
    }
}

extension DeskVerify.Reply {
    /// Whether nothing differs.
    var isGood: Bool {
        differences.isEmpty && monthDifferences?.isEmpty ?? true
            && attachments?.troubles.isEmpty ?? true
    }
}
