import Glibc

/// The file that a listening Unix socket leaves in the file system.
package enum SocketFile {
    /// Makes way for a socket at a path: removes one that nobody listens on any more.
    ///
    /// The fault `EADDRINUSE` when somebody does, `EEXIST` when there is something else than a
    /// socket; neither is touched.
    package static func makeWay(at path: String) throws(SocketFault) {
        var status = stat()
        if lstat(path, &status) != 0 {
            if errno == ENOENT { return }
            throw fault("look at", path, errno)
        }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw fault("listen on", path, EEXIST) }
        guard try !isAnswered(path) else { throw fault("listen on", path, EADDRINUSE) }
        if unlink(path) != 0, errno != ENOENT { throw fault("remove", path, errno) }
    }

    /// Sets who may connect: the permission bits of the socket's file.
    package static func setMode(_ mode: UInt32, of path: String) throws(SocketFault) {
        if chmod(path, mode_t(mode)) != 0 { throw fault("set the mode of", path, errno) }
    }

    /// Whether somebody listens there.
    private static func isAnswered(_ path: String) throws(SocketFault) -> Bool {
        let address = try UnixAddress(path: path)
        let probe = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard probe >= 0 else { throw fault("open a socket for", path, errno) }
        defer { close(probe) }
        let answer = address.withPointer { connect(probe, $0, $1) }
        if answer == 0 { return true }
        // A full backlog is somebody; a refusal is nobody.
        return errno == EAGAIN || errno == EACCES || errno == EPERM
    }

    private static func fault(_ doing: String, _ path: String, _ cause: Int32) -> SocketFault {
        .system(SystemFault(doing: doing, subject: path, errno: cause))
    }
}
