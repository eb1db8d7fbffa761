/// What a monitor looks at, with everything a probe needs to look.
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

    /// True for a check of a client's site (Level 1 when down), false for one of resources (Level 2).
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
