package import SupportModel

/// Moves the test clock forward and does what became due.
package struct ClockAdvance: Request {
    package static let method = "clock.advance"
    package static let access = Access.operate
    /// 1 or more.
    package var milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// What came of it.
    package struct Reply: Codable, Hashable, Sendable {
        /// What the test clock shows afterwards.
        package var now: Instant
        /// How many cycles were closed.
        package var closed: Int

        package init(now: Instant, closed: Int) {
            self.now = now
            self.closed = closed
        }
    }
}
