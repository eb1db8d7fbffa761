/// How much of the package one ISO week has drawn.
package struct WeekDraw: Hashable, Sendable, Codable {
    /// The week's Monday.
    package var monday: CivilDate
    package var drawn: Minutes
}
