/// The files of one flat directory, with the operations that the store needs.
///
/// Names contain no slash. Nothing that is written, created, renamed or removed is durable until
/// the matching sync returned: a file's bytes after `syncData` or `sync` on the file, its name
/// after `syncDirectory` here. All calls may come from several threads.
package protocol Storage: Sendable {
    /// The name of this directory in a message to people.
    var place: String { get }

    /// The names in the directory, in no order, without `.` and `..`.
    func names() throws(SystemFault) -> [String]

    /// Opens a file that exists, for reading and optionally for writing.
    func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile

    /// The identity of the file that has a name now, without opening it.
    func identity(of name: String) throws(SystemFault) -> FileIdentity

    /// Creates an empty file for reading and writing; one that exists is emptied.
    func create(_ name: String) throws(SystemFault) -> any StorageFile

    /// Renames a file, replacing one of the new name.
    func rename(_ name: String, to newName: String) throws(SystemFault)

    /// Removes a file's name; an open file stays readable.
    func remove(_ name: String) throws(SystemFault)

    /// Makes created, renamed and removed names durable.
    func syncDirectory() throws(SystemFault)

    /// Locks the directory for this process, without waiting.
    ///
    /// Throws `isHeldElsewhere` when another process has the lock. Held until it is released or
    /// freed.
    func lock() throws(SystemFault) -> any StorageLock
}

/// One open file of a `Storage`; it is closed with its last reference.
package protocol StorageFile: Sendable {
    /// The length of the file, in bytes.
    func size() throws(SystemFault) -> Int

    /// Up to `count` bytes from `offset`; fewer only at the end of the file.
    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8]

    /// Writes all the bytes at `offset`, extending the file if necessary.
    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault)

    /// Makes the bytes durable, with only those attributes that reading them back needs.
    func syncData() throws(SystemFault)

    /// Makes the bytes and all attributes durable.
    func sync() throws(SystemFault)
}

/// An exclusive lock on a directory.
package protocol StorageLock: Sendable {
    /// Releases the lock; a second call does nothing.
    func release()
}
