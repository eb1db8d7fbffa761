/// Doubts the wall clock: until it is trusted again no cycle closes and no day is taken from it (R10).
package struct DoubtClock: Command {
    /// What there is to doubt.
    package var doubt: ClockDoubt

    /// For what the desk has found.
    package init(_ doubt: ClockDoubt) { self.doubt = doubt }

    /// One `ClockDoubted`; nothing while a doubt stands, whose figures stay.
    package func decide(_ state: State, _ context: Context) throws(Refusal) -> [Event] {
        state.clockDoubt == nil ? [Event(ClockDoubted(doubt: doubt))] : []
    }
}
