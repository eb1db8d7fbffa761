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
