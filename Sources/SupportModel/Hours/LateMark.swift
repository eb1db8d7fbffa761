/// Why an entry was booked after its cycle had closed.
package struct LateMark: Hashable, Sendable, Codable {
    /// Why, in one line; the statement shows it.
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}
