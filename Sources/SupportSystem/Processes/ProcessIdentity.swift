import Glibc

/// Who this process is.
package enum ProcessIdentity {
    /// The number of the user whose rights it has.
    package static var effectiveUser: UInt32 { geteuid() }
    /// The number of the process.
    package static var process: Int32 { getpid() }
}
