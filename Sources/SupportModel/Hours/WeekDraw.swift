/// How much of the package one ISO week has drawn.
package struct WeekDraw: Hashable, Sendable, Codable {
    /// The week's Monday.
    package var monday: CivilDate
    /// What its days have drawn, in an earlier cycle too when a boundary cuts the week.
    package var drawn: Minutes
}
