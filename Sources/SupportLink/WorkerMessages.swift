package import SupportJSON
package import SupportModel

/// The content of a worker's first message.
package struct WorkerHello: Hashable, Sendable, Codable {
    /// The worker's release, such as `0.1.0`.
    package var release: String
    /// The version of the worker protocol; the daemon refuses any but its own.
    package var protocolVersion: Int
    /// The key, in base64, with which secrets are sealed for this worker; nil of one that takes none.
    package var handoverKey: String?

    /// The version that this program speaks. Since 2 a worker sends `alive`; since 3 the order that
    /// 2 called `look` is `probe`; since 4 a worker without monitors sends `alive` once; since 5
    /// it takes `log_in`; since 6 it takes `deliver`.
    package static let protocolVersion = 6

    package init(
        release: String, protocolVersion: Int = Self.protocolVersion, handoverKey: String? = nil
    ) {
        (self.release, self.protocolVersion) = (release, protocolVersion)
        self.handoverKey = handoverKey
    }
}

/// A message from the daemon to a worker. JSON: one member, named by the case.
package enum WorkerOrder: Hashable, Sendable {
    /// Probe these; one for the same monitor as an earlier assignment replaces it.
    case assign([ProbeAssignment])
    /// Stop probing these.
    case withdraw([Name<Monitor>])
    /// Probe this one now, besides its interval.
    case probe(Name<Monitor>)
    /// Log in somewhere, once, and report what came of it.
    case logIn(LoginOrder)
    /// Deliver a notice, once, and report what came of it.
    case deliver(DeliveryOrder)
}

extension WorkerOrder: WorkerMessage {
    /// A misspelt member of a check must not be passed over.
    package static let unknownMembers = StrictJSONDecoder.UnknownMembers.refused

    private enum CodingKeys: CodingKey { case assign, withdraw, probe, logIn, deliver }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let list = try container.decodeIfPresent([ProbeAssignment].self, forKey: .assign) {
            self = .assign(list)
        } else if let names = try container.decodeIfPresent(
            [Name<Monitor>].self, forKey: .withdraw)
        {
            self = .withdraw(names)
        } else if let order = try container.decodeIfPresent(LoginOrder.self, forKey: .logIn) {
            self = .logIn(order)
        } else if let order = try container.decodeIfPresent(DeliveryOrder.self, forKey: .deliver) {
            self = .deliver(order)
        } else {
            self = .probe(try container.decode(Name<Monitor>.self, forKey: .probe))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .assign(let list): try container.encode(list, forKey: .assign)
        case .withdraw(let names): try container.encode(names, forKey: .withdraw)
        case .probe(let name): try container.encode(name, forKey: .probe)
        case .logIn(let order): try container.encode(order, forKey: .logIn)
        case .deliver(let order): try container.encode(order, forKey: .deliver)
        }
    }
}

/// A message from a worker to the daemon. JSON: one member, named by the case.
package enum WorkerReport: Hashable, Sendable {
    /// The first message.
    case hello(WorkerHello)
    /// Results of probes, in the order in which they ended.
    case observed([ProbeObservation])
    /// Sent at least every `LinkLimits.aliveMilliseconds` while the worker has monitors, and when
    /// the first has come or the last has gone, by the loop that runs the probes, so that a worker
    /// that hangs sends nothing.
    case alive(WorkerLoad)
    /// What came of an order to log in.
    case loggedIn(LoginReport)
    /// What came of an order to deliver.
    case delivered(DeliveryReport)
}

extension WorkerReport: WorkerMessage {
    /// The hello of another release must be readable, so that its version can be reported.
    package static let unknownMembers = StrictJSONDecoder.UnknownMembers.ignored

    private enum CodingKeys: CodingKey { case hello, observed, alive, loggedIn, delivered }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let hello = try container.decodeIfPresent(WorkerHello.self, forKey: .hello) {
            self = .hello(hello)
        } else if let load = try container.decodeIfPresent(WorkerLoad.self, forKey: .alive) {
            self = .alive(load)
        } else if let report = try container.decodeIfPresent(LoginReport.self, forKey: .loggedIn) {
            self = .loggedIn(report)
        } else if let report = try container.decodeIfPresent(
            DeliveryReport.self, forKey: .delivered)
        {
            self = .delivered(report)
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
        case .loggedIn(let report): try container.encode(report, forKey: .loggedIn)
        case .delivered(let report): try container.encode(report, forKey: .delivered)
        }
    }
}
