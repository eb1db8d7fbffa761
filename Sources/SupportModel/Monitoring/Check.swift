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
    /// What is wrong with the check; nil when it can be run.
    package func problem() -> CheckProblem? {
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
    /// What is wrong with the check; nil when it can be run.
    package func problem() -> CheckProblem? {
        if case .problem(let problem) = SiteAddress.read(url) { return .address(problem) }
        let statuses = 100...599
        guard statuses.contains(statusLowest), statuses.contains(statusHighest) else {
            return .statuses(lowest: statusLowest, highest: statusHighest)
        }
        guard statusLowest <= statusHighest else {
            return .statusOrder(lowest: statusLowest, highest: statusHighest)
        }
        if let most = responseMillisecondsMax, most < 1 {
            return .responseTime(most)
        }
        return textProblem(textPresent) ?? textProblem(textAbsent)
    }

    private func textProblem(_ text: String?) -> CheckProblem? {
        guard let text else { return nil }
        guard !text.isEmpty else { return .emptyText }
        let bytes = text.utf8.count
        return bytes <= Limits.lineBytesMax ? nil : .longText(bytes: bytes)
    }
}

extension TCPCheck {
    /// What is wrong with the check; nil when it can be run.
    package func problem() -> CheckProblem? {
        guard HostRule.ports.contains(port) else { return .port(port) }
        return HostRule.problem(host).map(CheckProblem.host)
    }
}

extension DiskCheck {
    /// What is wrong with the check; nil when it can be run.
    package func problem() -> CheckProblem? {
        guard path.utf8.first == 47 else { return .relativePath(path) }
        let bytes = path.utf8.count
        guard bytes <= Limits.pathBytesMax else { return .longPath(bytes: bytes) }
        guard path.utf8.allSatisfy({ $0 >= 32 && $0 != 127 }) else {
            return .controlCharacterInPath
        }
        return (0...100).contains(freePercentMin) ? nil : .freePercent(freePercentMin)
    }
}

extension MemoryCheck {
    /// What is wrong with the check; nil when it can be run.
    package func problem() -> CheckProblem? {
        (0...100).contains(availablePercentMin) ? nil : .availablePercent(availablePercentMin)
    }
}

extension LoadCheck {
    /// What is wrong with the check; nil when it can be run.
    package func problem() -> CheckProblem? {
        let hundredths = loadPerProcessorHundredthsMax
        return (1...1_000_000).contains(hundredths) ? nil : .load(hundredths: hundredths)
    }
}

/// The hosts and ports that a check accepts.
package enum HostRule {
    /// The ports that can be connected to.
    package static let ports = 1...65_535

    /// What is wrong with a host name or address; nil when it is valid.
    ///
    /// A name consists of letters, digits, dots, hyphens and underscores; a text with a colon
    /// counts as an IPv6 address and may consist of hexadecimal digits, colons and dots only. So no
    /// valid host can change the meaning of a URL that it is put into.
    package static func problem(_ host: String) -> HostProblem? {
        guard !host.isEmpty else { return .empty }
        let bytes = host.utf8.count
        guard bytes <= Limits.hostBytesMax else { return .long(bytes: bytes) }
        let allowed = host.utf8.contains(58) ? isOfAddress : isOfName
        return host.utf8.allSatisfy(allowed) ? nil : .malformed(host)
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
        (self.path, self.freePercentMin) = (path, freePercentMin)
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
