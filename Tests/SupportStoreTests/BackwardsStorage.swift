import SupportSystem
import SupportTestKit

/// A disk whose directory lists its names backwards.
struct BackwardsStorage: Storage {
    let storage: FaultyStorage

    var place: String { storage.place }

    func names() throws(SystemFault) -> [String] { try storage.names().reversed() }

    func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile {
        try storage.open(name, writing: writing)
    }

    func identity(of name: String) throws(SystemFault) -> FileIdentity {
        try storage.identity(of: name)
    }

    func create(_ name: String) throws(SystemFault) -> any StorageFile {
        try storage.create(name)
    }

    func rename(_ name: String, to newName: String) throws(SystemFault) {
        try storage.rename(name, to: newName)
    }

    func remove(_ name: String) throws(SystemFault) { try storage.remove(name) }

    func syncDirectory() throws(SystemFault) { try storage.syncDirectory() }

    func lock() throws(SystemFault) -> any StorageLock { try storage.lock() }
}
