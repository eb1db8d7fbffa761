/// Takes on a client.
package struct AddClient: Command {
    /// What it will be called by callers; refused when the name is taken.
    package var client: Name<Client>
    /// What people read: `Acme Outdoor GmbH`; one line.
    package var title: String
    /// Where its contracts will count their days; refused when the machine does not know it.
    package var zone: ZoneName
    /// Addresses that its mail comes from; may be none.
    package var mails: [String]

    package init(client: Name<Client>, title: String, zone: ZoneName = .utc, mails: [String] = []) {
        self.client = client
        self.title = title
        self.zone = zone
        self.mails = mails
    }

    /// One `ClientAdded`, or the value that does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        guard state.clients[client] == nil else { throw .exists(.client, client.text) }
        _ = try context.zone(zone)
        return [
            Event(
                ClientAdded(
                    client: client, title: try BoundedText.line(title, "the client's name"),
                    zone: zone, mails: try MailAddress.list(mails)))
        ]
    }
}
