/// An exception that an account manager agreed to: who, and why (R7).
package struct Agreement: Hashable, Sendable, Codable {
    package var by: Name<Staff>
    package var reason: String

    package init(by: Name<Staff>, reason: String) {
        self.by = by
        self.reason = reason
    }
}
