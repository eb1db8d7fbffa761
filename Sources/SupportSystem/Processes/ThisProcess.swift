import CLinux
import Glibc

/// What the running process was given, and its own end.
package enum ThisProcess {
    /// The value of a variable of its environment; nil where it is not set.
    package static func variable(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Does nothing for so long, at most a day; a signal may cut it short.
    package static func pause(_ time: Duration) {
        let parts = max(.zero, min(time, .seconds(86_400))).components
        var wanted = timespec(
            tv_sec: Int(parts.seconds), tv_nsec: Int(parts.attoseconds / 1_000_000_000))
        nanosleep(&wanted, nil)
    }

    /// Ends it with a status, 0 for success.
    package static func end(status: Int32) -> Never {
        exit(status)
    }
}

/// What this process was started with.
package enum ProcessArguments {
    /// The program's name and its arguments; nil when nobody tells them.
    ///
    /// Swift's runtime finds them on the stack, right below the environment. A library that is loaded
    /// first (`LD_PRELOAD`) and changes the environment moves that elsewhere, and the runtime then says
    /// that there were none; so it does where `/proc` is not mounted. The kernel still knows them.
    package static func all() -> [String]? {
        let known = CommandLine.arguments
        if !known.isEmpty { return known }
        guard let bytes = try? SmallFile.read("/proc/self/cmdline", bytesMax: bytesMax) else {
            return nil
        }
        return split(bytes)
    }

    /// More than the kernel lets a process be started with, on most machines.
    private static let bytesMax = 8_388_608

    /// The texts that zeros end; nil for none, or where the last one has no end.
    package static func split(_ bytes: [UInt8]) -> [String]? {
        guard bytes.last == 0 else { return nil }
        return bytes.dropLast().split(separator: 0, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

/// Who this process is.
package enum ProcessIdentity {
    /// The number of the user whose rights it has.
    package static var effectiveUser: UInt32 { geteuid() }
    /// The number of the process.
    package static var process: Int32 { getpid() }

    /// The path of the program that runs.
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
}

/// Settings of this process that its libraries rely on, made once when it starts.
package enum ProcessSetup {
    /// Writing to a connection that was closed fails instead of ending the process.
    package static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// Takes as many descriptors as the system lets this process have without asking.
    ///
    /// - Returns: how many it may have open from now on; 1024 where the system does not say.
    package static func raiseDescriptorLimit() -> Int {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0 else { return 1024 }
        var raised = limit
        raised.rlim_cur = limit.rlim_max
        if setrlimit(resource, &raised) == 0 { limit = raised }
        return Int(clamping: limit.rlim_cur)
    }

    /// Keeps the memory of this process, which may hold secrets, out of core dumps and from other
    /// processes of the same user; only root may still trace it.
    package static func hideMemory() {
        _ = linux_hide_this_memory()
    }
}

/// What this process has used of its host so far, all its threads together.
package struct ProcessUsage: Hashable, Sendable {
    /// Processor time in the program itself and in the kernel on its behalf, in microseconds.
    package let processorMicroseconds: Int

    /// What was used up to now.
    package static func now() -> ProcessUsage {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else {
            return ProcessUsage(processorMicroseconds: 0)
        }
        return ProcessUsage(
            processorMicroseconds: microseconds(usage.ru_utime) + microseconds(usage.ru_stime))
    }

    private static func microseconds(_ time: timeval) -> Int {
        Int(time.tv_sec) * 1_000_000 + Int(time.tv_usec)
    }
}

/// The memory of this process: how much of it is resident, and giving back what lies free.
package enum HeapMemory {
    /// The smallest block that is mapped by itself and so goes back as soon as it is freed, in bytes.
    private static let mappedBytesMin: CInt = 1 << 20

    /// Has large blocks go back to the kernel as soon as they are freed; made once at the start.
    package static func mapLargeBlocks() {
        _ = linux_map_blocks_from(mappedBytesMin)
    }

    /// Gives the kernel the pages that lie free between what is in use, which the C library otherwise
    /// keeps for ever. Holds up every thread that allocates meanwhile, a millisecond for some tens
    /// of MiB of them.
    package static func giveBack() {
        _ = linux_give_back_free_pages()
    }

    /// The bytes of this process that are in memory now; nil where the kernel does not say.
    package static var residentBytes: Int? {
        guard let text = try? SmallFile.read("/proc/self/statm", bytesMax: 256) else { return nil }
        let fields = String(decoding: text, as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * sysconf(CInt(_SC_PAGESIZE))
    }
}

/// How many processors this host has switched on.
package enum ProcessorCount {
    /// The processors that are online now; 1 where the system does not say.
    package static func online() -> Int {
        max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    }
}
