/// Changes what a monitor looks at, its rhythm or its level.
package struct ChangeMonitor: Command {
    /// The monitor to change.
    package var monitor: Name<Monitor>
    /// What to look at from now on; nil: as before.
    package var check: Check?
    /// Its new rhythm; nil: as before.
    package var timing: MonitorTiming?
    /// The level of tickets that it opens from now on; nil: as before.
    package var level: Level?

    package init(
        monitor: Name<Monitor>, check: Check?, timing: MonitorTiming?, level: Level?
    ) {
        self.monitor = monitor
        self.check = check
        self.timing = timing
        self.level = level
    }

    /// One `MonitorChanged`; refused when nothing is to change or a new value cannot be.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.monitor(monitor)
        guard check != nil || timing != nil || level != nil else { throw .nothingToChange }
        try timing?.expectPossible()
        try check?.expectPossible()
        return [
            Event(MonitorChanged(monitor: monitor, check: check, timing: timing, level: level))
        ]
    }

    /// The version of the monitor as it stands; nil when the desk has no such monitor.
    package func version(in state: State) -> UInt64? { state.monitors[monitor]?.version }
}
