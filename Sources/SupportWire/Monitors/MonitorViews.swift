package import SupportModel

/// A monitor as the protocol shows it.
package struct MonitorView: Listed {
    package static let plural = "monitors"

    package var monitor: Name<Monitor>
    /// The client whose site or server is monitored.
    package var client: Name<Client>
    package var check: Check
    package var level: Level
    package var state: MonitorState
    package var since: Instant
    /// When the present outage began; missing while there is none.
    package var downSince: Instant?
    /// The reason of the last change of state: `connection refused`.
    package var detail: String
    /// The ticket that it has open, at most one.
    package var ticket: Identifier<Ticket>?
    package var timing: MonitorTiming
    /// The last probe since the desk started, `last_look` in the protocol; missing before the
    /// first.
    package var lastLook: ProbeView?
    /// The sequence number of the record that last changed the monitor; for `if_version`.
    package var version: UInt64
    /// True in the answer to a change that found the monitor so already and recorded nothing; missing
    /// otherwise.
    package var unchanged: Bool?

    /// The view of a monitor; `lastLook` is nil before the first probe since the desk started.
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

/// A monitor's last probe as the protocol shows it.
package struct ProbeView: View {
    /// When the desk received the observation.
    package var at: Instant
    /// Unknown when the probe could not run.
    package var outcome: ProbeObservation.Outcome
    /// One line for people: `HTTP 200 in 12 ms`.
    package var detail: String
    /// How long each phase took, in microseconds; missing for a probe that does not use the
    /// network.
    package var phases: ProbePhases?
    /// How many probes in a row had this outcome, 1 or more.
    package var streak: Int

    /// The view of a probe.
    package init(_ probe: LastProbe) {
        at = probe.at
        outcome = probe.observation.outcome
        detail = probe.observation.detail
        phases = probe.observation.phases
        streak = probe.streak
    }
}
