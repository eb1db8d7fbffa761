import Glibc

/// What a name in a directory stands for.
struct FileKind {
    private let mode: mode_t

    init(_ status: stat) {
        mode = status.st_mode & S_IFMT
    }

    /// Throws a fault that says what it is, unless it is a regular file.
    func expectRegular(
        _ doing: String, _ subject: @autoclosure () -> String
    ) throws(SystemFault) {
        if mode == S_IFREG { return }
        throw SystemFault(doing: doing, subject: subject(), found: words)
    }

    private var words: String {
        switch mode {
        case S_IFDIR: "a directory"
        case S_IFIFO: "a FIFO"
        case S_IFSOCK: "a socket"
        case S_IFLNK: "a symbolic link"
        case S_IFCHR, S_IFBLK: "a device"
        default: "something else"
        }
    }
}
