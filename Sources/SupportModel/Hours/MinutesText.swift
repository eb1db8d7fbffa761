/// The text of an amount of work: `3h30m`, `40h`, `45m`, `0m`.
extension Minutes: CustomStringConvertible {
    package var description: String {
        let magnitude = count.magnitude
        let sign = count < 0 ? "-" : ""
        let (hours, minutes) = (magnitude / 60, magnitude % 60)
        if hours == 0 { return "\(sign)\(minutes)m" }
        return minutes == 0 ? "\(sign)\(hours)h" : "\(sign)\(hours)h\(minutes)m"
    }

    /// Reads `3h30m`, `40h` or `45m`; minutes after hours must be under 60. Nil for anything else.
    package init?(text: String) {
        var rest = Substring(text)
        var total = 0
        var hours: Int?
        if let mark = rest.firstIndex(of: "h") {
            guard let value = Minutes.digits(rest[..<mark]) else { return nil }
            hours = value
            total = value * 60
            rest = rest[rest.index(after: mark)...]
        }
        if !rest.isEmpty {
            guard rest.last == "m", let value = Minutes.digits(rest.dropLast()),
                hours == nil || value < 60
            else { return nil }
            total += value
        } else if hours == nil {
            return nil
        }
        self.init(total)
    }

    /// At most nine digits, so that no product can overflow.
    private static func digits(_ text: Substring) -> Int? {
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return Int(text)
    }
}
