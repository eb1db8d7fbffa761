import SupportModel
import SupportWire

/// Answers `ticket.note`.
enum TicketNoteHandler: MutationHandler {
    static func command(_ request: TicketNote, _ desk: DeskView) throws -> NoteTicket {
        NoteTicket(ticket: request.ticket, text: request.text)
    }

    static func reply(_ request: TicketNote, _ done: Done) throws -> TicketView {
        TicketView(try done.view.state.ticket(request.ticket))
    }
}
