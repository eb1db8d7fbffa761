import CLinux
import Glibc

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
