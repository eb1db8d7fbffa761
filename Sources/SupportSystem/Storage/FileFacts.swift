import CLinux
import Glibc

/// What the file system says of a file: its kind, its rights, its owner.
package struct FileFacts: Hashable, Sendable {
    /// The kinds that are told apart.
    package enum Kind: Hashable, Sendable {
        case regular, directory, socket
        /// A device, a FIFO, a symbolic link.
        case other
    }

    /// What it is.
    package var kind: Kind
    /// Its permission bits, `0` to `0o7777`.
    package var mode: UInt32
    /// The number of the user whom it belongs to.
    package var owner: UInt32
    /// Its length in bytes.
    package var bytes: UInt64

    package init(kind: Kind, mode: UInt32, owner: UInt32, bytes: UInt64 = 0) {
        (self.kind, self.mode, self.owner, self.bytes) = (kind, mode, owner, bytes)
    }

    /// Whether the members of its group may write it.
    package var isOpenToGroup: Bool { mode & 0o020 != 0 }
    /// Whether everybody may write it.
    package var isOpenToAll: Bool { mode & 0o002 != 0 }
    /// Whether it is a directory like `/tmp`, in which nobody can replace another's file.
    package var isSticky: Bool { kind == .directory && mode & 0o1000 != 0 }

    /// Reads the facts of the file at a path. Symbolic links are followed.
    package static func read(_ path: String) throws(SystemFault) -> FileFacts {
        var status = stat()
        _ = try systemCall("look at", path) { stat(path, &status) }
        let kind: Kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .regular
            case S_IFDIR: .directory
            case S_IFSOCK: .socket
            default: .other
            }
        return FileFacts(
            kind: kind, mode: status.st_mode & 0o7777, owner: status.st_uid,
            bytes: UInt64(clamping: status.st_size))
    }
}

/// What the kernel says of a file system as a whole.
package struct FileSystemFacts: Hashable, Sendable {
    /// The kinds that are told apart.
    package enum Kind: String, Hashable, Sendable {
        /// It lies in memory and is empty after a restart of the host.
        case memory
        /// Another host keeps it.
        case network
        /// Any other, as on a disk.
        case local
    }

    /// What keeps it.
    package var kind: Kind
    /// Its room for a user who is not root.
    package var room: FileSystemRoom
    /// Files that it can have in all; 0 where it has no such limit.
    package var filesMax: UInt64
    /// Files that can still be made.
    package var filesLeft: UInt64
    /// Whether it is mounted without the right to write.
    package var isReadOnly: Bool

    package init(
        kind: Kind, room: FileSystemRoom, filesMax: UInt64, filesLeft: UInt64,
        isReadOnly: Bool = false
    ) {
        (self.kind, self.room, self.filesMax) = (kind, room, filesMax)
        (self.filesLeft, self.isReadOnly) = (filesLeft, isReadOnly)
    }

    /// Reads the facts of the file system that contains a path. Blocks while it does not answer.
    package static func read(_ path: String) throws(SystemFault) -> FileSystemFacts {
        var answer = statvfs()
        _ = try systemCall("look at the file system of", path) { statvfs(path, &answer) }
        let type = try systemCall("look at the file system of", path) {
            linux_file_system_type(path)
        }
        let room: FileSystemRoom
        do {
            room = try FileSystemRoom.read(path: path)
        } catch {
            throw SystemFault(
                doing: "look at the file system of", subject: path, errno: error.rawValue)
        }
        return FileSystemFacts(
            kind: Self.kind(ofType: type), room: room, filesMax: UInt64(answer.f_files),
            filesLeft: UInt64(answer.f_favail), isReadOnly: answer.f_flag & UInt(ST_RDONLY) != 0)
    }

    /// The numbers are those of `statfs(2)`.
    private static func kind(ofType type: Int) -> Kind {
        switch type {
        // tmpfs and ramfs.
        case 0x0102_1994, 0x8584_58f6: .memory
        // NFS, CIFS, SMB2, 9P, Ceph, AFS.
        case 0x6969, 0xff53_4d42, 0xfe53_4d42, 0x0102_1997, 0x00c3_6400, 0x5346_414f: .network
        default: .local
        }
    }
}
