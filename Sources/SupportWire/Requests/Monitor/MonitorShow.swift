package import SupportModel

/// Shows a monitor and its last look.
package struct MonitorShow: Request {
    package static let method = "monitor.show"
    package static let access = Access.read
    package static let cost = Cost.quick
    /// The monitor to show.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }

    package typealias Reply = MonitorView
}
