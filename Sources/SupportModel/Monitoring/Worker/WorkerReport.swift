/// A line that a worker sends to the desk. JSON: one member, named by the case.
package enum WorkerReport: Hashable, Sendable {
    /// The first line: who speaks.
    case hello(WorkerHello)
    /// What was seen, in the order of seeing.
    case observed([ProbeObservation])
}

extension WorkerReport: Codable {
    private enum CodingKeys: CodingKey { case hello, observed }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let hello = try container.decodeIfPresent(WorkerHello.self, forKey: .hello) {
            self = .hello(hello)
        } else {
            self = .observed(try container.decode([ProbeObservation].self, forKey: .observed))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .hello(let hello): try container.encode(hello, forKey: .hello)
        case .observed(let list): try container.encode(list, forKey: .observed)
        }
    }
}
