/// What any request with `write` access may carry besides its own parameters.
package struct MutationOptions: Codable, Hashable, Sendable {
    /// The same key with the same request, however it is written, gives the stored answer; with
    /// another request it is refused.
    package var idempotencyKey: String?
    /// The version that the caller has seen of what it changes.
    package var ifVersion: UInt64?

    /// The name on the wire of the key.
    package static let keyMember = "idempotency_key"
    /// The members' names on the wire.
    package static let members = [keyMember, "if_version"]

    package init(idempotencyKey: String? = nil, ifVersion: UInt64? = nil) {
        self.idempotencyKey = idempotencyKey
        self.ifVersion = ifVersion
    }
}
