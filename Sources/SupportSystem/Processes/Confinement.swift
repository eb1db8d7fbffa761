import CLinux
import Glibc

/// The walls that a process puts up around itself where no service manager does, as far as the kernel
/// has them. None of them can be taken down again.
package enum Confinement {
    /// What of the file system can still be reached, for reading: programs, libraries, what names are
    /// resolved and certificates verified with, and what the kernel says of the host. How full a file
    /// system is can be asked everywhere.
    private static let readable = [
        "/usr", "/lib", "/lib64", "/bin", "/sbin", "/etc", "/proc", "/sys", "/run",
        "/dev/urandom",
    ]

    /// Forbids to read and write files but for those that a prober needs, and from Landlock 6 on to
    /// signal other processes. To be called before any thread is started.
    ///
    /// - Returns: the wall in words, for the operator.
    package static func closeFiles() -> String {
        let version = linux_landlock_version()
        guard version > 0 else { return "files open: the kernel has no Landlock" }
        let rules = linux_landlock_begin(version)
        guard rules >= 0 else { return refused("files") }
        defer { close(rules) }
        let allowed =
            readable.allSatisfy { linux_landlock_allow(rules, $0, 0) == 0 }
            && linux_landlock_allow(rules, "/dev/null", 1) == 0
        guard allowed, linux_landlock_enforce(rules) == 0 else { return refused("files") }
        return "files closed by Landlock \(version)"
    }

    /// Forbids to make Unix sockets, so that no other one of this host's is reached, and to look into
    /// other processes. Connections that stand go on.
    ///
    /// - Returns: the wall in words, for the operator.
    package static func closeLocalSockets() -> String {
        linux_forbid_local_sockets() == 0
            ? "local sockets closed by seccomp" : refused("local sockets")
    }

    /// Leaves a process nothing but the descriptors that it has and the system's libraries to read, for
    /// good: no file, no socket, no other process, no more than so much memory and processor time. For
    /// one that reads what strangers wrote. What the kernel does not have is left out.
    package static func closeIn(memoryBytesMax: Int, processorSecondsMax: Int) {
        ProcessSetup.hideMemory()
        limit(RLIMIT_AS, memoryBytesMax)
        limit(RLIMIT_CPU, processorSecondsMax)
        limit(RLIMIT_NOFILE, descriptorsMax)
        let version = linux_landlock_version()
        if version > 0 {
            let rules = linux_landlock_begin(version)
            if rules >= 0 {
                // Character sets are libraries that are loaded when they are met.
                for path in ["/usr/lib", "/lib", "/lib64", "/usr/share"] {
                    _ = linux_landlock_allow(rules, path, 0)
                }
                _ = linux_landlock_enforce(rules)
                close(rules)
            }
        }
        _ = linux_forbid_reaching_out()
    }

    private static let descriptorsMax = 32

    private static func limit(_ resource: __rlimit_resource, _ most: Int) {
        var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
        _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
    }

    private static func refused(_ what: String) -> String {
        "\(what) open: \(String(cString: strerror(errno)))"
    }
}
