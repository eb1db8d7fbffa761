package import SupportJSON
package import SupportWire

/// What the daemon answered to a request.
package struct Answer<Asked: Request>: Sendable {
    /// The result, as far as this release knows its members.
    package let reply: Asked.Reply
    /// The result as it came, with members of a newer daemon.
    package let json: JSONValue
    /// The sequence number of the state that the answer saw.
    package let seq: UInt64
}
