package import SupportModel

/// Asks the desk to look no more for now.
package struct MonitorPause: Request {
    package static let method = "monitor.pause"
    package static let access = Access.write
    package var monitor: Name<Monitor>
    package var reason: String?

    package init(monitor: Name<Monitor>, reason: String? = nil) {
        self.monitor = monitor
        self.reason = reason
    }

    package typealias Reply = MonitorView
}
