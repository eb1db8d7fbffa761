import SupportClient
import SupportModel
import SupportWire

/// What others did to a thing that the caller has read before: shown with the refusal of `--if-version`.
struct ConflictReport {
    /// The most records that are listed.
    private static let recordCountMax = 20

    /// What happened to a ticket after a version, a line each; empty where it cannot be asked.
    static func lines(
        of error: WireError, _ request: some Request, _ version: UInt64?,
        _ connection: inout DaemonConnection
    ) -> [StyledText] {
        guard error.data.error == "version-conflict", let version,
            let ticket = (request as? any SupportModel.TicketCommand)?.ticket,
            let asked = try? connection.call(
                LogList(since: version, ticket: ticket, limit: recordCountMax + 1)
            ).reply, !asked.records.isEmpty
        else { return [] }
        var lines: [StyledText] = ["since version \(version) of ticket \(ticket):"]
        for record in asked.records.prefix(recordCountMax) {
            let who: StyledText = "\(record.staff?.text ?? record.by.description)"
            for event in record.events {
                lines.append(
                    "  \(record.seq)  \(Words.minute(record.at))  \(who): \(event.summary)")
            }
        }
        return asked.records.count > recordCountMax ? lines + ["  and more"] : lines
    }
}
