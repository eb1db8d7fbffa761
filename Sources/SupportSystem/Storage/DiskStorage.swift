import CLinux
import Glibc

/// The real storage: one directory of a file system, held open.
///
/// Files are created for their owner alone (mode 0600), the directory too (0700), and no descriptor
/// is inherited by a child process. Names are resolved from the open directory, so renaming a
/// parent while the program runs has no effect. A file that is not regular is never opened: a FIFO
/// would wait for its other end, and a device may act.
package final class DiskStorage: Storage {
    package let place: String
    private let directory: OwnedDescriptor
    private let spare = SpareDescriptors(count: 4)

    /// Opens a directory; when `creating`, creates it first, durably, but not its parents.
    package init(directory path: String, creating: Bool) throws(SystemFault) {
        place = path
        if creating { try Self.createDirectory(path) }
        let number = try systemCall("open directory", path) {
            Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        directory = OwnedDescriptor(number)
    }

    /// Opens a directory inside another one, wherever that lies by now; when `creating`, creates it
    /// first, durably. A symbolic link is refused, not followed.
    package init(
        _ name: String, in parent: DiskStorage, creating: Bool
    ) throws(SystemFault) {
        let path = parent.path(of: name)
        place = path
        if creating {
            do throws(SystemFault) {
                _ = try systemCall("create directory", path) {
                    mkdirat(parent.directory.number, name, 0o700)
                }
                try parent.syncDirectory()
            } catch {
                guard error.isTaken else { throw error }
            }
        }
        let number = try systemCall("open directory", path) {
            openat(
                parent.directory.number, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)
        }
        directory = OwnedDescriptor(number)
    }

    /// Why others than this process's user can change the files; nil when they cannot.
    package func exposure() throws(SystemFault) -> DirectoryExposure? {
        var status = stat()
        _ = try systemCall("read the rights of", place) { fstat(directory.number, &status) }
        if status.st_uid != geteuid() { return .foreign(owner: status.st_uid) }
        return status.st_mode & 0o022 == 0 ? nil : .open(mode: status.st_mode & 0o7777)
    }

    /// Whether the directory is root's, and so is what this process creates in it.
    package var isRoots: Bool {
        get throws(SystemFault) { try owner().user == 0 && geteuid() == 0 }
    }

    /// Gives a file to the owner and the group of the directory, where this process is root's and the
    /// directory is somebody else's; nothing otherwise.
    package func giveToOwner(_ name: String) throws(SystemFault) {
        let (user, group) = try owner()
        guard geteuid() == 0, user != 0 else { return }
        _ = try systemCall("change the owner of", path(of: name)) {
            fchownat(directory.number, name, user, group, AT_SYMLINK_NOFOLLOW)
        }
    }

    private func owner() throws(SystemFault) -> (user: uid_t, group: gid_t) {
        var status = stat()
        _ = try systemCall("read the rights of", place) { fstat(directory.number, &status) }
        return (status.st_uid, status.st_gid)
    }

    private static func createDirectory(_ path: String) throws(SystemFault) {
        do {
            _ = try systemCall("create directory", path) { mkdir(path, 0o700) }
        } catch {
            if error.errno == EEXIST { return }
            throw error
        }
        let parent = path.hasSuffix("/") ? path + ".." : path + "/.."
        let descriptor = OwnedDescriptor(
            try systemCall("open directory", parent) {
                Glibc.open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            })
        _ = try systemCall("sync directory", parent) { fsync(descriptor.number) }
    }

    /// Reads the directory through a separate descriptor, so that calls do not share a position.
    package func names() throws(SystemFault) -> [String] {
        let copy = try systemCall("list", place) {
            openat(directory.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        return try DirectoryEntries.names(closing: copy, place)
    }

    /// Opens a file of the directory; a symbolic link is refused, not followed.
    package func open(_ name: String, writing: Bool) throws(SystemFault) -> any StorageFile {
        try open(name, flags: writing ? O_RDWR : O_RDONLY, doing: "open")
    }

    /// The identity of the file with this name; a symbolic link is refused, not followed. In a
    /// directory that was moved away as a whole, or that something was mounted over, no file is
    /// found: the next start would look elsewhere.
    package func identity(of name: String) throws(SystemFault) -> FileIdentity {
        var (own, named) = (stat(), stat())
        _ = try systemCall("look for", place) { fstat(directory.number, &own) }
        _ = try systemCall("look for", place) { stat(place, &named) }
        guard own.st_dev == named.st_dev, own.st_ino == named.st_ino else {
            throw SystemFault(doing: "look for", subject: path(of: name), errno: ENOENT)
        }
        var status = stat()
        _ = try systemCall("look for", path(of: name)) {
            fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW)
        }
        try FileKind(status).expectRegular("look for", path(of: name))
        return FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    }

    /// Creates or empties a file for its owner alone; a symbolic link is refused, not followed.
    package func create(_ name: String) throws(SystemFault) -> any StorageFile {
        try open(name, flags: O_RDWR | O_CREAT | O_TRUNC, doing: "create")
    }

    private func open(
        _ name: String, flags: Int32, doing: String
    ) throws(SystemFault) -> any StorageFile {
        try expectRegular(name, doing)
        // The file may have been replaced between the check and the opening.
        let number = try opening(writing: flags & O_RDWR != 0) { () throws(SystemFault) in
            try systemCall(doing, path(of: name)) {
                openat(
                    directory.number, name,
                    flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0o600)
            }
        }
        let file = OwnedDescriptor(number)
        var status = stat()
        _ = try systemCall(doing, path(of: name)) { fstat(file.number, &status) }
        try FileKind(status).expectRegular(doing, path(of: name))
        return DiskFile(file, path: path(of: name))
    }

    /// Refuses a file that is not regular; a missing one is accepted, as opening reports or creates
    /// it.
    private func expectRegular(_ name: String, _ doing: String) throws(SystemFault) {
        var status = stat()
        guard fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return }
        try FileKind(status).expectRegular(doing, path(of: name))
    }

    /// Uses the reserve of descriptors for a file that is written; reading can be repeated later.
    private func opening<Answer>(
        writing: Bool, _ call: () throws(SystemFault) -> Answer
    ) throws(SystemFault) -> Answer {
        writing ? try spare.opening(call) : try call()
    }

    /// Renames inside the directory in one step: at every moment one of the names exists, with a
    /// whole file.
    package func rename(_ name: String, to newName: String) throws(SystemFault) {
        try expectRegular(newName, "replace")
        _ = try systemCall("rename to \(newName)", path(of: name)) {
            renameat(directory.number, name, directory.number, newName)
        }
    }

    /// Renames a file to a name that no other has; throws `isTaken` where one has it.
    package func rename(_ name: String, toNew newName: String) throws(SystemFault) {
        do throws(SystemFault) {
            _ = try systemCall("rename to \(newName)", path(of: name)) {
                linux_rename_to_new(directory.number, name, newName)
            }
        } catch {
            // Some file systems cannot do both in one step.
            guard error.errno == EINVAL else { throw error }
            var status = stat()
            guard fstatat(directory.number, newName, &status, AT_SYMLINK_NOFOLLOW) != 0 else {
                throw SystemFault(doing: "rename to \(newName)", subject: name, errno: EEXIST)
            }
            try rename(name, to: newName)
        }
    }

    /// How long ago a file was written last, by the wall clock; negative where that was set back.
    package func age(of name: String) throws(SystemFault) -> Duration {
        var status = stat()
        _ = try systemCall("look at", path(of: name)) {
            fstatat(directory.number, name, &status, AT_SYMLINK_NOFOLLOW)
        }
        let written =
            Int64(status.st_mtim.tv_sec) * 1000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
        return .milliseconds(WallClock.millisecondsSinceEpoch - written)
    }

    /// Unlinks a file; an open descriptor can still read it.
    package func remove(_ name: String) throws(SystemFault) {
        try expectRegular(name, "remove")
        _ = try systemCall("remove", path(of: name)) { unlinkat(directory.number, name, 0) }
    }

    /// Makes the directory's names durable with `fsync` on the directory itself.
    package func syncDirectory() throws(SystemFault) {
        _ = try systemCall("sync directory", place) { fsync(directory.number) }
    }

    /// Locks the directory with `flock`, which also excludes a second lock in this process.
    package func lock() throws(SystemFault) -> any StorageLock {
        try DirectoryLock(directory: directory, path: place)
    }

    private func path(of name: String) -> String { "\(place)/\(name)" }
}

/// One open file on a disk.
final class DiskFile: StorageFile {
    private let descriptor: OwnedDescriptor
    private let path: String

    init(_ descriptor: OwnedDescriptor, path: String) {
        (self.descriptor, self.path) = (descriptor, path)
    }

    func size() throws(SystemFault) -> Int {
        var status = stat()
        _ = try systemCall("read the size of", path) { fstat(descriptor.number, &status) }
        return Int(status.st_size)
    }

    func read(at offset: Int, count: Int) throws(SystemFault) -> [UInt8] {
        let count = min(count, max(0, try size() - offset))
        var failure: SystemFault?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            do throws(SystemFault) {
                filled = try fill(UnsafeMutableRawBufferPointer(buffer), at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    private func fill(
        _ buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws(SystemFault) -> Int {
        var filled = 0
        while filled < buffer.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let count = try systemCall("read", path) {
                pread(descriptor.number, rest.baseAddress, rest.count, off_t(offset + filled))
            }
            if count == 0 { break }
            filled += count
        }
        return filled
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(SystemFault) {
        var failure: SystemFault?
        bytes.withUnsafeBytes { buffer in
            do throws(SystemFault) {
                try drain(buffer, at: offset)
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
    }

    private func drain(_ buffer: UnsafeRawBufferPointer, at offset: Int) throws(SystemFault) {
        var written = 0
        while written < buffer.count {
            let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
            written += try systemCall("write", path) {
                pwrite(descriptor.number, rest.baseAddress, rest.count, off_t(offset + written))
            }
        }
    }

    func syncData() throws(SystemFault) {
        _ = try systemCall("sync", path) { fdatasync(descriptor.number) }
    }

    func sync() throws(SystemFault) {
        _ = try systemCall("sync", path) { fsync(descriptor.number) }
    }
}
