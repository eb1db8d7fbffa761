import FoundationEssentials
package import SupportModel
package import SupportSystem

/// Files of another storage under other names, to be read only: a backup as the state directory that
/// it holds, or a state directory with files that it does not have yet.
package final class FileView: Storage {
    /// The file behind a name, and how long it is here: what is missing at its end are zeros.
    private struct Place {
        let name: String
        let bytes: Int?
    }

    private let base: any Storage
    private let places: [String: Place]
    private let texts: [String: [UInt8]]

    /// The place of the files behind.
    package var place: String { base.place }

    /// The files of a backup.
    init(_ base: any Storage, of manifest: BackupManifest) {
        self.base = base
        places = Dictionary(
            manifest.files.map {
                ($0.file.name, Place(name: BackupCopy.name(of: $0.file), bytes: $0.file.bytes))
            }, uniquingKeysWith: { first, _ in first })
        texts = manifest.mark.map { [StoreFileName.durable: Array($0.utf8)] } ?? [:]
    }

    /// Files as they are, and one more.
    init(_ base: any Storage, _ names: [String], with name: String, _ text: [UInt8]) {
        self.base = base
        places = Dictionary(
            names.map { ($0, Place(name: $0, bytes: nil)) }, uniquingKeysWith: { first, _ in first }
        )
        texts = [name: text]
    }

    /// The names that the files have here.
    package func names() throws(SystemFault) -> [String] {
        places.keys + texts.keys.filter { places[$0] == nil }
    }

    /// Opens a file to read it, as long as it is here.
    package func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile {
        guard !writing else { throw readOnly("write", name) }
        if let text = texts[name] { return TextFile(text: text) }
        guard let place = places[name] else {
            // Also where a copy of that name is left over that the list does not name.
            throw .missing(doing: "open", subject: "\(base.place)/\(name)")
        }
        let file = try base.open(place.name, writing: false)
        return place.bytes.map { PaddedFile(file: file, bytes: $0) } ?? file
    }

    /// The identity of the file behind the name.
    package func identity(of name: String) throws(SystemFault) -> FileIdentity {
        try base.identity(of: places[name]?.name ?? name)
    }

    /// Locks the directory of the files behind.
    package func lock() throws(SystemFault) -> any StorageLock { try base.lock() }

    /// Refused, as nothing is written here.
    package func create(_ name: String) throws(SystemFault) -> any StorageFile {
        throw readOnly("create", name)
    }

    /// Refused, as nothing is written here.
    package func rename(_ name: String, to newName: String) throws(SystemFault) {
        throw readOnly("rename", name)
    }

    /// Refused, as nothing is written here.
    package func remove(_ name: String) throws(SystemFault) { throw readOnly("remove", name) }

    /// Refused, as nothing is written here.
    package func syncDirectory() throws(SystemFault) { throw readOnly("sync", base.place) }

    private func readOnly(_ doing: String, _ name: String) -> SystemFault {
        SystemFault(doing: doing, subject: name, found: "a file of a backup")
    }
}

/// A file with zeros at its end that are not stored.
private struct PaddedFile: StorageFile {
    let file: any StorageFile
    let bytes: Int

    func size() throws(SystemFault) -> Int { max(bytes, try file.size()) }

    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8] {
        var read = try file.read(at: offset, count: count)
        let missing = min(count, max(0, bytes - offset)) - read.count
        if missing > 0 { read.append(contentsOf: repeatElement(0, count: missing)) }
        return read
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) {
        try file.write(bytes, at: offset)
    }

    func syncData() throws(SystemFault) { try file.syncData() }
    func sync() throws(SystemFault) { try file.sync() }
}

/// A short file that is kept in memory.
private struct TextFile: StorageFile {
    let text: [UInt8]

    func size() throws(SystemFault) -> Int { text.count }

    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8] {
        Array(text.dropFirst(offset).prefix(count))
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) {
        throw SystemFault(doing: "write", subject: "a text", found: "a file of a backup")
    }

    func syncData() throws(SystemFault) {}
    func sync() throws(SystemFault) {}
}
