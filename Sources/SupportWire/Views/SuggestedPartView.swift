package import SupportModel

/// What a suggestion gives to a ticket in one week.
package struct SuggestedPartView: Codable, Hashable, Sendable {
    /// The week's Monday.
    package var week: CivilDate
    /// How much of the ticket's work.
    package var minutes: Minutes
    /// What of it would be extra hours; missing for none (R2, R8).
    package var extra: Minutes?

    /// What callers see of a part.
    package init(_ part: SuggestedPart) {
        week = part.week.monday
        minutes = part.minutes
        extra = part.extra == .zero ? nil : part.extra
    }
}
