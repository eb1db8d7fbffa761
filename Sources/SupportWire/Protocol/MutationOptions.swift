/// What any request with `write` access may carry besides its own parameters.
package struct MutationOptions: Codable, Hashable, Sendable {
    /// The same key and body give the stored answer; the same key with another body is refused.
    package var idempotencyKey: String?
    /// The version that the caller has seen of what it changes.
    package var ifVersion: UInt64?

    /// The members' names on the wire.
    package static let members = ["idempotency_key", "if_version"]

    package init(idempotencyKey: String? = nil, ifVersion: UInt64? = nil) {
        self.idempotencyKey = idempotencyKey
        self.ifVersion = ifVersion
    }
}
