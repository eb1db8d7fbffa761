/// Why, when and by whom an entry was voided.
package struct VoidMark: Hashable, Sendable, Codable {
    /// Why, in one line.
    package var reason: String
    /// When it was voided.
    package var at: Instant
    /// Who voided it.
    package var by: Actor
}
