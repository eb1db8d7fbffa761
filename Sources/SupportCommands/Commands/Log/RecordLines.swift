import SupportWire

/// A record of the journal, a line for each of its events.
enum RecordLines {
    static func lines(_ record: LoggedRecord) -> [StyledText] {
        record.events.map { event in
            "\(Words.second(record.at), .faint)  \(record.seq)  \(record.by)  \(event.summary)"
        }
    }
}
