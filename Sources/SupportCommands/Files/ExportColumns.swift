import ArgumentParser
import SupportJSON
import SupportModel
import SupportWire

extension JSONWriter {
    /// A member of a JSON line; a cell that says nothing is left out.
    mutating func member(_ name: String, _ cell: ExportCell) {
        switch cell {
        case .text(let text):
            self.name(name)
            string(text)
        case .number(let number):
            self.name(name)
            int(number)
        case .flag(let flag):
            self.name(name)
            bool(flag)
        case .nothing: break
        }
    }
}

/// A column of a file that things of a kind are exported to.
protocol ExportColumn: ImportColumn {
    /// What has the rows of the file.
    associatedtype Kind: Exported
    /// The subcommand that exports them.
    static var configuration: CommandConfiguration { get }
    /// What the column says of it.
    func cell(_ exported: Kind.Row) -> ExportCell
}

extension TicketColumn: ExportColumn {
    /// Tickets.
    typealias Kind = ExportedTickets

    /// What the column says of a ticket.
    func cell(_ exported: ExportedTicket) -> ExportCell {
        let ticket = exported.ticket
        return switch self {
        case .key: ExportCell(exported.key)
        case .client: ExportCell(ticket.client)
        // On another desk the number would mean another contract; `paid_by` says it to people.
        case .contract: .nothing
        case .onDemand: .flag(ticket.contract == nil)
        case .level: .number(ticket.level.rawValue)
        case .service: ExportCell(ticket.service)
        case .subject: ExportCell(ticket.subject)
        case .body: exported.body.isEmpty ? .nothing : .text(exported.body)
        case .ticket: .number(ticket.ticket.number)
        case .paidBy: ExportCell(number: ticket.contract?.number)
        case .state: ExportCell(ticket.state.rawValue)
        case .source: ExportCell(ticket.source.rawValue)
        case .assignee: ExportCell(ticket.assignee)
        case .openedAt: ExportCell(ticket.openedAt)
        case .openedBy: ExportCell(ticket.openedBy)
        case .resolvedAt: ExportCell(ticket.resolvedAt)
        }
    }
}

extension TimeColumn: ExportColumn {
    /// Time entries.
    typealias Kind = ExportedEntries

    /// What the column says of an entry.
    func cell(_ exported: ExportedEntry) -> ExportCell {
        let entry = exported.entry
        return switch self {
        case .key: ExportCell(exported.key)
        case .ticket: .number(entry.ticket.number)
        case .ticketKey: ExportCell(exported.ticketKey)
        case .date: ExportCell(entry.date)
        case .minutes: .number((entry.worked ?? entry.minutes).count)
        case .service: ExportCell(entry.service)
        case .staff: ExportCell(entry.staff)
        case .note: ExportCell(entry.note)
        case .extra: .flag(exported.extraAllowed)
        case .agreedBy: ExportCell(entry.agreedBy)
        case .late: .flag(entry.lateReason != nil)
        case .reason: ExportCell(entry.reason ?? entry.lateReason)
        case .long:
            .flag((entry.worked ?? entry.minutes).count > Limits.plainEntryMinutesMax)
        case .entry: .number(entry.entry.number)
        case .client: ExportCell(exported.client)
        case .contract: ExportCell(number: entry.contract?.number)
        case .cycle: ExportCell(number: entry.cycle)
        case .packageMinutes: ExportCell(number: entry.fromPackage?.count)
        case .groupedMinutes: ExportCell(number: entry.grouped?.count)
        case .extraMinutes: ExportCell(number: entry.extra?.count)
        case .emergency: .flag(entry.emergency)
        case .bookedAt: ExportCell(entry.bookedAt)
        case .bookedBy: ExportCell(entry.bookedBy)
        }
    }
}
