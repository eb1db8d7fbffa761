import SupportModel

/// What a monitor looks at, in words.
enum CheckLines {
    /// `https://shop.example.com/`, `disk /srv, at least 10% free`.
    static func short(_ check: Check) -> String {
        switch check {
        case .http(let http): http.url
        case .tcp(let tcp): "tcp \(place(tcp))"
        case .disk(let disk): "disk \(disk.path), at least \(disk.freePercentMin)% free"
        case .memory(let memory): "memory, at least \(memory.availablePercentMin)% available"
        case .load(let load): "load up to \(hundredths(load.loadPerProcessorHundredthsMax))"
        }
    }

    /// The same with all that it judges by.
    static func long(_ check: Check) -> String {
        guard case .http(let http) = check else { return short(check) }
        let parts = [
            http.url, "status \(http.statusLowest)-\(http.statusHighest)",
            http.textPresent.map { "holds \"\($0)\"" },
            http.textAbsent.map { "does not hold \"\($0)\"" },
            http.responseMillisecondsMax.map {
                "within \(SpanText.text(milliseconds: Int64($0)))"
            },
            http.followsRedirects ? nil : "no redirects",
            http.followsLocalRedirects ?? false ? "local redirects allowed" : nil,
        ]
        return Words.list(parts.compactMap(\.self))
    }

    private static func place(_ check: TCPCheck) -> String {
        check.host.contains(":") ? "[\(check.host)]:\(check.port)" : "\(check.host):\(check.port)"
    }

    /// `2.00`.
    private static func hundredths(_ number: Int) -> String {
        let rest = number.magnitude % 100
        return "\(number / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
