/// Forgets what is believed of all monitors, because the desk could not look.
package struct InterruptMonitoring: Command {
    /// Why nobody could look: `the desk was off`.
    package var reason: String

    /// For a reason in one line.
    package init(reason: String) { self.reason = reason }

    /// One `MonitoringInterrupted`, or nothing where no look was believed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard state.monitors.values.contains(where: { $0.state.isBelief }) else {
            return Decision([])
        }
        return Decision((), MonitoringInterrupted(reason: reason))
    }
}

/// The desk could not look for a while: nothing is known of any monitor until it has looked again.
///
/// A monitor that was down keeps its ticket and the start of its outage.
package struct MonitoringInterrupted: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitoring.interrupted"
    /// Why nobody could look: `the desk was off`.
    var reason: String

    /// Puts every monitor whose state rests on looks into `unknown`.
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

    /// `monitoring interrupted: the desk was off`.
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
