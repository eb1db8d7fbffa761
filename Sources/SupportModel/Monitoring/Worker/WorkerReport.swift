/// A line that a worker sends to the desk. JSON: one member, named by the case.
package enum WorkerReport: Hashable, Sendable {
    /// The first line: who speaks.
    case hello(WorkerHello)
    /// What was seen, in the order of seeing.
    case observed([ProbeObservation])
    /// The worker lives: told at least every `Limits.workerAliveMilliseconds`, by the loop that
    /// does the looking, so that one that hangs is silent.
    case alive(WorkerLoad)
}

extension WorkerReport: Codable {
    private enum CodingKeys: CodingKey { case hello, observed, alive }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let hello = try container.decodeIfPresent(WorkerHello.self, forKey: .hello) {
            self = .hello(hello)
        } else if let load = try container.decodeIfPresent(WorkerLoad.self, forKey: .alive) {
            self = .alive(load)
        } else {
            self = .observed(try container.decode([ProbeObservation].self, forKey: .observed))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .hello(let hello): try container.encode(hello, forKey: .hello)
        case .observed(let list): try container.encode(list, forKey: .observed)
        case .alive(let load): try container.encode(load, forKey: .alive)
        }
    }
}
