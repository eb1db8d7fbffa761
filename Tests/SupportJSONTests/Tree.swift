import SupportJSON
import SupportTestKit

/// Any JSON value, for tests that make them up.
indirect enum Tree: Codable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    /// A number that no `Double` is near to, such as `1e999`.
    case huge(RawJSON)
    case text(String)
    case list([Tree])
    case object([String: Tree])

    static func random(depth: Int, using random: inout SeededRandom) -> Tree {
        switch Int.random(in: 0..<(depth > 0 ? 9 : 5), using: &random) {
        case 0: .null
        case 1: .bool(.random(using: &random))
        case 2:
            .int(
                Int(truncatingIfNeeded: random.next() >> UInt64.random(in: 0..<64, using: &random)))
        case 3: .double(.random(in: -1e9...1e9, using: &random) + 0.5)
        case 4: .text(text(&random))
        case 5, 6:
            .list(
                (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                    Tree.random(depth: depth - 1, using: &random)
                })
        default:
            .object(
                Dictionary(
                    (0..<Int.random(in: 0..<5, using: &random)).map { _ in
                        (text(&random), Tree.random(depth: depth - 1, using: &random))
                    }, uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func text(_ random: inout SeededRandom) -> String {
        let alphabet = Array("ab cdefghij\"\\/\n\t\u{0}\u{1F}\u{7F}é€😀\u{2028}0{}[],:")
        let length = Int.random(in: 0..<24, using: &random)
        return String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .double(value)
        } else if let value = try? container.decode(JSONValue.self), value.isNumber {
            self = .huge(RawJSON(value))
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Tree].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Tree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .int(let value): try container.encode(value)
        case .double(let value): try container.encode(value)
        case .huge(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
