/// Changes what a monitor looks at, its rhythm or its level.
package struct ChangeMonitor: Command {
    package var monitor: Name<Monitor>
    package var check: Check?
    package var timing: MonitorTiming?
    package var level: Level?

    package init(
        monitor: Name<Monitor>, check: Check?, timing: MonitorTiming?, level: Level?
    ) {
        self.monitor = monitor
        self.check = check
        self.timing = timing
        self.level = level
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.monitor(monitor)
        guard check != nil || timing != nil || level != nil else { throw .nothingToChange }
        try timing?.expectPossible()
        try check?.expectPossible()
        return [
            Event(MonitorChanged(monitor: monitor, check: check, timing: timing, level: level))
        ]
    }

    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
