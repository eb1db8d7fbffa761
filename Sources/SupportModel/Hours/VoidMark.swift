/// Why, when and by whom an entry was voided.
package struct VoidMark: Hashable, Sendable, Codable {
    package var reason: String
    package var at: Instant
    package var by: Actor
}
