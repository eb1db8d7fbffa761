package import SupportJSON
package import SupportSystem
package import SupportWire

/// A conversation with the daemon over its Unix socket, one question after the other.
///
/// A daemon that stops says so, and has not done what it did not answer: such a question is asked
/// again of the one that follows, within the time for its answer.
///
/// Closed with its value. Not to be shared between threads.
package struct DaemonConnection: ~Copyable {
    /// What the daemon said of itself when the connection was made.
    package private(set) var hello: Hello
    private let path: String
    /// How long each answer may take.
    private let timeout: Duration
    private var socket: BlockingSocket
    private var asked = 0
    private var uploads = 0

    /// Connects and reads the daemon's greeting, both within the time.
    package init(socketPath: String, timeout: Duration) throws(ClientFault) {
        let deadline = Deadline(after: timeout)
        var socket = try Self.connected(socketPath, timeout, by: deadline)
        hello = try Self.greeting(on: &socket, socketPath, timeout, by: deadline)
        path = socketPath
        self.timeout = timeout
        self.socket = socket
    }

    /// Connects to the daemon that follows the one that stops.
    private mutating func connectAgain(by deadline: Deadline) throws(ClientFault) {
        var next = try Self.connected(path, timeout, by: deadline)
        hello = try Self.greeting(on: &next, path, timeout, by: deadline)
        socket = next
    }

    /// Asks, and waits for the answer.
    ///
    /// Throws a `WireError` that the daemon answered, or a `ClientFault` where there is no answer.
    package mutating func call<Asked: Request>(
        _ request: Asked, options: MutationOptions = MutationOptions()
    ) throws -> Answer<Asked> {
        let params = ReplyLine.encoded(OptionedRequest(request: request, options: options))
        let mayChange = Asked.method.isMutation && !(options.dryRun ?? false)
        let doubt: ClientFault.Doubt =
            mayChange ? .changeSent(key: options.idempotencyKey) : .none
        let (json, seq) = try call(method: Asked.method.name, params: params, doubt: doubt)
        return Answer(json: json, seq: seq)
    }

    /// The number of another file that is sent.
    mutating func nextUpload() -> Int {
        uploads += 1
        return uploads
    }

    /// Asks by the method's name; the result is given as it came.
    package mutating func call(
        method: String, params: RawJSON, doubt: ClientFault.Doubt
    ) throws -> (result: JSONValue, seq: UInt64) {
        asked += 1
        let id = RequestID(asked)
        let line = ReplyLine.request(id, method: method, params: params)
        let deadline = Deadline(after: timeout)
        while true {
            do {
                return try ask(line, id, within: deadline.remaining, doubt: doubt)
            } catch let error as WireError where error.isStop {
                if deadline.isOver { throw error }
                try connectAgain(by: deadline)
            }
        }
    }

    private mutating func ask(
        _ line: [UInt8], _ id: RequestID, within time: Duration, doubt: ClientFault.Doubt
    ) throws -> (result: JSONValue, seq: UInt64) {
        let deadline = Deadline(after: time)
        try send(line, doubt: doubt)
        while true {
            switch try parsed(try receiveLine(by: deadline, doubt: doubt)) {
            case .result(let answered, let seq, let json) where answered == id:
                return (json, seq)
            case .error(_, let error): throw error
            case .result, .notification: continue
            }
        }
    }

    /// Sends a line as it is; its newline must be there.
    ///
    /// Throws the `WireError` with which the daemon ended the connection before it had read all of
    /// it, or a `ClientFault` where it did not say why.
    package mutating func send(_ line: [UInt8], doubt: ClientFault.Doubt) throws {
        do {
            try socket.send(line, within: timeout)
        } catch {
            throw lastWord() ?? Self.talking(error, path, timeout, doubt)
        }
    }

    /// The next line as it came, waited for so long, or as long as answers may take.
    package mutating func receiveLine(
        within time: Duration? = nil, doubt: ClientFault.Doubt = .none
    ) throws(ClientFault) -> [UInt8] {
        do {
            return try socket.receiveLine(within: time ?? timeout)
        } catch {
            throw Self.talking(error, path, time ?? timeout, doubt)
        }
    }

    /// The next line as it came; where it is late, the time that is said is that for the whole answer.
    private mutating func receiveLine(
        by deadline: Deadline, doubt: ClientFault.Doubt
    ) throws(ClientFault) -> [UInt8] {
        do {
            return try socket.receiveLine(within: deadline.remaining)
        } catch {
            throw Self.talking(error, path, timeout, doubt)
        }
    }

    /// The next notification, waited for until a deadline or without end; answers on the way are
    /// passed over. Nil when the deadline has passed.
    ///
    /// Throws the `WireError` with which the daemon ends the connection, or a `ClientFault` where it
    /// does not say why.
    package mutating func nextNotification(
        until deadline: Deadline? = nil
    ) throws -> (String, JSONValue)? {
        while let line = try receiveLine(until: deadline) {
            switch try parsed(line) {
            case .notification(let method, let params): return (method, params)
            case .error(.null, let error) where error.isStop:
                throw ClientFault.closedEarly(path: path, doubt: .none)
            case .error(.null, let error): throw error
            case .error, .result: continue
            }
        }
        return nil
    }

    /// Why the daemon ended the connection, if it said so.
    private mutating func lastWord() -> WireError? {
        while let line = try? socket.receiveLine(within: .seconds(1)) {
            if case .error(.null, let error)? = try? ServerLine(line: line) { return error }
        }
        return nil
    }

    private mutating func receiveLine(
        until deadline: Deadline?
    ) throws(ClientFault) -> [UInt8]? {
        while !(deadline?.isOver ?? false) {
            do {
                return try receiveLine(
                    within: min(.seconds(3600), deadline?.remaining ?? .seconds(3600)))
            } catch {
                guard case .timedOut = error else { throw error }
            }
        }
        return nil
    }

    private func parsed(_ line: [UInt8]) throws(ClientFault) -> ServerLine {
        do {
            return try ServerLine(line: line)
        } catch {
            throw .notUnderstood(why: error.message)
        }
    }
}

extension DaemonConnection {
    private static func greeting(
        on socket: inout BlockingSocket, _ path: String, _ timeout: Duration, by deadline: Deadline
    ) throws(ClientFault) -> Hello {
        let line: [UInt8]
        do {
            line = try socket.receiveLine(within: deadline.remaining)
        } catch {
            throw talking(error, path, timeout, .none)
        }
        return try greeting(line)
    }

    private static func greeting(_ line: [UInt8]) throws(ClientFault) -> Hello {
        let hello: Hello
        do {
            let first = try ServerLine(line: line)
            if case .error(_, let error) = first { throw ClientFault.turnedAway(error) }
            guard case .notification(Hello.method, let params) = first else {
                throw ClientFault.notUnderstood(why: "the daemon did not greet")
            }
            hello = try StrictJSONDecoder.decode(
                Hello.self, from: params, unknownMembers: .ignored)
        } catch let error as WireError {
            throw .notUnderstood(why: error.message)
        } catch let fault as ClientFault {
            throw fault
        } catch {
            throw .notUnderstood(why: "the daemon's greeting: \(error)")
        }
        guard hello.protocol.major == ProtocolVersion.current.major else {
            throw .otherProtocol(theirs: hello.protocol, release: hello.release)
        }
        return hello
    }

    private static func connected(
        _ path: String, _ timeout: Duration, by deadline: Deadline
    ) throws(ClientFault) -> BlockingSocket {
        do {
            return try BlockingSocket(
                connectingTo: path, lineBytesMax: ClientLimits.replyBytesMax,
                within: deadline.remaining)
        } catch {
            throw connecting(error, path, timeout)
        }
    }

    private static func connecting(
        _ fault: SocketFault, _ path: String, _ timeout: Duration
    ) -> ClientFault {
        switch fault {
        case .timedOut: .timedOut(path: path, after: timeout, doubt: .none)
        case .system(let system) where system.isPermission:
            .notPermitted(
                path: path, why: fault.description,
                group: UserDatabase.group(ofFile: path).flatMap { $0 == "root" ? nil : $0 })
        default: .unreachable(path: path, why: fault.description)
        }
    }

    private static func talking(
        _ fault: SocketFault, _ path: String, _ timeout: Duration, _ doubt: ClientFault.Doubt
    ) -> ClientFault {
        switch fault {
        case .timedOut: .timedOut(path: path, after: timeout, doubt: doubt)
        case .closedByPeer, .system, .pathTooLong: .closedEarly(path: path, doubt: doubt)
        case .lineTooLong: .notUnderstood(why: fault.description)
        }
    }
}

extension WireError {
    /// Whether the daemon ends the connection because it stops.
    fileprivate var isStop: Bool { data.error == WireError.stopping.data.error }
}

/// A request and what any change may carry besides, as one object.
private struct OptionedRequest<Asked: Request>: Encodable {
    let request: Asked
    let options: MutationOptions

    func encode(to encoder: any Encoder) throws {
        try request.encode(to: encoder)
        if Asked.method.isMutation { try options.encode(to: encoder) }
    }
}

/// What the daemon answered to a request.
package struct Answer<Asked: Request>: Sendable {
    /// The result as it came, with members of a newer daemon.
    package let json: JSONValue
    /// The sequence number of the state that the answer saw.
    package let seq: UInt64

    /// The result, as far as this release knows its members; read anew each time it is asked for.
    package var reply: Asked.Reply {
        get throws(ClientFault) {
            do {
                return try StrictJSONDecoder.decode(
                    Asked.Reply.self, from: json, unknownMembers: .ignored)
            } catch {
                throw .notUnderstood(why: "\(Asked.method.name): \(error.description)")
            }
        }
    }
}

/// Where the daemon listens.
package enum SocketPath {
    /// Where it listens unless another path is given.
    package static let usual = "/run/supportd/supportd.sock"
    /// The variable of the environment that names another place.
    package static let variable = "SUPPORTD_SOCKET"

    /// The path of `--socket`, else that of the environment, else that of the user's settings, else
    /// the usual one.
    package static func resolved(
        option: String?, environment: String?, settings: String? = nil
    ) -> String {
        if let option { return option }
        guard let environment, !environment.isEmpty else { return settings ?? usual }
        return environment
    }
}
