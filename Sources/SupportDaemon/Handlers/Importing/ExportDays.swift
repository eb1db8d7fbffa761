import SupportModel
import SupportWire

/// The days that an export is about, both ends included.
struct ExportDays {
    private let from: CivilDate?
    private let to: CivilDate?

    /// Refuses an end that lies before the beginning.
    init(_ method: String, from: CivilDate?, to: CivilDate?) throws(WireError) {
        if let from, let to, to < from {
            throw .badParameters(method, "to: \(to) is before \(from)")
        }
        self.from = from
        self.to = to
    }

    /// True when every day is meant.
    var isOpen: Bool { from == nil && to == nil }

    /// Whether a day is meant.
    func contains(_ day: CivilDate) -> Bool {
        (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
    }
}
