import CSystemd

/// A notice of a service to its service manager, as in sd_notify(3).
package enum ServiceNotice: Hashable, Sendable {
    /// The start or a reload has ended.
    case ready
    /// A reload has begun; `ready` ends it.
    case reloading
    /// The stop has begun.
    case stopping
    /// The service makes progress; due more often than the watchdog interval.
    case alive
    /// What goes on takes longer: the manager waits so long from now before it ends the process,
    /// where that is later than it would have.
    case extend(Duration)
    /// A line for people, shown by `systemctl status`; cut to one line and to
    /// `ServiceNotice.statusBytesMax`.
    case status(String)

    /// The longest status line, in bytes of UTF-8; a longer one is cut between characters.
    package static let statusBytesMax = 256

    /// The assignments of sd_notify(3), one a line.
    package var text: String {
        switch self {
        case .ready: "READY=1"
        case .reloading:
            "RELOADING=1\nMONOTONIC_USEC=\(supportd_monotonic_microseconds())"
        case .stopping: "STOPPING=1"
        case .alive: "WATCHDOG=1"
        case .extend(let time): "EXTEND_TIMEOUT_USEC=\(Self.microseconds(time))"
        case .status(let line): "STATUS=\(Self.firstLine(of: line))"
        }
    }

    private static func microseconds(_ time: Duration) -> Int64 {
        let (seconds, attoseconds) = max(.zero, time).components
        return seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    }

    /// The text before the first line break or NUL, cut to `statusBytesMax`: a second line would be
    /// read as another assignment.
    private static func firstLine(of text: String) -> String {
        var line = ""
        var bytes = 0
        for character in text {
            if character.isNewline || character == "\0" { break }
            bytes += character.utf8.count
            if bytes > statusBytesMax { break }
            line.append(character)
        }
        return line
    }
}
