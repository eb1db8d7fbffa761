import SupportModel
import SupportWire

/// The table of time entries.
enum EntryRows {
    /// With a column for grouped minutes only where an entry has any.
    static func table(_ entries: [EntryView]) -> Table {
        let hasGrouped = entries.contains { $0.grouped != nil }
        var table = Table(
            [.number("ENTRY"), .number("TICKET"), .text("DATE"), .number("WORK")]
                + [.number("PACKAGE")] + (hasGrouped ? [.number("GROUPED")] : [])
                + [.number("EXTRA"), .text("SERVICE"), .text("BY"), .text("NOTE")])
        for entry in entries {
            table.row(
                of: [
                    "\(entry.entry, .strong)", "\(entry.ticket)", "\(entry.date)",
                    "\(entry.minutes)",
                ]
                    + [figure(entry.fromPackage)] + (hasGrouped ? [figure(entry.grouped)] : [])
                    + [
                        figure(entry.extra), "\(entry.service)", "\(entry.bookedBy)",
                        "\(note(entry))",
                    ])
        }
        return table
    }

    private static func figure(_ minutes: Minutes?) -> StyledText {
        "\(minutes?.description ?? "")"
    }

    private static func note(_ entry: EntryView) -> String {
        if let reason = entry.voidReason { return "voided: \(reason)" }
        let late = entry.lateReason.map { "late: \($0)" }
        return [late, entry.note].compactMap(\.self).joined(separator: "; ")
    }
}
