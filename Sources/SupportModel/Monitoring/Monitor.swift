/// One thing the desk watches, and what it last believed of it.
package struct Monitor: Hashable, Sendable, Codable {
    /// What people call it: `acme-shop`.
    package var name: Name<Monitor>
    /// Whose site or host it watches.
    package var client: Name<Client>
    /// What is looked at, and what is right there.
    package var check: Check
    /// How often, and how many looks in a row are believed.
    package var timing: MonitorTiming
    /// The level of the ticket that it opens.
    package var level: Level
    /// What the desk believes of it now.
    package var state: MonitorState
    /// Since when it is in that state.
    package var since: Instant
    /// When it was last believed down and not yet up again; nil while all is well.
    package var downSince: Instant?
    /// What the last change of state rested on: `connection refused`.
    package var detail: String
    /// The one ticket that it has open.
    package var ticket: Identifier<Ticket>?
    /// The sequence number of the record that last changed the monitor.
    package var version: UInt64

    /// What a worker is asked to do for it; nil while paused.
    package var assignment: ProbeAssignment? {
        guard state != .paused else { return nil }
        return ProbeAssignment(
            monitor: name, check: check, intervalMilliseconds: timing.intervalMilliseconds,
            retryMilliseconds: timing.retryMilliseconds,
            timeoutMilliseconds: timing.timeoutMilliseconds,
            failuresToBelieve: timing.failuresToBelieve)
    }
}
