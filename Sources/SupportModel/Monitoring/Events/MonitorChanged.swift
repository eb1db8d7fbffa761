/// A monitor looks at something else, in another rhythm, or opens tickets of another level.
package struct MonitorChanged: DeskEvent {
    package static let type = "monitor.changed"
    package var monitor: Name<Monitor>
    var check: Check?
    var timing: MonitorTiming?
    var level: Level?

    package func apply(to state: inout State, _ stamp: Stamp) {
        guard var changed = state.monitors[monitor] else { return }
        changed.check = check ?? changed.check
        changed.timing = timing ?? changed.timing
        changed.level = level ?? changed.level
        changed.version = stamp.sequence
        state.monitors[monitor] = changed
    }

    package var summary: String { "monitor \(monitor) changed" }
}
