/// What the desk believes of a monitor has changed.
package struct MonitorStateChanged: DeskEvent {
    package static let type = "monitor.state-changed"
    var monitor: Name<Monitor>
    var from: MonitorState
    var to: MonitorState
    /// What it rests on: `connection refused`.
    var detail: String

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

    package var summary: String {
        "monitor \(monitor) \(from.rawValue) to \(to.rawValue): \(detail)"
    }
}
