import Glibc

/// How many processors this host has switched on.
package enum ProcessorCount {
    /// The processors that are online now; 1 where the system does not say.
    package static func online() -> Int {
        max(1, sysconf(CInt(_SC_NPROCESSORS_ONLN)))
    }
}
