import ArgumentParser
import SupportModel

/// Turns the arguments of checks into values; an error says what would be right.
enum CheckReading {
    /// `200-399`, or one status.
    static func statuses(_ text: String) throws -> ClosedRange<Int> {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
            low <= high
        else { throw ValidationError("a status or a range is wanted, such as 200 or 200-399") }
        return low...high
    }

    /// `shop.example.com:443`, `[::1]:80`.
    static func place(_ text: String) throws -> TCPCheck {
        let wanted = "a host and a port are wanted, such as db.example.com:5432 or [::1]:80"
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...])
        else { throw ValidationError(wanted) }
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw ValidationError("an IPv6 address stands in brackets, such as [::1]:80")
        }
        let check = TCPCheck(host: String(host), port: port)
        if let problem = check.problem() { throw ValidationError(problem) }
        return check
    }

    /// `1`, `1.5` or `1.25`, in hundredths.
    static func hundredths(_ text: String) throws -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy(isNumber), parts[0].count <= 4,
            let whole = Int(parts[0]), let rest = Int(parts.count > 1 ? padded(parts[1]) : "0"),
            parts.count == 1 || parts[1].count <= 2, whole * 100 + rest > 0
        else { throw ValidationError("a load above 0 is wanted, such as 2 or 1.50") }
        return whole * 100 + rest
    }

    private static func isNumber(_ text: Substring) -> Bool {
        (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func padded(_ text: Substring) -> String {
        text.count == 1 ? "\(text)0" : String(text)
    }
}
