/// How a worker introduces itself.
package struct WorkerHello: Hashable, Sendable, Codable {
    /// The worker's release, such as `0.1.0`.
    package var release: String
    /// The worker protocol's version; the desk refuses any but its own.
    package var protocolVersion: Int

    /// The version of the worker protocol that this program speaks; from 2 on a worker tells that it
    /// lives.
    package static let protocolVersion = 3

    package init(release: String, protocolVersion: Int = Self.protocolVersion) {
        self.release = release
        self.protocolVersion = protocolVersion
    }
}

/// How busy a worker is, as it tells with each sign of life.
package struct WorkerLoad: Hashable, Sendable, Codable {
    /// How many monitors it watches.
    package var monitors: Int
    /// How many looks are in flight.
    package var running: Int
    /// How many looks are due and wait for their turn.
    package var waiting: Int
    /// By how much the latest look since the sign before began after it was due, in milliseconds.
    package var lateMilliseconds: Int

    package init(monitors: Int, running: Int, waiting: Int, lateMilliseconds: Int) {
        self.monitors = monitors
        self.running = running
        self.waiting = waiting
        self.lateMilliseconds = lateMilliseconds
    }
}

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

/// A line that a worker sends to the desk. JSON: one member, named by the case.
package enum WorkerReport: Hashable, Sendable {
    /// The first line: who speaks.
    case hello(WorkerHello)
    /// What was seen, in the order of seeing.
    case observed([ProbeObservation])
    /// The worker lives: told at least every `Limits.workerAliveMilliseconds` while it has monitors,
    /// and when the first has come or the last has gone, by the loop that does the looking, so that
    /// one that hangs is silent.
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
