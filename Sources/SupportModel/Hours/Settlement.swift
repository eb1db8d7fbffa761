/// Hours of a closed cycle that were drawn, or given back, after it had closed.
package struct Settlement: Hashable, Sendable, Codable {
    /// The index of the closed cycle.
    package var cycle: Int
    /// The Monday of the week of the work.
    package var monday: CivilDate
    /// Drawn from the hours that had expired; negative when a void gave them back.
    package var minutes: Minutes
}
