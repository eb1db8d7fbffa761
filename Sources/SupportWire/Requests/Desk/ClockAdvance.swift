package import SupportModel

/// Moves the test clock forward and does what became due.
package struct ClockAdvance: Request {
    package static let method = "clock.advance"
    package static let access = Access.operate
    package static let cost = Cost.quick
    /// 1 or more; with `jump` any number but 0, negative to go back.
    package var milliseconds: Int64
    /// True: set the clock as an operator would, instead of letting time pass. The desk then doubts
    /// a time that is far ahead.
    package var jump: Bool?

    package init(milliseconds: Int64, jump: Bool? = nil) {
        self.milliseconds = milliseconds
        self.jump = jump
    }

    /// What came of it.
    package struct Reply: Codable, Hashable, Sendable {
        /// What the test clock shows afterwards.
        package var now: Instant
        /// How many cycles were closed.
        package var closed: Int
        /// Why the clock is not trusted; missing while it is.
        package var doubt: ClockDoubtView?

        package init(now: Instant, closed: Int, doubt: ClockDoubtView? = nil) {
            self.now = now
            self.closed = closed
            self.doubt = doubt
        }
    }
}
