package import SupportModel

/// Takes a monitor down; its tickets stay.
package struct MonitorRemove: Request {
    package static let method = "monitor.remove"
    package static let access = Access.write
    /// The monitor to take down.
    package var monitor: Name<Monitor>

    package init(monitor: Name<Monitor>) {
        self.monitor = monitor
    }

    /// Which was removed.
    package struct Reply: Codable, Hashable, Sendable {
        /// The name, which is free again.
        package var removed: Name<Monitor>

        package init(removed: Name<Monitor>) {
            self.removed = removed
        }
    }
}
