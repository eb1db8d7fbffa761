import SupportWire

/// The table of the working order.
enum QueueRows {
    static func table(_ places: [QueuePlaceView]) -> Table {
        var table = Table([
            .number("RANK"), .number("TICKET"), .number("LEVEL"), .text("CLIENT"),
            .text("ASSIGNEE"), .text("REASON"), .text("SUBJECT"),
        ])
        for place in places {
            let ticket = place.ticket
            table.row(
                "\(place.rank)", "\(ticket.ticket, .strong)", Words.level(ticket.level),
                "\(ticket.client)", "\(ticket.assignee?.text ?? "")", "\(place.reason)",
                "\(ticket.subject)")
        }
        return table
    }
}
