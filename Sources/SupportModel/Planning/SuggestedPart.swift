/// What a suggestion gives to a ticket in one week.
package struct SuggestedPart: Hashable, Sendable {
    /// The week.
    package var week: Week
    /// How much of the ticket's work.
    package var minutes: Minutes
    /// What of it would not draw from the package: extra hours (R2, R8).
    package var extra: Minutes
}
