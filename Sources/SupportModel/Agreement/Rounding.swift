/// How the time of an entry is rounded before it is billed: once an entry, in whole steps.
///
/// What was worked and what is billed are both kept.
package struct Rounding: Hashable, Sendable, Codable {
    /// The step in minutes, 1 to `Limits.roundingStepMinutesMax`; 1 rounds nothing.
    package var stepMinutes: Int
    /// Which way an entry between two steps goes.
    package var mode: RoundingMode

    package init(stepMinutes: Int, mode: RoundingMode = .up) {
        self.stepMinutes = stepMinutes
        self.mode = mode
    }

    /// What is billed for work, in whole steps, and never less than one step: work that was done is
    /// never rounded away, in either mode.
    ///
    /// No time at all stays none. A step outside its range counts as the end of the range that is
    /// nearer, and a sum beyond the range of `Int` as its end, so that there is an answer to
    /// everything.
    package func billed(_ actual: Minutes) -> Minutes {
        guard actual > .zero else { return actual }
        let step = min(max(stepMinutes, 1), Limits.roundingStepMinutesMax)
        let over = actual.count % step
        guard over > 0 else { return actual }
        let below = Minutes(actual.count - over)
        let goesUp = mode == .up || over * 2 >= step || below == .zero
        return goesUp ? below + Minutes(step) : below
    }
}
