extension HourBalance {
    /// The share of the hours at which they are near their limit, in percent: that of the notice
    /// `most`.
    package static let nearPercent = 80

    /// How much of the hours of the cycle is used, or of what the week may draw (R9), whichever is
    /// more; in percent, rounded down, and more than 100 where a limit was lifted.
    package var usedPercent: Int {
        max(
            Self.percent(used, of: granted + grouped),
            Self.percent(weekDrawn, of: weekLimit))
    }

    /// Whether work will soon meet a limit: four fifths of the hours, or of the week's, are used, or
    /// hours are left that the weekly limits no longer let through before they expire (R12).
    package var isNearLimit: Bool { usedPercent >= Self.nearPercent || usable < left }

    /// How much a part is of a whole in percent, rounded down; 0 of nothing, and the largest number
    /// where it cannot be computed.
    package static func percent(_ part: Minutes, of whole: Minutes) -> Int {
        guard whole > .zero else { return 0 }
        let (product, isOver) = part.count.multipliedReportingOverflow(by: 100)
        return isOver ? .max : product / whole.count
    }
}
