/// Lets the desk look again after a pause.
package struct ResumeMonitor: Command {
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) { self.monitor = monitor }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        let found = try state.monitor(monitor)
        guard found.state == .paused else {
            throw .monitorState(monitor, found.state, wanted: "paused")
        }
        return [Event(MonitorResumed(monitor: monitor))]
    }

    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
