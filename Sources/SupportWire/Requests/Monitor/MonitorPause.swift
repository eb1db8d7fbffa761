package import SupportModel

/// Asks the desk to look no more for now.
package struct MonitorPause: Request {
    package static let method = "monitor.pause"
    package static let access = Access.write
    /// The monitor to pause; refused when it is paused already.
    package var monitor: Name<Monitor>
    /// Why, shown as the monitor's detail; `paused by hand` unless said.
    package var reason: String?

    package init(monitor: Name<Monitor>, reason: String? = nil) {
        self.monitor = monitor
        self.reason = reason
    }

    package typealias Reply = MonitorView
}
