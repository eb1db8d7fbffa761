import SupportModel
import SupportWire

/// One time entry in words.
enum EntryLines {
    /// `entry 41: 2h30m on ticket 12, 2026-11-23, bugs`; without a number for a rehearsal.
    static func headline(_ entry: EntryView, dryRun: Bool) -> StyledText {
        let work: StyledText =
            "\(entry.minutes) on ticket \(entry.ticket), \(entry.date), \(entry.service)"
        return dryRun ? "an entry of \(work)" : "entry \(entry.entry, .strong): \(work)"
    }

    /// `2h from the package, 30m extra`; `on demand` where no contract pays.
    static func coverage(_ entry: EntryView) -> StyledText {
        guard entry.contract != nil else { return "on demand, billed at its own rate" }
        let package = entry.fromPackage ?? .zero
        let extra = entry.extra ?? .zero
        let parts = [
            package > .zero || extra == .zero ? "\(package) from the package" : nil,
            extra > .zero ? "\(extra) extra" : nil,
        ]
        return "\(Words.list(parts.compactMap(\.self)))\(exception(entry))"
    }

    private static func exception(_ entry: EntryView) -> String {
        if let manager = entry.agreedBy {
            return "; \(manager) agreed to pass the weekly limit: \(entry.reason ?? "")"
        }
        return entry.emergency ? "; Level 1 work, which may pass the weekly limit" : ""
    }

    /// The last line of a rehearsal.
    static let nothingChanged: StyledText = "nothing was changed"
}
