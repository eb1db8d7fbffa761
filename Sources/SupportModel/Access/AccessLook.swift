/// One look at a secret (R6).
package struct AccessLook: Hashable, Sendable, Codable {
    /// When it was looked at.
    package var at: Instant
    /// Who looked.
    package var by: Actor
    /// What for, where the person said it.
    package var reason: String?

    package init(at: Instant, by: Actor, reason: String? = nil) {
        self.at = at
        self.by = by
        self.reason = reason
    }
}
