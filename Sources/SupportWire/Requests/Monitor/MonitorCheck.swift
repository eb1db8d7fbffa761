package import SupportModel

/// Asks the worker for a look now, besides the monitor's rhythm.
package struct MonitorCheck: Request {
    package static let method = "monitor.check"
    package static let access = Access.write
    /// The monitor to look at now; refused while it is paused.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }

    package typealias Reply = MonitorView
}
