package import SupportJSON
package import SupportModel

/// Writes the lines that the daemon sends, newline included.
package enum ReplyLine {
    /// An answer: the result's JSON, and the sequence number of the state that it saw.
    package static func result(_ id: RequestID, seq: UInt64, _ result: RawJSON) -> [UInt8] {
        var writer = begin(room: result.bytes.count + 64)
        writer.member("id", id.json)
        writer.name("seq")
        writer.int(seq)
        writer.member("result", result)
        return end(writer)
    }

    /// An error.
    package static func error(_ id: RequestID, _ error: WireError) -> [UInt8] {
        var writer = begin(room: 256)
        writer.member("id", id.json)
        writer.member("error", encoded(error))
        return end(writer)
    }

    /// A notification, which nobody asked for and nobody answers.
    package static func notification(_ method: String, _ params: RawJSON) -> [UInt8] {
        var writer = begin(room: params.bytes.count + 64)
        writer.member("method", method)
        writer.member("params", params)
        return end(writer)
    }

    /// A request, as a client sends it.
    package static func request(_ id: RequestID, method: String, params: RawJSON) -> [UInt8] {
        var writer = begin(room: params.bytes.count + 64)
        writer.member("id", id.json)
        writer.member("method", method)
        writer.member("params", params)
        return end(writer)
    }

    /// The JSON of a value of this protocol. Only a number that is not finite could fail, and no
    /// type of the protocol has one.
    package static func encoded(_ value: some Encodable) -> RawJSON {
        (try? RawJSON(encoding: value)) ?? RawJSON(trusting: Array("null".utf8))
    }

    private static func begin(room: Int) -> JSONWriter {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(room)
        var writer = JSONWriter(after: bytes)
        writer.beginObject()
        writer.member("jsonrpc", "2.0")
        return writer
    }

    private static func end(_ writer: consuming JSONWriter) -> [UInt8] {
        writer.endObject()
        var line = writer.take()
        line.append(10)
        return line
    }
}

/// A line from the daemon, as a client reads it. Members it does not know are passed over.
package enum ServerLine: Sendable {
    case result(id: RequestID, seq: UInt64, JSONValue)
    case error(id: RequestID, WireError)
    case notification(method: String, JSONValue)

    /// Reads a line; fails when it is none of the three.
    package init(line: [UInt8]) throws(WireError) {
        let root: JSONValue
        do {
            root = try JSONDocument(line, depthMax: WireLimits.depthMax).root
        } catch {
            throw .notJSON(error.message)
        }
        if let method = root[member: "method"]?.string, let params = root[member: "params"] {
            self = .notification(method: method, params)
            return
        }
        guard let id = root[member: "id"].map({ RequestID($0) ?? .null }) else {
            throw .notARequest("the daemon's line has no id")
        }
        if let result = root[member: "result"] {
            self = .result(id: id, seq: UInt64(clamping: root[member: "seq"]?.int ?? 0), result)
            return
        }
        guard let error = root[member: "error"] else {
            throw .notARequest("the daemon's line has neither result nor error")
        }
        do {
            let known = try StrictJSONDecoder.decode(
                WireError.self, from: error, unknownMembers: .ignored)
            self = .error(id: id, known)
        } catch {
            throw .notARequest("the daemon's error cannot be read: \(error.description)")
        }
    }
}

/// The first line that the daemon sends on a connection: the `desk.hello` notification.
package struct Hello: Hashable, Sendable, Codable {
    package static let method = "desk.hello"
    /// The daemon's release, such as `0.1.0`.
    package var release: String
    /// The version of the protocol that the daemon speaks; a client leaves when its major number is
    /// another.
    package var `protocol`: ProtocolVersion
    /// The sequence number of the last durable record.
    package var seq: UInt64
    /// What time it is at the desk; nil where the daemon does not say.
    package var now: Instant?

    /// The greeting of a daemon of this release whose last durable record is `seq`.
    package init(
        release: String, protocol version: ProtocolVersion, seq: UInt64, now: Instant? = nil
    ) {
        self.release = release
        self.protocol = version
        self.seq = seq
        self.now = now
    }
}

/// The version of the protocol that this program speaks.
///
/// A new member in a reply, a new method or a new optional parameter raises the minor number;
/// anything that an old client could misread raises the major one.
package struct ProtocolVersion: Hashable, Sendable, Codable {
    /// Programs whose major numbers differ do not understand each other.
    package var major: Int
    /// What was added since the major number last rose; a peer with a lower one lacks some of it.
    package var minor: Int

    /// What this build speaks.
    package static let current = ProtocolVersion(major: 1, minor: 0)
}
