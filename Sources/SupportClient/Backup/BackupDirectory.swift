import SupportJSON
package import SupportModel
package import SupportSystem
import SupportWire

// The directory holds `backup.json` and the copies that it names. A copy is written beside, synced,
// read back and only then given its name; the list is replaced after all copies are durable, in one
// step. So whenever this ends, the list names whole copies: of the earlier backup or of the new one.
// What no list names is left over from an attempt that was cut short, and is removed after the next.

/// A directory that a backup is written into, locked for this process.
package struct BackupDirectory {
    /// The list of the backup that is there; nil for none.
    package let earlier: BackupManifest?
    let storage: any Storage
    private let lock: any StorageLock

    /// The directory at a path, which is created where it is missing: for its owner alone, and durably.
    package init(path: String) throws(ClientFault) {
        let disk: DiskStorage
        let exposure: DirectoryExposure?
        do throws(SystemFault) {
            disk = try DiskStorage(directory: path, creating: true)
            exposure = try disk.exposure()
        } catch {
            throw .backupSystem(error)
        }
        if case .open(let mode) = exposure {
            throw ClientFault.backup(
                .usage, "backup-directory-open",
                "\(path) can be changed by others (mode 0\(String(mode, radix: 8)))",
                hint: "take that right away (chmod go-w), or name another directory")
        }
        try self.init(disk)
    }

    /// The directory of a storage; refused where another process writes to it, or where it holds
    /// something else than a backup.
    package init(_ storage: any Storage) throws(ClientFault) {
        self.storage = storage
        do throws(SystemFault) {
            lock = try storage.lock()
        } catch {
            guard error.isHeldElsewhere else { throw .backupSystem(error) }
            throw .backup(
                .refused, "backup-in-use", "another process uses \(storage.place)",
                hint: "a backup into it is being made, or it is the state directory of a desk")
        }
        do throws(ClientFault) {
            let names = try Self.names(storage)
            try Self.expectOurs(names, storage)
            earlier =
                names.contains(BackupManifest.fileName) ? try Self.manifest(storage) : nil
        } catch {
            lock.release()
            throw error
        }
    }

    private static func names(_ storage: any Storage) throws(ClientFault) -> [String] {
        do throws(SystemFault) {
            return try storage.names()
        } catch {
            throw .backupSystem(error)
        }
    }

    private static func isOurs(_ name: String) -> Bool {
        name == BackupManifest.fileName || name.hasSuffix(BackupCopy.suffix)
            || name.hasSuffix(unfinishedFileSuffix) || name == "lost+found"
    }

    private static func expectOurs(
        _ names: [String], _ storage: any Storage
    ) throws(ClientFault) {
        guard let stranger = names.filter({ !isOurs($0) }).min() else { return }
        throw .backup(
            .usage, "backup-directory-taken",
            "\(storage.place) holds something else than a backup: \(stranger)",
            hint: "name a directory of its own, which may be missing")
    }

    private static func manifest(_ storage: any Storage) throws(ClientFault) -> BackupManifest {
        let bytes: [UInt8]
        do throws(SystemFault) {
            bytes = try storage.open(BackupManifest.fileName, writing: false)
                .read(at: 0, count: BackupManifest.bytesMax)
        } catch {
            throw .backupSystem(error)
        }
        guard let text = CheckedText.content(of: bytes),
            let manifest = try? StrictJSONDecoder.decode(
                BackupManifest.self, from: JSONDocument(Array(text)).root, unknownMembers: .ignored)
        else {
            throw .backup(
                .refused, "backup-damaged",
                "\(storage.place)/\(BackupManifest.fileName) does not match its check",
                hint: "keep this backup for what it still holds, and name another directory")
        }
        guard manifest.format == BackupManifest.formatNow else {
            throw .backup(
                .refused, "backup-format",
                "the backup in \(storage.place) has format \(manifest.format), and this release "
                    + "writes \(BackupManifest.formatNow)",
                hint: "use the supportc of the same release, or name another directory")
        }
        return manifest
    }

    /// Gives the directory free for other processes.
    package func close() { lock.release() }
}

extension ClientFault {
    /// A backup that cannot be made, or not into that directory.
    static func backup(
        _ code: ExitCode, _ error: String, _ why: String, hint: String
    ) -> ClientFault {
        .backup(WireError(code, error, why, hint: hint))
    }

    /// The refusal of the system that holds the backup's directory.
    static func backupSystem(_ fault: SystemFault) -> ClientFault {
        guard !fault.isOfName else {
            return .backup(
                .usage, "backup-directory", fault.description,
                hint: "name a directory that you may write to, in one that is there")
        }
        return .backup(
            .cannotStore, "backup-not-written", fault.description,
            hint: fault.isLackOfSpace
                ? "make room and repeat it: the earlier backup is as it was, and what was copied is "
                    + "not copied again"
                : "see to the cause and repeat it; the earlier backup is as it was")
    }
}
