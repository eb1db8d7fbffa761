/// A person asked the desk to look no more for now.
package struct MonitorPaused: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.paused"
    /// The monitor that was paused.
    package var monitor: Name<Monitor>
    /// Why, in one line.
    var reason: String

    /// Puts it into `paused`; an outage that it is in goes on.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var paused = state.monitors[monitor] else { return }
        paused.state = .paused
        paused.since = stamp.at
        paused.detail = reason
        paused.version = stamp.sequence
        state.monitors[monitor] = paused
    }

    /// `monitor acme-shop paused: moving to a new host`.
    package var summary: String { "monitor \(monitor) paused: \(reason)" }
}
