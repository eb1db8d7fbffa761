/// The desk could not look for a while: nothing is known of any monitor until it has looked again.
///
/// A monitor that was down keeps its ticket and the start of its outage.
package struct MonitoringInterrupted: DeskEvent {
    package static let type = "monitoring.interrupted"
    /// `the desk was off`.
    var reason: String

    package func apply(to state: inout State, _ stamp: Stamp) {
        for monitor in state.monitors.values where monitor.state.isBelief {
            var changed = monitor
            changed.state = .unknown
            changed.since = stamp.at
            changed.detail = reason
            changed.version = stamp.sequence
            state.monitors[monitor.name] = changed
        }
    }

    package var summary: String { "monitoring interrupted: \(reason)" }
}

extension MonitorState {
    /// Whether it rests on looks: those states a gap makes unknown.
    var isBelief: Bool {
        switch self {
        case .up, .failing, .down, .recovering: true
        case .pending, .unknown, .paused: false
        }
    }
}
