/// The serialisable form of what the state keeps of mail, for snapshots.
struct MailImage: Sendable, Codable {
    /// In order of number.
    var held: [HeldMail]
    /// In order of their digests.
    var known: [KnownMail]
    /// The first ticket of each Message-ID, in order of the identifiers.
    var messages: [Message]
    /// In order of the senders.
    var rates: [MailRate]
    var last: Int

    /// A Message-ID and its ticket.
    struct Message: Sendable, Codable {
        var id: String
        var ticket: Identifier<Ticket>
    }

    /// Nil where no mail ever came.
    init?(_ state: State) {
        guard !state.knownMails.isEmpty else { return nil }
        held = state.heldMails.values.sorted { $0.number < $1.number }
        known = state.knownMails.values.sorted { $0.identity.text < $1.identity.text }
        messages = state.ticketsOfMessages.map { Message(id: $0.key, ticket: $0.value) }
            .sorted { $0.id < $1.id }
        rates = state.mailRates.values.sorted { $0.sender < $1.sender }
        last = state.lastMail
    }
}

extension State {
    /// Puts what a snapshot kept of mail into the state.
    mutating func take(_ image: MailImage) {
        for mail in image.held {
            heldMails[mail.number] = mail
            count(mail.mail.attachments ?? [])
        }
        for mail in image.known { knownMails[mail.identity] = mail }
        for message in image.messages { ticketsOfMessages[message.id] = message.ticket }
        for rate in image.rates { mailRates[rate.sender] = rate }
        lastMail = image.last
    }
}
