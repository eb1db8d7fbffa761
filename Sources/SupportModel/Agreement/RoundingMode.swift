/// Which way a time entry is rounded that is no whole number of steps.
package enum RoundingMode: String, Sendable, Codable, CaseIterable {
    /// To the next step: with steps of 15 minutes 16 become 30.
    case up
    /// To the nearer step, and half a step up: with steps of 15 minutes 22 become 15, 23 become 30,
    /// with steps of 10 minutes 25 become 30.
    case nearest
}
