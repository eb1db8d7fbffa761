import SupportModel
import SupportWire

/// Records of the journal, a line for each of their events: when, which record, who, whose, what.
///
/// The columns are as wide as the widest so far, so that a stream stays in line.
struct RecordLines {
    /// The columns that the number, the person and the client take.
    private var widths = (number: 0, person: 0, client: 0)

    /// The lines of the records that follow.
    mutating func lines(_ records: [LoggedRecord]) -> [StyledText] {
        records.forEach { measure($0) }
        return records.flatMap { record in record.events.map { line(record, $0) } }
    }

    private mutating func measure(_ record: LoggedRecord) {
        widths.number = max(widths.number, "\(record.seq)".count)
        widths.person = max(widths.person, Self.person(record).count)
        for event in record.events {
            widths.client = max(widths.client, event.client?.text.count ?? 0)
        }
    }

    private func line(_ record: LoggedRecord, _ event: LoggedEvent) -> StyledText {
        let client = event.client?.text ?? ""
        let room = widths.client > 0 ? "\(Self.padded(client, widths.client))  " : ""
        let number = "\(record.seq)"
        let indent = String(repeating: " ", count: widths.number - number.count)
        let person = Self.padded(Self.person(record), widths.person)
        return "\(Words.second(record.at), .faint)  \(indent)\(number)  \(person)  \(room)"
            + Self.happening(event)
    }

    /// The member of staff who did it, else the Unix user, or the desk.
    private static func person(_ record: LoggedRecord) -> String {
        record.staff?.text ?? PrintableText.line(record.by.description)
    }

    /// `ticket 12 noted: the host is back  (Search finds nothing)`.
    private static func happening(_ event: LoggedEvent) -> StyledText {
        let note = event.note.map { ": \($0)" } ?? ""
        guard let subject = event.subject, !event.summary.contains(subject) else {
            return "\(event.summary)\(note)"
        }
        return "\(event.summary)\(note)  \("(\(subject))", .faint)"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
