/// Asks the desk to look no more for now.
package struct PauseMonitor: Command {
    package var monitor: Name<Monitor>
    package var reason: String

    package init(monitor: Name<Monitor>, reason: String = "paused by hand") {
        self.monitor = monitor
        self.reason = reason
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        guard found.state != .paused else {
            throw .monitorState(monitor, found.state, wanted: "not paused")
        }
        let reason = try BoundedText.line(reason, "the reason")
        return [Event(MonitorPaused(monitor: monitor, reason: reason))]
    }

    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
