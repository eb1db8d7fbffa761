/// What a monitor checks, with everything that a probe needs.
///
/// Its JSON is the check's own object with one more member, `type`.
package enum Check: Hashable, Sendable {
    case http(HTTPCheck)
    case tcp(TCPCheck)
    case disk(DiskCheck)
    case memory(MemoryCheck)
    case load(LoadCheck)

    /// `http`, `tcp`, `disk`, `memory` or `load`.
    package var type: String {
        switch self {
        case .http: "http"
        case .tcp: "tcp"
        case .disk: "disk"
        case .memory: "memory"
        case .load: "load"
        }
    }

    /// True for a check of a client's site (level 1 when down), false for one of resources (level
    /// 2).
    package var isSiteCheck: Bool {
        switch self {
        case .http, .tcp: true
        case .disk, .memory, .load: false
        }
    }
}

extension Check: Codable {
    private enum CodingKeys: CodingKey { case type }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        switch try container.decode(String.self, forKey: .type) {
        case "http": self = .http(try HTTPCheck(from: decoder))
        case "tcp": self = .tcp(try TCPCheck(from: decoder))
        case "disk": self = .disk(try DiskCheck(from: decoder))
        case "memory": self = .memory(try MemoryCheck(from: decoder))
        case "load": self = .load(try LoadCheck(from: decoder))
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: container,
                debugDescription: "expected http, tcp, disk, memory or load")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(type, forKey: .type)
        switch self {
        case .http(let check): try check.encode(to: encoder)
        case .tcp(let check): try check.encode(to: encoder)
        case .disk(let check): try check.encode(to: encoder)
        case .memory(let check): try check.encode(to: encoder)
        case .load(let check): try check.encode(to: encoder)
        }
    }
}

extension Check {
    /// What is wrong with the check and what is accepted, in one line; nil when it can be run.
    package func problem() -> String? {
        switch self {
        case .http(let check): check.problem()
        case .tcp(let check): check.problem()
        case .disk(let check): check.problem()
        case .memory(let check): check.problem()
        case .load(let check): check.problem()
        }
    }
}

extension HTTPCheck {
    /// What is wrong with the check and what is accepted, in one line; nil when it can be run.
    package func problem() -> String? {
        if case .problem(let problem) = SiteAddress.read(url) { return problem }
        let statuses = 100...599
        guard statuses.contains(statusLowest), statuses.contains(statusHighest) else {
            return "the statuses \(statusLowest) to \(statusHighest) are not within 100 to 599"
        }
        guard statusLowest <= statusHighest else {
            return "the lowest status \(statusLowest) is above the highest, \(statusHighest)"
        }
        if let most = responseMillisecondsMax, most < 1 {
            return "the response time limit is \(most) ms; 1 or more is taken"
        }
        return textProblem(textPresent) ?? textProblem(textAbsent)
    }

    private func textProblem(_ text: String?) -> String? {
        guard let text else { return nil }
        guard !text.isEmpty else { return "the text to look for is empty; leave it out instead" }
        guard text.utf8.count <= Limits.lineBytesMax else {
            return "the text to look for has \(text.utf8.count) bytes; "
                + "at most \(Limits.lineBytesMax) are taken"
        }
        return nil
    }
}

extension TCPCheck {
    /// What is wrong with the check and what is accepted, in one line; nil when it can be run.
    package func problem() -> String? {
        guard HostRule.ports.contains(port) else { return "the port \(port) is not 1 to 65535" }
        return HostRule.problem(host)
    }
}

extension DiskCheck {
    /// What is wrong with the check and what is accepted, in one line; nil when it can be run.
    package func problem() -> String? {
        guard path.utf8.first == 47 else {
            return "the path \(path) is not absolute; begin it with /"
        }
        guard path.utf8.count <= Limits.pathBytesMax else {
            return "the path has \(path.utf8.count) bytes; at most \(Limits.pathBytesMax) are taken"
        }
        guard path.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
            return "the path holds a control character"
        }
        return (0...100).contains(freePercentMin)
            ? nil : "the least free room, \(freePercentMin) percent, is not within 0 to 100"
    }
}

extension MemoryCheck {
    /// What is wrong with the check and what is accepted, in one line; nil when it can be run.
    package func problem() -> String? {
        (0...100).contains(availablePercentMin)
            ? nil
            : "the least available memory, \(availablePercentMin) percent, is not within 0 to 100"
    }
}

extension LoadCheck {
    /// What is wrong with the check and what is accepted, in one line; nil when it can be run.
    package func problem() -> String? {
        (1...1_000_000).contains(loadPerProcessorHundredthsMax)
            ? nil
            : "the highest load per processor, \(loadPerProcessorHundredthsMax) hundredths, "
                + "is not within 1 to 1000000"
    }
}

/// The hosts and ports that a check accepts.
package enum HostRule {
    /// The ports that can be connected to.
    package static let ports = 1...65_535

    /// What is wrong with a host name or address and what is accepted; nil when it is valid.
    ///
    /// A name consists of letters, digits, dots, hyphens and underscores; a text with a colon
    /// counts as an IPv6 address and may consist of hexadecimal digits, colons and dots only. So no
    /// valid host can change the meaning of a URL that it is put into.
    package static func problem(_ host: String) -> String? {
        guard !host.isEmpty else { return "the host is empty; name one, such as shop.example.com" }
        guard host.utf8.count <= Limits.hostBytesMax else {
            return "the host has \(host.utf8.count) bytes; at most \(Limits.hostBytesMax) are taken"
        }
        let allowed = host.utf8.contains(58) ? isOfAddress : isOfName
        guard host.utf8.allSatisfy(allowed) else {
            return "the host \(host) is neither a name (letters, digits, . - _; others in their "
                + "xn-- form) nor an IPv4 or IPv6 address without brackets"
        }
        return nil
    }

    private static func isOfName(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
            || byte == 45 || byte == 46 || byte == 95
    }

    private static func isOfAddress(_ byte: UInt8) -> Bool {
        (97...102).contains(byte) || (65...70).contains(byte) || (48...58).contains(byte)
            || byte == 46
    }
}

/// A resource check: the free space on the file system that contains a path of this host.
package struct DiskCheck: Hashable, Sendable, Codable {
    /// An absolute path that exists.
    package var path: String
    /// The least space available to unprivileged users, in percent of the file system, 0 to 100.
    package var freePercentMin: Int

    package init(path: String, freePercentMin: Int = 10) {
        self.path = path
        self.freePercentMin = freePercentMin
    }
}

/// A resource check: the 5-minute load average of this host per processor.
package struct LoadCheck: Hashable, Sendable, Codable {
    /// The highest load per processor, in hundredths: 200 is a load of 2.00 on one processor.
    package var loadPerProcessorHundredthsMax: Int

    package init(loadPerProcessorHundredthsMax: Int = 200) {
        self.loadPerProcessorHundredthsMax = loadPerProcessorHundredthsMax
    }
}

/// A resource check: the available memory of this host (`MemAvailable` of `/proc/meminfo`).
package struct MemoryCheck: Hashable, Sendable, Codable {
    /// The least available memory, in percent of the total, 0 to 100.
    package var availablePercentMin: Int

    package init(availablePercentMin: Int = 5) {
        self.availablePercentMin = availablePercentMin
    }
}
