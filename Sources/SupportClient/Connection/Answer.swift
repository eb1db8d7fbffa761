package import SupportJSON
package import SupportWire

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
                throw .notUnderstood(why: "\(Asked.method): \(error.description)")
            }
        }
    }
}
