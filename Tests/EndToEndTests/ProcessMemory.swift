import Foundation
import Glibc
import SupportSystem
import Testing

/// The memory of another process, as root sees it.
enum ProcessMemory {
    /// Which of the texts lie anywhere in what a process can read and write.
    static func found(_ texts: [[UInt8]], in process: Int32) throws -> [[UInt8]] {
        let regions = try regions(of: process)
        return texts.filter { text in
            let search = ByteSearch(for: text)
            return regions.contains { $0.withUnsafeBytes(search.occurs) }
        }
    }

    private static func regions(of process: Int32) throws -> [Data] {
        let maps = try String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)
        let file = open("/proc/\(process)/mem", O_RDONLY)
        defer { close(file) }
        try #require(file >= 0)
        return maps.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: " ")
            let ends = fields[0].split(separator: "-").compactMap { Int($0, radix: 16) }
            guard fields[1].hasPrefix("rw"), ends.count == 2 else { return nil }
            var bytes = Data(count: ends[1] - ends[0])
            let count = bytes.withUnsafeMutableBytes {
                pread(file, $0.baseAddress, $0.count, ends[0])
            }
            return count > 0 ? bytes.prefix(count) : nil
        }
    }
}
