package import SupportModel

/// Stops doing anything new for a client.
package struct ClientArchive: Request {
    package static let method = "client.archive"
    package static let access = Access.write
    /// The client to archive; refused while it has a contract that has not ended, a live ticket or
    /// a monitor.
    package var client: Name<Client>

    package init(client: Name<Client>) {
        self.client = client
    }

    package typealias Reply = ClientView
}
