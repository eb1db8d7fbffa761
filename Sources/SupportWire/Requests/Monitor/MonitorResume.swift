package import SupportModel

/// Lets the desk look again after a pause.
package struct MonitorResume: Request {
    package static let method = "monitor.resume"
    package static let access = Access.write
    /// The monitor to look at again; refused when it is not paused.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }

    package typealias Reply = MonitorView
}
