package import SupportModel

/// What of a ticket does not fit before the hours expire, why, and what can be done.
package struct PlanShortfallView: Codable, Hashable, Sendable {
    /// How much does not fit, in minutes.
    package var minutes: Minutes
    /// How much of that goes on in later cycles; missing for nothing.
    package var carried: Minutes?
    /// What stands in the way.
    package var reason: PlanShortfall.Reason
    /// The ways out, the nearest first.
    package var options: [PlanOption]

    /// What callers see of a shortfall.
    package init(_ shortfall: PlanShortfall) {
        minutes = shortfall.minutes
        carried = shortfall.carried == .zero ? nil : shortfall.carried
        reason = shortfall.reason
        options = shortfall.options
    }
}
