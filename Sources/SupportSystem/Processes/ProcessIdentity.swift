import Glibc

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
