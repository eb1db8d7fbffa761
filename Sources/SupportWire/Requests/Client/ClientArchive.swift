package import SupportModel

/// Stops doing anything new for a client.
package struct ClientArchive: Request {
    package static let method = "client.archive"
    package static let access = Access.write
    package var client: Name<Client>

    package init(client: Name<Client>) {
        self.client = client
    }

    package typealias Reply = ClientView
}
