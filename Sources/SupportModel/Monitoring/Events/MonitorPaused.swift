/// A person asked the desk to look no more for now.
package struct MonitorPaused: DeskEvent {
    package static let type = "monitor.paused"
    package var monitor: Name<Monitor>
    var reason: String

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var paused = state.monitors[monitor] else { return }
        paused.state = .paused
        paused.since = stamp.at
        paused.detail = reason
        paused.version = stamp.sequence
        state.monitors[monitor] = paused
    }

    package var summary: String { "monitor \(monitor) paused: \(reason)" }
}
