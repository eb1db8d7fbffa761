import SupportSystem

/// A clock that runs evenly and cannot be set, for how long ago something was.
package enum SteadyClock {
    /// Time since the host started.
    package static var now: Duration { BootClock.now }
}

/// This run of the client among all others on the host.
package enum ClientRun {
    /// A text that no other run has: the process and when it was asked for.
    package static var name: String {
        "\(ProcessIdentity.process)-\(WallClock.millisecondsSinceEpoch)"
    }
}
