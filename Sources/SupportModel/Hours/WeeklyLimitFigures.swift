/// The figures of R9 for one refused entry.
package struct WeeklyLimitFigures: Hashable, Sendable, Codable {
    package var contract: Identifier<Contract>
    package var week: CivilDate
    package var limit: Minutes
    package var drawn: Minutes
    /// What the week still takes.
    package var room: Minutes
    /// What was asked of it.
    package var asked: Minutes
    /// The Monday on which the next week begins.
    package var nextWeek: CivilDate
}
