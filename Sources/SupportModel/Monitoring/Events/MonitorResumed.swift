/// The desk looks again after a pause.
package struct MonitorResumed: DeskEvent {
    package static let type = "monitor.resumed"
    package var monitor: Name<Monitor>

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var resumed = state.monitors[monitor] else { return }
        resumed.state = .unknown
        resumed.since = stamp.at
        resumed.detail = "not looked at since the pause"
        resumed.version = stamp.sequence
        state.monitors[monitor] = resumed
    }

    package var summary: String { "monitor \(monitor) resumed" }
}
