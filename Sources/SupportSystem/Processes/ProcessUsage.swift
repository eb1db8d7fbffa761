import CLinux
import Glibc

/// The resources that all threads of this process have used so far.
package struct ProcessUsage: Hashable, Sendable {
    /// Processor time in the program and in the kernel on its behalf, in microseconds.
    package let processorMicroseconds: Int

    /// The usage up to now.
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

/// The memory of this process: its resident size, and returning free memory to the kernel.
package enum HeapMemory {
    /// The smallest block that is mapped separately and so returned as soon as it is freed, in
    /// bytes.
    private static let mappedBytesMin: CInt = 1 << 20

    /// Makes the C library return large blocks to the kernel as soon as they are freed; called once
    /// at the start.
    package static func mapLargeBlocks() {
        _ = linux_map_blocks_from(mappedBytesMin)
    }

    /// Returns free pages between used ones to the kernel, which the C library otherwise keeps for
    /// ever. Blocks every thread that allocates meanwhile, a millisecond for some tens of MiB.
    package static func giveBack() {
        _ = linux_give_back_free_pages()
    }

    /// Overwrites bytes where they lie, for whoever else holds the same buffer too: only for what
    /// nobody reads any more, such as a buffer that is filled again from a socket.
    ///
    /// A block that is freed is overwritten anyway, by `CHeap`.
    package static func overwrite(_ bytes: some Sequence<UInt8>) {
        bytes.withContiguousStorageIfAvailable { linux_overwrite($0.baseAddress, $0.count) }
    }

    /// The resident size of this process, in bytes; nil where the kernel does not say.
    package static var residentBytes: Int? {
        guard let text = try? SmallFile.read("/proc/self/statm", bytesMax: 256) else { return nil }
        let fields = String(decoding: text, as: UTF8.self).split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * sysconf(CInt(_SC_PAGESIZE))
    }
}

/// The processors of this host.
package enum ProcessorCount {
    /// How many processors are online; 1 where the system does not say.
    package static func online() -> Int {
        max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    }
}
