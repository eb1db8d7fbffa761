/// A monitor was taken down. Its tickets stay.
package struct MonitorRemoved: DeskEvent {
    /// The event's name in the journal and in `supportc log`; never used for another.
    package static let type = "monitor.removed"
    /// The monitor that was taken down.
    package var monitor: Name<Monitor>

    /// Forgets the monitor.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = nil
    }

    /// `monitor acme-shop removed`.
    package var summary: String { "monitor \(monitor) removed" }
}
