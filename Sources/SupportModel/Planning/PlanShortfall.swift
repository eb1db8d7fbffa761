/// What of a ticket does not fit before the hours expire, why, and what can be done about it.
package struct PlanShortfall: Hashable, Sendable {
    /// How much does not fit.
    package var minutes: Minutes
    /// How much of that goes on into hours of later cycles.
    package var carried: Minutes
    /// What stands in the way.
    package var reason: Reason
    /// The ways out, the nearest first.
    package var options: [PlanOption]

    /// Why work does not fit.
    package enum Reason: String, Sendable, Codable, CaseIterable {
        /// All hours of the package are drawn or given to other work (R8).
        case package
        /// Hours are left, but no week has room for them (R9).
        case weeklyLimit = "weekly-limit"
        /// The package leaves the service out: it is extra hours in any week (R2).
        case service
        /// There is no week in which the contract runs.
        case noWeek = "no-week"
    }
}
