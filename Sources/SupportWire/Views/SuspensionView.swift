package import SupportModel

/// A time in which a contract rests: no hours are granted and none expire.
package struct SuspensionView: Codable, Hashable, Sendable {
    /// The first day that is suspended, in the contract's zone.
    package var from: CivilDate
    /// The day on which it goes on; missing while nobody has said.
    package var to: CivilDate?
    /// The days that are suspended; missing while nobody knows.
    package var days: Int?
    /// Why.
    package var reason: String

    /// What callers see of a suspension.
    package init(_ suspension: Suspension) {
        from = suspension.from
        to = suspension.to
        days = suspension.to == nil ? nil : suspension.days
        reason = suspension.reason
    }
}
