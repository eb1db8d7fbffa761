/// The files of one flat directory, as the store needs them and no more.
///
/// Names have no slash. Nothing that is written, created, renamed or removed is safe from a power
/// cut until the matching sync returned: a file's bytes by `syncData` or `sync` on the file, its
/// name by `syncDirectory` here. All calls may come from several threads.
package protocol Storage: Sendable {
    /// What to call this directory in a message to people.
    var place: String { get }

    /// The names in the directory, in no order, without `.` and `..`.
    func names() throws(SystemFault) -> [String]

    /// Opens a file that exists, for reading and, if asked, for writing.
    func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile

    /// Which file has a name now, without opening it.
    func identity(of name: String) throws(SystemFault) -> FileIdentity

    /// Creates an empty file for reading and writing; one that exists is emptied.
    func create(_ name: String) throws(SystemFault) -> any StorageFile

    /// Gives a file another name, replacing what had it.
    func rename(_ name: String, to newName: String) throws(SystemFault)

    /// Removes a file's name; an open file stays readable.
    func remove(_ name: String) throws(SystemFault)

    /// Makes created, renamed and removed names durable.
    func syncDirectory() throws(SystemFault)

    /// Takes the directory for this process alone, without waiting.
    ///
    /// The fault `isHeldElsewhere` when another has it. Held until the lock is released or freed.
    func lock() throws(SystemFault) -> any StorageLock
}

/// One open file of a `Storage`; it is closed when the last reference goes.
package protocol StorageFile: Sendable {
    /// Bytes from the beginning to the end of the file.
    func size() throws(SystemFault) -> Int

    /// Up to `count` bytes from `offset`; fewer only where the file ends.
    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8]

    /// Writes all the bytes at `offset`, growing the file if need be.
    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault)

    /// Makes the bytes durable, and of the file's attributes only what reading them back needs.
    func syncData() throws(SystemFault)

    /// Makes the bytes and all attributes durable.
    func sync() throws(SystemFault)
}

/// A directory held by this process alone.
package protocol StorageLock: Sendable {
    /// Gives the directory free; a second call does nothing.
    func release()
}
