/// A way out where work does not fit before the hours expire.
package enum PlanOption: String, Sendable, Codable, CaseIterable {
    /// It goes on in the next cycle, with fresh hours.
    case nextCycle = "next-cycle"
    /// It is booked as extra hours, billed separately (R8).
    case extraHours = "extra-hours"
    /// An account manager lifts the weekly limit for an entry (R9).
    case liftLimit = "lift-limit"
    /// An account manager agrees to group the month with the next (R11).
    case groupMonths = "group-months"
    /// Less severe tickets give up the weeks that they were planned for.
    case replan
    /// The contract goes on for another term (R5).
    case renew
}
