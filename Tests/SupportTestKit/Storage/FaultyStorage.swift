// A disk in memory that remembers what was synced and what was not.
//
// A file has the content that reading shows and the durable content; between two syncs its writes
// are kept apart. A name has the same two sides. When power is cut, of the writes that were not
// synced any sectors of 512 bytes may be there or not, one of them perhaps in part, and of the
// unsynced changes to names the first few may be there, as a journalling file system keeps their
// order.

import Glibc
package import SupportSystem

/// A storage that fails, tears writes and loses power where the test wants it.
package final class FaultyStorage: Storage {
    package let place = "a faulty disk"
    private let disk: GuardedState<SimulatedDisk>

    /// An empty disk without troubles.
    ///
    /// - Parameter ignoresSyncs: true for a disk that says it has synced and has not: a test of
    ///   durability must fail on it.
    package init(ignoresSyncs: Bool = false) {
        disk = GuardedState(SimulatedDisk(ignoresSyncs: ignoresSyncs))
    }

    private init(_ disk: SimulatedDisk) {
        self.disk = GuardedState(disk)
    }

    /// Plans trouble at the call with this number, counted from 1 for the first call ever made.
    package func plan(_ trouble: StorageTrouble, atCall number: Int) {
        disk.withLock { $0.plans[number] = trouble }
    }

    /// How many bytes all files together may have from now on; more fail with ENOSPC.
    package func limitSpace(to bytes: Int?) {
        disk.withLock { $0.capacity = bytes }
    }

    /// How many calls were made.
    package var calls: Int { disk.withLock { $0.calls } }

    /// The names of files that existed and were opened to be written.
    package var openedForWriting: Set<String> { disk.withLock { $0.openedForWriting } }

    /// Whether power was cut.
    package var isDown: Bool { disk.withLock { $0.isDown } }

    /// The disk as it may be found after power came back, by the seed.
    package func rebooted(seed: UInt64) -> FaultyStorage {
        var random = SeededRandom(seed: seed)
        return FaultyStorage(disk.withLock { $0.afterPowerCut(&random) })
    }

    /// The disk as reading shows it, for another process: no locks, no troubles.
    package func copied() -> FaultyStorage {
        FaultyStorage(disk.withLock { $0.copied() })
    }

    /// What reading shows of a file, nil when it is not there.
    package func content(of name: String) -> [UInt8]? {
        disk.withLock { disk in disk.names[name].flatMap { disk.files[$0]?.content } }
    }

    /// Puts a file there, durably and without counting as a call.
    package func put(_ name: String, _ content: [UInt8]) {
        disk.withLock { $0.put(name, content) }
    }

    /// Removes a file durably, without counting as a call.
    package func take(_ name: String) {
        disk.withLock { $0.put(name, nil) }
    }

    package func names() throws(SystemFault) -> [String] {
        try call("list", place) { (disk: inout SimulatedDisk) throws(SystemFault) in
            disk.names.keys.sorted()
        }
    }

    package func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile {
        try call("open", name) { [self] (disk: inout SimulatedDisk) throws(SystemFault) in
            guard let number = disk.names[name] else { throw Self.fault("open", name, ENOENT) }
            if writing { disk.openedForWriting.insert(name) }
            return FaultyFile(storage: self, number: number, name: name, isWritable: writing)
        }
    }

    package func identity(of name: String) throws(SystemFault) -> FileIdentity {
        try call("look for", name) { (disk: inout SimulatedDisk) throws(SystemFault) in
            guard let number = disk.names[name] else { throw Self.fault("look for", name, ENOENT) }
            return FileIdentity(device: 0, number: UInt64(number))
        }
    }

    package func create(_ name: String) throws(SystemFault) -> any StorageFile {
        try call("create", name) { [self] (disk: inout SimulatedDisk) throws(SystemFault) in
            let number = disk.create(name)
            return FaultyFile(storage: self, number: number, name: name, isWritable: true)
        }
    }

    package func rename(_ name: String, to newName: String) throws(SystemFault) {
        try call("rename", name) { (disk: inout SimulatedDisk) throws(SystemFault) in
            guard disk.names[name] != nil else { throw Self.fault("rename", name, ENOENT) }
            disk.change(.rename(name, newName))
        }
    }

    package func remove(_ name: String) throws(SystemFault) {
        try call("remove", name) { (disk: inout SimulatedDisk) throws(SystemFault) in
            guard disk.names[name] != nil else { throw Self.fault("remove", name, ENOENT) }
            disk.change(.remove(name))
        }
    }

    package func syncDirectory() throws(SystemFault) {
        try call("sync directory", place) { (disk: inout SimulatedDisk) throws(SystemFault) in
            disk.syncNames()
        }
    }

    package func lock() throws(SystemFault) -> any StorageLock {
        try call("lock", place) { [self] (disk: inout SimulatedDisk) throws(SystemFault) in
            if disk.isLocked { throw Self.fault("lock", place, EWOULDBLOCK) }
            disk.isLocked = true
            return FaultyLock(self)
        }
    }

    func forgetUnsynced(_ number: Int) {
        disk.withLock { $0.forgetUnsynced(number) }
    }

    func unlock() {
        disk.withLock { $0.isLocked = false }
    }

    /// Counts a call and lets the planned trouble happen; `tear` does the first part of a write.
    func call<Answer>(
        _ doing: String, _ subject: String, tear: (inout SimulatedDisk, Int) -> Void = { _, _ in },
        _ body: (inout SimulatedDisk) throws(SystemFault) -> Answer
    ) throws(SystemFault) -> Answer {
        try disk.withLock { (disk: inout SimulatedDisk) throws(SystemFault) in
            if let part = try disk.count(doing, subject) {
                tear(&disk, part)
                throw Self.fault(doing, subject, EIO)
            }
            return try body(&disk)
        }
    }

    static func fault(_ doing: String, _ name: String, _ errno: Int32) -> SystemFault {
        SystemFault(doing: doing, subject: name, errno: errno)
    }
}
