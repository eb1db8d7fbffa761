/// What the desk believes of a monitor has changed.
package struct MonitorStateChanged: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.state-changed"
    /// The monitor that was looked at.
    var monitor: Name<Monitor>
    /// What was believed of it before.
    var from: MonitorState
    /// What is believed of it from then on.
    var to: MonitorState
    /// What it rests on: `connection refused`.
    var detail: String

    /// Sets the state, and where `down` or `up` is reached, the start or the end of the outage.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.monitors[monitor] else { return }
        changed.state = to
        changed.since = stamp.at
        changed.detail = detail
        changed.version = stamp.sequence
        switch to {
        case .down: changed.downSince = changed.downSince ?? stamp.at
        case .up: changed.downSince = nil
        default: break
        }
        state.monitors[monitor] = changed
    }

    /// `monitor acme-shop failing to down: connection refused`.
    package var summary: String {
        "monitor \(monitor) \(from.rawValue) to \(to.rawValue): \(detail)"
    }
}
