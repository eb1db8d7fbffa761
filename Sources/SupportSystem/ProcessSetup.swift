import CLinux
import Glibc

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
