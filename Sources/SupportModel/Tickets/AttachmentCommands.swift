/// Attaches files to a ticket, whatever its state. Their bytes must be stored before.
package struct AttachToTicket: TicketCommand, Codable {
    package var ticket: Identifier<Ticket>
    /// The files, 1 to `Limits.attachmentsPerRequestMax`; those that the ticket has already under the
    /// same name are passed over.
    package var files: [Attachment]
    /// A note that goes with them, as `NoteTicket` takes it; nil for none.
    package var note: String?

    package init(ticket: Identifier<Ticket>, files: [Attachment], note: String? = nil) {
        (self.ticket, self.files, self.note) = (ticket, files, note)
    }

    /// One `TicketAttached`, or nothing where the ticket has all the files already; refused for a file
    /// that is not stored or passes a limit, and for a note that is not allowed.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        let note = try note.map { (text) throws(Refusal) in try BoundedText.note(text) }
        guard !files.isEmpty else { throw .invalid(.attachment, .attachment(.none)) }
        guard files.count <= Limits.attachmentsPerRequestMax else {
            throw .invalid(.attachment, .attachment(.tooMany(files.count)))
        }
        var had = Set(found.attachments.map(NamedContent.init))
        let new = files.filter { had.insert(NamedContent($0)).inserted }
        guard !new.isEmpty else { return Decision(ticket, []) }
        try context.expectAttachable(new, to: found)
        return Decision(ticket, TicketAttached(ticket: ticket, files: new, note: note))
    }
}

/// What makes two attachments of a ticket the same.
private struct NamedContent: Hashable {
    let name: String
    let content: ContentHash

    init(_ file: Attachment) { (name, content) = (file.name, file.content) }
}

/// Takes attachments off a ticket, whatever its state: what they were called stays in its history, and
/// their bytes are removed from the disk unless another ticket has them.
package struct DetachFromTicket: TicketCommand, Codable {
    package var ticket: Identifier<Ticket>
    /// The name of the file, or the first digits of its digest, at least `Limits.digestDigitsMin`.
    package var attachment: String
    /// The reason in one line.
    package var reason: String

    package init(ticket: Identifier<Ticket>, attachment: String, reason: String) {
        (self.ticket, self.attachment, self.reason) = (ticket, attachment, reason)
    }

    /// One `TicketDetached`; refused for a file that the ticket does not have, and for a name that
    /// means several contents.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> Decision<Made> {
        let found = try state.ticket(ticket)
        let reason = try BoundedText.line(reason, .reason)
        return Decision(
            ticket,
            TicketDetached(
                ticket: ticket, files: try found.attachments(named: attachment), reason: reason))
    }
}
