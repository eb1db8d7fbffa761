package import SupportModel

/// A monitor as the protocol shows it.
package struct MonitorView: Codable, Hashable, Sendable {
    /// The name by which commands call the monitor.
    package var monitor: Name<Monitor>
    /// The client whose site or server it watches.
    package var client: Name<Client>
    /// What it looks at, and what is right.
    package var check: Check
    /// The level of the tickets that it opens.
    package var level: Level
    /// What the desk believes of it now.
    package var state: MonitorState
    /// Since when it is in that state.
    package var since: Instant
    /// When the outage began that is not over yet; missing while there is none.
    package var downSince: Instant?
    /// What the last change of state rested on: `connection refused`.
    package var detail: String
    /// The one ticket that it has open; missing while it has none.
    package var ticket: Identifier<Ticket>?
    /// How often it looks and how many looks it believes; times in milliseconds.
    package var timing: MonitorTiming
    /// The last look since the desk started; missing before the first.
    package var lastLook: ProbeView?
    /// The sequence number of the record that last changed the monitor; `if_version` wants it.
    package var version: UInt64

    /// What callers see of a monitor; `lastLook` is nil before the first since the desk started.
    package init(_ monitor: Monitor, lastLook: LastProbe?) {
        self.monitor = monitor.name
        client = monitor.client
        check = monitor.check
        level = monitor.level
        state = monitor.state
        since = monitor.since
        downSince = monitor.downSince
        detail = monitor.detail
        ticket = monitor.ticket
        timing = monitor.timing
        self.lastLook = lastLook.map(ProbeView.init)
        version = monitor.version
    }
}

/// What the last look at a monitor saw.
package struct ProbeView: Codable, Hashable, Sendable {
    /// When the desk heard of it.
    package var at: Instant
    /// What it came to: a success, a failure, or unknown because it could not be made.
    package var outcome: ProbeObservation.Outcome
    /// One line for people: `HTTP 200 in 12 ms`.
    package var detail: String
    /// How long each part took, in microseconds; missing for what does not go over the network.
    package var phases: ProbePhases?
    /// How many looks in a row had this outcome.
    package var streak: Int

    /// What callers see of a look.
    package init(_ probe: LastProbe) {
        at = probe.at
        outcome = probe.observation.outcome
        detail = probe.observation.detail
        phases = probe.observation.phases
        streak = probe.streak
    }
}
