import Glibc

/// Programs as files.
package enum ExecutableFile {
    /// Whether this process may run the file of that path: false too when there is none, or when it
    /// cannot be reached. A path that is not absolute counts from the working directory.
    package static func isThere(_ path: String) -> Bool { access(path, X_OK) == 0 }
}
