/// The agreed end of a contract before its term is over.
package struct Termination: Hashable, Sendable, Codable {
    /// The last day on which it holds, in the contract's zone.
    package var lastDay: CivilDate
    /// Why, in one line.
    package var reason: String
    /// When it was entered.
    package var at: Instant
    /// Who entered it.
    package var by: Actor
}
