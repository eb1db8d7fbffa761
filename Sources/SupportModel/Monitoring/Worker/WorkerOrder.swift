/// A line that the desk sends to a worker. JSON: one member, named by the case.
package enum WorkerOrder: Hashable, Sendable {
    /// Look at these; one that has the name of an earlier assignment replaces it.
    case assign([ProbeAssignment])
    /// Look at these no more.
    case withdraw([Name<Monitor>])
    /// Look at this one now, besides its rhythm.
    case look(Name<Monitor>)
}

extension WorkerOrder: Codable {
    private enum CodingKeys: CodingKey { case assign, withdraw, look }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let list = try container.decodeIfPresent([ProbeAssignment].self, forKey: .assign) {
            self = .assign(list)
        } else if let names = try container.decodeIfPresent(
            [Name<Monitor>].self, forKey: .withdraw)
        {
            self = .withdraw(names)
        } else {
            self = .look(try container.decode(Name<Monitor>.self, forKey: .look))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .assign(let list): try container.encode(list, forKey: .assign)
        case .withdraw(let names): try container.encode(names, forKey: .withdraw)
        case .look(let name): try container.encode(name, forKey: .look)
        }
    }
}
