import Glibc
import SupportSystem
import Synchronization

/// An open file of a faulty storage.
final class FaultyFile: StorageFile {
    private let storage: FaultyStorage
    private let number: Int
    private let name: String
    private let isWritable: Bool

    init(storage: FaultyStorage, number: Int, name: String, isWritable: Bool) {
        self.storage = storage
        self.number = number
        self.name = name
        self.isWritable = isWritable
    }

    func size() throws(SystemFault) -> Int {
        try call("read the size of") { (disk: inout SimulatedDisk) throws(SystemFault) in
            disk.content(number).count
        }
    }

    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8] {
        try call("read") { (disk: inout SimulatedDisk) throws(SystemFault) in
            Array(disk.content(number).dropFirst(offset).prefix(count))
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) {
        guard isWritable else { throw FaultyStorage.fault("write", name, EBADF) }
        try storage.call(
            "write", name,
            tear: { [number] disk, part in
                _ = disk.write(bytes.prefix(part), at: offset, to: number)
            }
        ) { [name] (disk: inout SimulatedDisk) throws(SystemFault) in
            guard disk.write(bytes, at: offset, to: number) else {
                throw FaultyStorage.fault("write", name, ENOSPC)
            }
        }
    }

    func syncData() throws(SystemFault) { try sync() }

    func sync() throws(SystemFault) {
        do throws(SystemFault) {
            try call("sync") { (disk: inout SimulatedDisk) throws(SystemFault) in
                disk.sync(number)
            }
        } catch {
            storage.forgetUnsynced(number)
            throw error
        }
    }

    private func call<Answer>(
        _ doing: String, _ body: (inout SimulatedDisk) throws(SystemFault) -> Answer
    ) throws(SystemFault) -> Answer {
        try storage.call(doing, name, body)
    }
}

/// The lock of a faulty storage.
final class FaultyLock: StorageLock {
    private let storage: FaultyStorage
    private let isHeld = Atomic(true)

    init(_ storage: FaultyStorage) {
        self.storage = storage
    }

    deinit { release() }

    func release() {
        if isHeld.exchange(false, ordering: .relaxed) { storage.unlock() }
    }
}
