import SupportModel
import SupportWire

extension TimeColumn {
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
