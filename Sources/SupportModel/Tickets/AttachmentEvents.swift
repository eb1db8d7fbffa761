/// The events of attachments.
enum AttachmentEvents {
    static let all: [any DeskEvent.Type] = [TicketAttached.self, TicketDetached.self]
}

/// Files were attached to a ticket.
package struct TicketAttached: DeskEvent {
    package static let type = "ticket.attached"
    var ticket: Identifier<Ticket>
    /// The files, at least one; their bytes were stored before.
    package var files: [Attachment]
    /// The note that came with them; nil for none.
    var note: String?

    /// Adds the files to the ticket's history, with the note or with their names.
    package func apply(to state: inout State, _ stamp: Stamp) {
        state.change(
            ticket, stamp, remark: note ?? "attached \(names)", isNote: note != nil,
            attachments: files
        ) { _ in }
    }

    /// `ticket 12 got screenshot.png and log.txt`.
    package var summary: String { "ticket \(ticket) got \(names)" }

    private var names: String { SentenceList.text(files.map { PrintableText.line($0.name) }) }
}

/// Attachments were taken off a ticket.
package struct TicketDetached: DeskEvent {
    package static let type = "ticket.detached"
    package static let hasConsequences = true
    var ticket: Identifier<Ticket>
    /// What they were, at least one.
    package var files: [Attachment]
    /// The reason in one line.
    var reason: String

    /// Takes the files out of the ticket's history and adds that they were taken off.
    package func apply(to state: inout State, _ stamp: Stamp) {
        let gone = Set(files)
        state.discount((state.tickets[ticket]?.attachments ?? []).filter(gone.contains))
        let digests = files.first.map { " (\($0.content.short))" } ?? ""
        state.change(ticket, stamp, remark: "detached \(names)\(digests): \(reason)") { ticket in
            for index in ticket.remarks.indices {
                guard let files = ticket.remarks[index].attachments else { continue }
                let kept = files.filter { !gone.contains($0) }
                ticket.remarks[index].attachments = kept.isEmpty ? nil : kept
            }
        }
    }

    /// `ticket 12 lost passwords.txt: attached by mistake`.
    package var summary: String { "ticket \(ticket) lost \(names): \(reason)" }

    private var names: String { SentenceList.text(files.map { PrintableText.line($0.name) }) }
}
