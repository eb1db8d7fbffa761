/// The desk looks again after a pause.
package struct MonitorResumed: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.resumed"
    /// The monitor that is looked at again.
    package var monitor: Name<Monitor>

    /// Puts it into `unknown` until it has been looked at.
    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var resumed = state.monitors[monitor] else { return }
        resumed.state = .unknown
        resumed.since = stamp.at
        resumed.detail = "not looked at since the pause"
        resumed.version = stamp.sequence
        state.monitors[monitor] = resumed
    }

    /// `monitor acme-shop resumed`.
    package var summary: String { "monitor \(monitor) resumed" }
}
