/// A monitor was set up.
package struct MonitorAdded: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.added"
    /// The name that the monitor was given.
    package var monitor: Name<Monitor>
    /// Whose site or host it watches.
    var client: Name<Client>
    /// What it was set up to look at.
    var check: Check
    /// Its rhythm, the policy's default where none was named.
    var timing: MonitorTiming
    /// The level of the tickets that it opens.
    var level: Level

    /// Adds the monitor, not looked at yet.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = Monitor(
            name: monitor, client: client, check: check, timing: timing, level: level,
            state: .pending, since: stamp.at, detail: "not looked at yet", version: stamp.sequence)
    }

    /// `monitor acme-shop added for acme: http`.
    package var summary: String { "monitor \(monitor) added for \(client): \(check.type)" }
}
