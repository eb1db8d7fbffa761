/// Lets the desk look again after a pause.
package struct ResumeMonitor: Command {
    /// The monitor to look at again; refused unless paused.
    package var monitor: Name<Monitor>

    /// For the monitor of a name.
    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    /// One `MonitorResumed`, or the state that it is in instead of paused.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        guard found.state == .paused else {
            throw .monitorState(monitor, found.state, wanted: "paused")
        }
        return [Event(MonitorResumed(monitor: monitor))]
    }

    /// The version of the monitor as it stands; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
