/// How a caller names a contract: by its number, or by a client that has exactly one active one.
package enum ContractReference: Hashable, Sendable {
    case number(Identifier<Contract>)
    case client(Name<Client>)
}

extension ContractReference: LosslessStringConvertible, Codable {
    package var description: String {
        switch self {
        case .number(let number): number.description
        case .client(let name): name.text
        }
    }

    /// Nil for a text that is neither a number from 1 nor a name.
    package init?(_ text: String) {
        if text.isDecimalNumber, let number = Int(text).flatMap({ Identifier<Contract>($0) }) {
            self = .number(number)
        } else if let name = Name<Client>(text) {
            self = .client(name)
        } else {
            return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.scalar("a contract's number or a client's name, as text") {
            ContractReference($0)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
