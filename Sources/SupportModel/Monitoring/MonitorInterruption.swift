/// Records a gap in monitoring, after which no monitor's state is known.
package struct InterruptMonitoring: Command {
    /// Why nothing was probed: `the desk was off`.
    package var reason: String

    /// The command for a reason in one line.
    package init(reason: String) { self.reason = reason }

    /// One `MonitoringInterrupted`, or nothing where no state is based on probes.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Void> {
        guard state.monitors.values.contains(where: { $0.state.isBelief }) else {
            return Decision([])
        }
        return Decision((), MonitoringInterrupted(reason: reason))
    }
}

/// Nothing was probed for a while: no monitor's state is known until its next probe.
///
/// A monitor that was down keeps its ticket and the start of its outage.
package struct MonitoringInterrupted: DeskEvent {
    package static let type = "monitoring.interrupted"
    /// Why nothing was probed: `the desk was off`.
    var reason: String

    /// Sets the state `unknown` for every monitor whose state is based on probes.
    package func apply(to state: inout State, _ stamp: Stamp) {
        for monitor in state.monitors.values where monitor.state.isBelief {
            state.monitors[monitor.name]?.become(.unknown, reason, stamp)
        }
    }

    /// `monitoring interrupted: the desk was off`.
    package var summary: String { "monitoring interrupted: \(reason)" }
}

extension MonitorState {
    /// Whether the state is based on probes, so that a gap makes it unknown.
    var isBelief: Bool {
        switch self {
        case .up, .failing, .down, .recovering: true
        case .pending, .unknown, .paused: false
        }
    }
}
