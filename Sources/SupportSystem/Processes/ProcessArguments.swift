import Glibc

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
