package import SupportModel

/// The agreed end of a contract before its term is over.
package struct TerminationView: Codable, Hashable, Sendable {
    /// The last day on which it holds, in the contract's zone.
    package var lastDay: CivilDate
    /// Why.
    package var reason: String
    /// When it was entered.
    package var at: Instant
    /// Who entered it.
    package var by: Actor

    /// What callers see of a termination.
    package init(_ termination: Termination) {
        lastDay = termination.lastDay
        reason = termination.reason
        at = termination.at
        by = termination.by
    }
}
