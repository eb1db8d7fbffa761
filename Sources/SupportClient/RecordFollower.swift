package import SupportJSON
import SupportSystem
package import SupportWire

/// Follows the journal's records without gaps, across lost connections.
///
/// A connection that is lost is made again every second, from the last record that was seen, until
/// one attempt after `timeout` has failed too. The first connection is not tried again, nor is one
/// that the daemon ended and said why, such as a journal that is damaged.
package struct RecordFollower: ~Copyable {
    /// The notification that carries a record.
    private static let recordMethod = "events.record"

    private let path: String
    private let timeout: Duration
    private let pause: (Duration) -> Void
    private var connection: DaemonConnection?
    /// The last record that was seen.
    private var seen: UInt64?

    /// A record, as this release knows it and as it came.
    package struct Step: Sendable {
        /// The record, as far as this release knows its members.
        package let record: LoggedRecord
        /// The record as it came.
        package let json: JSONValue
    }

    /// Begins after a record, or with what comes from now on.
    package init(
        socketPath: String, since: UInt64?, timeout: Duration,
        pause: @escaping (Duration) -> Void
    ) throws {
        path = socketPath
        self.timeout = timeout
        self.pause = pause
        seen = since
        try begin()
    }

    /// The next record, waited for without end; throws the `WireError` with which the daemon ends the
    /// stream.
    package mutating func next() throws -> Step {
        while true {
            do {
                if let step = try nextOfThisConnection() { return step }
                try begin()
            } catch let fault as ClientFault {
                guard fault.isLoss else { throw fault }
                try beginAgain()
            }
        }
    }

    /// Nil when the daemon has dropped us because we were too slow.
    private mutating func nextOfThisConnection() throws -> Step? {
        while true {
            guard let (method, json) = try connection?.nextNotification() else { return nil }
            guard method == Self.recordMethod else {
                if method == "events.lagged" { return nil }
                continue
            }
            let record: LoggedRecord
            do {
                record = try StrictJSONDecoder.decode(
                    LoggedRecord.self, from: json, unknownMembers: .ignored)
            } catch {
                throw ClientFault.notUnderstood(why: "\(method): \(error.description)")
            }
            guard record.seq > (seen ?? 0) else { continue }
            seen = record.seq
            return Step(record: record, json: json)
        }
    }

    private mutating func begin() throws {
        var fresh = try DaemonConnection(socketPath: path, timeout: timeout)
        let answer = try fresh.call(EventsWatch(since: seen))
        seen = try seen ?? answer.reply.since
        connection = consume fresh
    }

    private mutating func beginAgain() throws {
        let deadline = Deadline(after: timeout)
        connection = nil
        while true {
            pause(min(.seconds(1), deadline.remaining))
            do {
                return try begin()
            } catch let fault as ClientFault {
                guard fault.isLoss, !deadline.isOver else { throw fault }
            }
        }
    }
}

extension ClientFault {
    /// True when a new connection may help.
    fileprivate var isLoss: Bool {
        switch self {
        // A daemon that has just bound its socket may not have let its group in yet.
        case .unreachable, .notPermitted, .turnedAway, .closedEarly, .timedOut: true
        case .otherProtocol, .notUnderstood, .stream, .file: false
        }
    }
}
