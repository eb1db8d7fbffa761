/// The days that one week and one cycle have in common: where planned work draws its hours.
///
/// A week that a cycle boundary cuts has two, which share the week's one limit (R9).
struct PlanSlot: Hashable, Sendable {
    /// The week.
    var week: Week
    /// The index of the cycle.
    var cycle: Int
    /// Which of the calendar's pools its hours come from.
    var pool: Int
    /// The most that the week may draw by work of these days.
    var limit: Minutes
    /// The services that draw from the package on these days (R2).
    var services: [Name<Service>]
}
