package import SupportModel

/// A monitor as the protocol shows it.
package struct MonitorView: Codable, Hashable, Sendable {
    package var monitor: Name<Monitor>
    package var client: Name<Client>
    package var check: Check
    package var level: Level
    package var state: MonitorState
    package var since: Instant
    package var downSince: Instant?
    package var detail: String
    package var ticket: Identifier<Ticket>?
    /// Milliseconds.
    package var timing: MonitorTiming
    /// The last look since the desk started; missing before the first.
    package var lastLook: LookView?
    package var version: UInt64

    package init(_ monitor: Monitor, lastLook: LastLook?) {
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
        self.lastLook = lastLook.map(LookView.init)
        version = monitor.version
    }
}
