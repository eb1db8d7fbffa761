package import SupportModel

/// Lists monitors by name.
package struct MonitorList: Request {
    package static let method = "monitor.list"
    package static let access = Access.read
    package static let cost = Cost.long
    /// Only this client's.
    package var client: Name<Client>?
    /// Only those in this state.
    package var state: MonitorState?

    package init(client: Name<Client>? = nil, state: MonitorState? = nil) {
        self.client = client
        self.state = state
    }

    /// The monitors.
    package struct Reply: Codable, Hashable, Sendable {
        /// The monitors that were asked for, each with its last look.
        package var monitors: [MonitorView]

        package init(monitors: [MonitorView]) {
            self.monitors = monitors
        }
    }
}
