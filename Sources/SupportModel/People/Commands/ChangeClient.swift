/// Changes what a client is called, where it is, or where its mail comes from.
package struct ChangeClient: Command {
    package var client: Name<Client>
    package var title: String?
    package var zone: ZoneName?
    package var mails: [String]?

    package init(client: Name<Client>, title: String?, zone: ZoneName?, mails: [String]?) {
        self.client = client
        self.title = title
        self.zone = zone
        self.mails = mails
    }

    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.client(client)
        guard title != nil || zone != nil || mails != nil else { throw .nothingToChange }
        if let title { _ = try BoundedText.line(title, "the client's name") }
        if let zone { _ = try context.zone(zone) }
        if let mails { _ = try MailAddress.list(mails) }
        return [Event(ClientChanged(client: client, title: title, zone: zone, mails: mails))]
    }

    package func version(in state: State) -> UInt64? { state.clients[client]?.version }
}
