/// A monitor was set up.
package struct MonitorAdded: DeskEvent {
    package static let type = "monitor.added"
    package var monitor: Name<Monitor>
    var client: Name<Client>
    var check: Check
    var timing: MonitorTiming
    var level: Level

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = Monitor(
            name: monitor, client: client, check: check, timing: timing, level: level,
            state: .pending, since: stamp.at, detail: "not looked at yet", version: stamp.sequence)
    }

    package var summary: String { "monitor \(monitor) added for \(client): \(check.type)" }
}
