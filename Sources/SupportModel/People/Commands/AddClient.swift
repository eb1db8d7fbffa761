/// Takes on a client.
package struct AddClient: Command {
    package var client: Name<Client>
    package var title: String
    package var zone: ZoneName
    package var mails: [String]

    package init(client: Name<Client>, title: String, zone: ZoneName = .utc, mails: [String] = []) {
        self.client = client
        self.title = title
        self.zone = zone
        self.mails = mails
    }

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
