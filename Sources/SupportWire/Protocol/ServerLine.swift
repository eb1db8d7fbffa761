package import SupportJSON

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
