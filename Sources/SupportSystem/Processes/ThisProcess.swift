import CLinux
import Glibc

/// The environment and the end of this process.
package enum ThisProcess {
    /// The value of an environment variable; nil where it is not set.
    package static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Sleeps for a time, at most a day; a signal may shorten it.
    package static func pause(_ time: Duration) {
        let parts = max(.zero, min(time, .seconds(86_400))).components
        var wanted = timespec(
            tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
        nanosleep(&wanted, nil)
    }

    /// Exits with a status, 0 for success.
    package static func end(status: Int32) -> Never {
        exit(status)
    }
}

/// The command line of this process.
package enum ProcessArguments {
    /// The program's name and its arguments; nil when they cannot be determined.
    ///
    /// Swift's runtime finds them on the stack, directly below the environment. A library that is
    /// loaded first (`LD_PRELOAD`) and changes the environment moves that elsewhere, and the
    /// runtime then reports none; so it does where `/proc` is not mounted. The kernel still has
    /// them.
    package static func all() -> [String]? {
        let known = CommandLine.arguments
        if !known.isEmpty { return known }
        guard let bytes = try? SmallFile.read("/proc/self/cmdline", bytesMax: bytesMax) else {
            return nil
        }
        return split(bytes)
    }

    /// The longest command line that is read, in bytes: more than the kernel allows on most
    /// machines.
    private static let bytesMax = 8_388_608

    /// The texts that are terminated by zeros; nil for none, or where the last one is not
    /// terminated.
    package static func split(_ bytes: [UInt8]) -> [String]? {
        guard bytes.last == 0 else { return nil }
        return bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

/// The identity of this process.
package enum ProcessIdentity {
    /// The effective user, whose permissions it has.
    package static var effectiveUser: UInt32 { geteuid() }
    /// The number of the process.
    package static var process: Int32 { getpid() }

    /// The path of the running program.
    package static var programPath: String {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = bytes.withUnsafeMutableBytes { buffer in
            buffer.bindMemory(to: CChar.self).baseAddress.map {
                readlink("/proc/self/exe", $0, buffer.count)
            } ?? -1
        }
        guard count > 0 else { return CommandLine.arguments.first ?? "" }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    /// Whether the running program's file was replaced or removed since it was started, as by an
    /// upgrade.
    package static var programIsReplaced: Bool { programPath.hasSuffix(" (deleted)") }
}

/// Settings of this process that its libraries rely on, made once at the start.
package enum ProcessSetup {
    /// Makes writing to a closed connection fail instead of ending the process.
    package static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Raises the limit of open descriptors as far as the system allows.
    ///
    /// - Returns: how many the process may have open from now on; 1024 where the system does not
    ///   say.
    package static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 1024 }
        var raised = limit
        raised.rlim_cur = limit.rlim_max
        if setrlimit(resource, &raised) == 0 { limit = raised }
        return Int(clamping: limit.rlim_cur)
    }

    /// Excludes the memory of this process, which may contain secrets, from core dumps, and
    /// protects it from other processes of the same user; only root can still trace it.
    package static func hideMemory() {
        _ = linux_hide_this_memory()
        let resource = __rlimit_resource_t(RLIMIT_CORE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return }
        limit.rlim_cur = 0
        _ = setrlimit(resource, &limit)
    }
}
