/// Changes what a client is called, where it is, or where its mail comes from.
package struct ChangeClient: Command {
    /// The client to change.
    package var client: Name<Client>
    /// What people are to read; nil: as before.
    package var title: String?
    /// Where contracts signed from now on count their days; nil: as before.
    package var zone: ZoneName?
    /// All the addresses that its mail comes from; nil: as before.
    package var mails: [String]?

    package init(client: Name<Client>, title: String?, zone: ZoneName?, mails: [String]?) {
        self.client = client
        self.title = title
        self.zone = zone
        self.mails = mails
    }

    /// One `ClientChanged`; refused when nothing is to change or a new value does not fit.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        _ = try state.client(client)
        guard title != nil || zone != nil || mails != nil else { throw .nothingToChange }
        if let title { _ = try BoundedText.line(title, "the client's name") }
        if let zone { _ = try context.zone(zone) }
        if let mails { _ = try MailAddress.list(mails) }
        return [Event(ClientChanged(client: client, title: title, zone: zone, mails: mails))]
    }

    /// The version of the client as it stands; nil when the desk has no such client.
    package func version(in state: State) -> UInt64? { state.clients[client]?.version }
}
