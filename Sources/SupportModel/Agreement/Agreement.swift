/// An exception that an account manager agreed to: who, and why (R7).
package struct Agreement: Hashable, Sendable, Codable {
    /// The account manager who agreed.
    package var by: Name<Staff>
    /// Why, in one line, shown wherever the exception shows.
    package var reason: String

    package init(by: Name<Staff>, reason: String) {
        self.by = by
        self.reason = reason
    }
}
