package import SupportJSON
import SupportModel
import SupportSystem
package import SupportWire

/// Follows the journal's records without gaps, across lost connections.
///
/// A connection that is lost is made again every second, from the last record that was seen, until
/// one attempt after `timeout` has failed too. The first connection is not tried again, nor is one
/// that the daemon ended and said why, such as a journal that is damaged. Where a length was given,
/// the stream ends that long after the first connection, also while the daemon is away.
package struct RecordFollower: ~Copyable {
    /// What is asked for, apart from where it begins; a contract by its number once that is known.
    private var chosen: EventsWatch
    private let path: String
    private let timeout: Duration
    private let pause: (Duration) -> Void
    private let notice: (Change) -> Void
    /// When the stream ends; nil for never.
    private var end: Deadline?
    private var connection: DaemonConnection?
    /// The last record that was seen, or that was passed over.
    private var seen: UInt64?

    /// A record, as this release knows it and as it came.
    package struct Step: Sendable {
        /// The record, as far as this release knows its members.
        package let record: LoggedRecord
        /// The record as it came.
        package let json: JSONValue
    }

    /// What happens to the connection.
    package enum Change: Sendable {
        /// It is lost, and tried again every second.
        case away
        /// It was made again; the stream goes on after this record.
        case back(after: UInt64)
    }

    /// Begins after a record, or with what comes from now on.
    ///
    /// - Parameter chosen: after which record, and which events.
    /// - Parameter length: how long the stream lasts; nil for without end.
    /// - Parameter notice: is told when the daemon is away and when it is back.
    package init(
        socketPath: String, _ chosen: EventsWatch, timeout: Duration, length: Duration? = nil,
        pause: @escaping (Duration) -> Void, notice: @escaping (Change) -> Void
    ) throws {
        path = socketPath
        self.chosen = chosen
        self.timeout = timeout
        self.pause = pause
        self.notice = notice
        seen = chosen.since
        try begin()
        end = length.map { Deadline(after: $0) }
    }

    /// The next record, waited for; nil once the stream is over. Throws the `WireError` with which
    /// the daemon ends the stream.
    package mutating func next() throws -> Step? {
        while !isOver {
            do {
                if let step = try nextOfThisConnection() { return step }
                if !isOver { try begin() }
            } catch let fault as ClientFault {
                guard fault.isLoss else { throw fault }
                try beginAgain()
            }
        }
        return nil
    }

    private var isOver: Bool { end?.isOver ?? false }

    /// Nil when the stream is over, or the daemon has dropped us because we were too slow.
    private mutating func nextOfThisConnection() throws -> Step? {
        while true {
            guard let (method, json) = try connection?.nextNotification(until: end)
            else { return nil }
            if method == "events.lagged" { return nil }
            if method == EventsWatch.passed {
                let passed = try Self.read(PassedRecords.self, from: json, of: method)
                seen = max(seen ?? 0, passed.seq)
            }
            guard method == EventsWatch.notification else { continue }
            let record = try Self.read(LoggedRecord.self, from: json, of: method)
            guard record.seq > (seen ?? 0) else { continue }
            seen = record.seq
            return Step(record: record, json: json)
        }
    }

    private static func read<Parameters: View>(
        _ type: Parameters.Type, from json: JSONValue, of method: String
    ) throws(ClientFault) -> Parameters {
        do {
            return try StrictJSONDecoder.decode(type, from: json, unknownMembers: .ignored)
        } catch {
            throw .notUnderstood(why: "\(method): \(error.description)")
        }
    }

    private mutating func begin() throws {
        let time = min(timeout, end?.remaining ?? timeout)
        var fresh = try DaemonConnection(socketPath: path, timeout: time)
        var request = chosen
        request.since = seen
        let answer = try fresh.call(request)
        let reply = try answer.reply
        seen = seen ?? reply.since
        if let contract = reply.contract { chosen.contract = .number(contract) }
        connection = consume fresh
    }

    /// Returns with a new connection, or when the stream is over.
    private mutating func beginAgain() throws {
        let deadline = Deadline(after: timeout)
        connection = nil
        notice(.away)
        while true {
            pause(min(.seconds(1), deadline.remaining, end?.remaining ?? .seconds(1)))
            if isOver { return }
            do {
                try begin()
                return notice(.back(after: seen ?? 0))
            } catch let fault as ClientFault {
                if isOver { return }
                guard fault.isLoss, !deadline.isOver else { throw fault }
            }
        }
    }
}

extension ClientFault {
    /// True when a new connection may help.
    var isLoss: Bool {
        switch self {
        // A daemon that has just bound its socket may not have let its group in yet.
        case .unreachable, .notPermitted, .turnedAway, .closedEarly, .timedOut: true
        case .otherProtocol, .notUnderstood, .stream, .file, .settings, .editor, .backup, .output:
            false
        }
    }
}
