/// The answer to a request that carried an idempotency key, kept in the same record as its effect.
package struct StoredAnswer: Hashable, Sendable, Codable {
    /// The caller's user number and key, `1000/import-7`: nobody can meet another user's key.
    package var key: String
    /// A digest of the method and its parameters.
    package var digest: String
    /// The reply's JSON text, given again byte for byte.
    package var reply: String

    package init(key: String, digest: String, reply: String) {
        self.key = key
        self.digest = digest
        self.reply = reply
    }
}
