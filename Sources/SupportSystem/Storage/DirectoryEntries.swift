import Glibc

/// Lists directories.
package enum DirectoryEntries {
    /// The names in a directory, in no order, without `.` and `..`.
    package static func names(in path: String) throws(SystemFault) -> [String] {
        let number = try systemCall("list", path) {
            open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        }
        return try names(closing: number, path)
    }

    /// The same through a descriptor, which is closed in any case.
    static func names(closing number: Int32, _ path: String) throws(SystemFault) -> [String] {
        guard let stream = fdopendir(number) else {
            let cause = errno
            close(number)
            throw SystemFault(doing: "list", subject: path, errno: cause)
        }
        defer { closedir(stream) }
        return try entries(of: stream, path)
    }

    private static func entries(
        of stream: OpaquePointer, _ path: String
    ) throws(SystemFault) -> [String] {
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        if errno != 0 { throw SystemFault(doing: "list", subject: path, errno: errno) }
        return names
    }
}
