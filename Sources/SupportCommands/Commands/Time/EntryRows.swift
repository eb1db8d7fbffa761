import SupportWire

/// The table of time entries.
enum EntryRows {
    static func table(_ entries: [EntryView]) -> Table {
        var table = Table([
            .number("ENTRY"), .number("TICKET"), .text("DATE"), .number("WORK"),
            .number("PACKAGE"), .number("EXTRA"), .text("SERVICE"), .text("BY"), .text("NOTE"),
        ])
        for entry in entries {
            table.row(
                "\(entry.entry, .strong)", "\(entry.ticket)", "\(entry.date)", "\(entry.minutes)",
                "\(entry.fromPackage?.description ?? "")", "\(entry.extra?.description ?? "")",
                "\(entry.service)", "\(entry.bookedBy)", "\(note(entry))")
        }
        return table
    }

    private static func note(_ entry: EntryView) -> String {
        if let reason = entry.voidReason { return "voided: \(reason)" }
        return entry.note ?? ""
    }
}
