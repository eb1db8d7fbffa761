package import SupportModel

/// Changes what a client is called, where it is, or where its mail comes from.
package struct ClientSet: Request {
    package static let method = "client.set"
    package static let access = Access.write
    /// The client to change; its short name itself never changes.
    package var client: Name<Client>
    /// What people are to read from now on, one line of at most 256 bytes; as it was unless said.
    package var name: String?
    /// For contracts signed from now on.
    package var zone: ZoneName?
    /// All of them: the list replaces the old one.
    package var mails: [String]?

    package init(
        client: Name<Client>, name: String? = nil, zone: ZoneName? = nil, mails: [String]? = nil
    ) {
        self.client = client
        self.name = name
        self.zone = zone
        self.mails = mails
    }

    package typealias Reply = ClientView
}
