package import SupportModel

/// Takes on a client.
package struct ClientAdd: Request {
    package static let method = "client.add"
    package static let access = Access.write
    /// The short name by which commands will call the client; it must be free.
    package var client: Name<Client>
    /// What people read: `Acme Outdoor GmbH`.
    package var name: String
    /// The zone its contracts count days in; UTC unless said.
    package var zone: ZoneName?
    /// Addresses that its mail comes from.
    package var mails: [String]?

    package init(
        client: Name<Client>, name: String, zone: ZoneName? = nil, mails: [String]? = nil
    ) {
        self.client = client
        self.name = name
        self.zone = zone
        self.mails = mails
    }

    package typealias Reply = ClientView
}
