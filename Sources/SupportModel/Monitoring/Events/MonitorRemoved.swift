/// A monitor was taken down. Its tickets stay.
package struct MonitorRemoved: DeskEvent {
    package static let type = "monitor.removed"
    package var monitor: Name<Monitor>

    package func apply(to state: inout State, _ stamp: Stamp) {
        state.monitors[monitor] = nil
    }

    package var summary: String { "monitor \(monitor) removed" }
}
