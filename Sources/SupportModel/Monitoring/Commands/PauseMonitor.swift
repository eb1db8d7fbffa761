/// Asks the desk to look no more for now.
package struct PauseMonitor: Command {
    /// The monitor to leave alone; refused when paused already.
    package var monitor: Name<Monitor>
    /// Why, in one line, shown beside its state.
    package var reason: String

    package init(monitor: Name<Monitor>, reason: String = "paused by hand") {
        self.monitor = monitor
        self.reason = reason
    }

    /// One `MonitorPaused`, or why it cannot be paused.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        guard found.state != .paused else {
            throw .monitorState(monitor, found.state, wanted: "not paused")
        }
        let reason = try BoundedText.line(reason, "the reason")
        return [Event(MonitorPaused(monitor: monitor, reason: reason))]
    }

    /// The version of the monitor as it stands; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
