import SupportJSON
package import SupportModel
package import SupportSystem

/// A backup directory: its list, and its copies as the state directory that they make.
package struct StoredBackup: Sendable {
    /// What the list says.
    package let manifest: BackupManifest
    /// The copies under the names of the files that they are copies of.
    package var files: any Storage { FileView(storage, of: manifest) }
    private let storage: any Storage

    private static let doing = "read the list of a backup"

    /// Reads the list; nil where the directory has none, and so is no backup.
    package init?(_ storage: any Storage) throws(StoreFault) {
        let bytes: [UInt8]
        do throws(SystemFault) {
            bytes = try storage.open(BackupManifest.fileName, writing: false)
                .read(at: 0, count: BackupManifest.bytesMax)
        } catch {
            if error.isMissing { return nil }
            throw StoreFault(
                doing: Self.doing, file: BackupManifest.fileName, cause: .system(error))
        }
        manifest = try Self.manifest(bytes)
        self.storage = storage
    }

    private static func manifest(_ bytes: [UInt8]) throws(StoreFault) -> BackupManifest {
        guard let text = CheckedText.content(of: bytes) else {
            throw fault(.damaged("it does not match its check"))
        }
        let manifest: BackupManifest
        do {
            manifest = try StrictJSONDecoder.decode(
                BackupManifest.self, from: JSONDocument(Array(text)).root, unknownMembers: .ignored)
        } catch {
            throw fault(.damaged("\(error)"))
        }
        guard manifest.format == BackupManifest.formatNow else {
            throw fault(.laterFormat(version: manifest.format))
        }
        return manifest
    }

    private static func fault(_ cause: StoreFault.Cause) -> StoreFault {
        StoreFault(doing: doing, file: BackupManifest.fileName, cause: cause)
    }

    /// Holds every copy but those of attachments against its length and checksum: what is wrong with
    /// an attachment keeps nobody from the desk, and its digest tells more.
    package func check() throws(StoreFault) {
        for copy in manifest.files where ContentHash(copy.file.name) == nil {
            let name = BackupCopy.name(of: copy.file)
            let (length, check) = try StoreFault.naming(name, "read a copy") {
                () throws(SystemFault) in
                let file = try storage.open(name, writing: false)
                return (try file.size(), try CRC32C.check(of: file))
            }
            guard length == copy.length else {
                throw StoreFault(
                    doing: "read a copy", file: name,
                    cause: .damaged("it is \(length) bytes long where \(copy.length) were written"))
            }
            guard check == copy.check else {
                throw StoreFault(
                    doing: "read a copy", file: name,
                    cause: .damaged("it does not match its checksum"))
            }
        }
    }
}
